/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rows of a list show and no column of their own holds, a line each, as it stood when the record was made. */
final class SearchedText {

    private SearchedText() {}

    /** Names of people, the subject's attributes, and keys and labels of the data categories. */
    static String of(AccessRequest request) {
        return lines(
                names(request.access().subject(), request.content().requester()),
                request.snapshot().subjectAttributes().values().values().stream(),
                data(request.snapshot().categories()));
    }

    static String of(AccessGrant grant) {
        return lines(
                names(grant.access().subject()),
                Stream.empty(),
                data(grant.approval().categories()));
    }

    private static Stream<String> names(UserRef... users) {
        return Stream.of(users).flatMap(user -> user.name().stream());
    }

    private static Stream<String> data(List<DataCategory> categories) {
        return categories.stream().flatMap(category -> Stream.of(category.key(), category.label()));
    }

    private static String lines(Stream<String> names, Stream<String> attributes, Stream<String> data) {
        return Stream.of(names, attributes, data)
                .flatMap(texts -> texts)
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
