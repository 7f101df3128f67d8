/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.visibility;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Fingerprint;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.DataCategory;
import java.util.List;
import java.util.stream.Stream;

/**
 * What approvers are asked about: all of a request or grant that who they are depends on.
 *
 * @param categories as they were when it was filed
 * @param known groups already resolved then
 */
public record ApprovalContext(Access access, String purpose, List<DataCategory> categories, List<GroupRef> known) {

    public ApprovalContext {
        categories = List.copyOf(categories);
        known = List.copyOf(known);
    }

    /** The key of its context: equal when nothing differs but the subject and what labels say. */
    public String contextKey() {
        // The number first, so that no two lists can be taken for one another.
        Stream<String> about = Stream.of(
                access.client().clientId(),
                access.scope().id(),
                access.scope().name(),
                purpose,
                String.valueOf(categories.size()));
        Stream<String> data = categories.stream()
                .flatMap(category -> Stream.of(
                        category.key(),
                        category.level().jurisdiction(),
                        category.sensitivity().name()));
        Stream<String> groups = known.stream().flatMap(group -> Stream.of(group.id(), group.path()));
        return Fingerprint.of(
                Stream.of(about, data, groups).flatMap(part -> part).toArray(String[]::new));
    }

    /** This context for another subject (user id). */
    public ApprovalContext of(String subjectId) {
        UserRef subject = new UserRef(subjectId, access.subject().username());
        return new ApprovalContext(new Access(subject, access.client(), access.scope()), purpose, categories, known);
    }
}
