/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.directory.UserSideMapper;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Approvers whom nobody can list: a mapper of a directory makes them members, and only they themselves show it. */
public final class UnlistedMemberProblems {

    private final RealmModel realm;
    private final ApproverGroups groups;

    public UnlistedMemberProblems(RealmModel realm, ApproverGroups groups) {
        this.realm = realm;
        this.groups = groups;
    }

    public Stream<Problem> find() {
        return UserSideMapper.of(realm).flatMap(this::ofMapper);
    }

    private Stream<Problem> ofMapper(UserSideMapper mapper) {
        List<String> concerned =
                groups.paths().stream().filter(mapper::concerns).toList();
        return concerned.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "members_unlisted",
                        RealmElement.named(
                                Kind.USER_DIRECTORY, mapper.directory().getName()),
                        "makes people members of {groups} by the mapper {mapper} in a way that nobody can list them, so that"
                                + " they get no mail, and requests are filed without knowing whether anybody could approve:"
                                + " copy the memberships into Keycloak (mode IMPORT), or give them there",
                        ParameterizedText.naming(
                                "groups",
                                String.join(", ", concerned),
                                "mapper",
                                mapper.mapper().getName())));
    }
}
