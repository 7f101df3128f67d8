/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.lint.RealmProblemFinder;
import io.dataaccess.keycloak.lint.configuration.ApprovalProblems;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.lint.realm.LogProblems;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Everything that is wrong with a realm: what it decides by, what was approved, and the log of it. */
final class FoundProblems {

    private FoundProblems() {}

    static List<Problem> of(KeycloakSession session, RealmModel realm, DataAccess access) {
        return Stream.of(
                        new RealmProblemFinder(
                                        session,
                                        realm,
                                        access.catalog(),
                                        access.people(),
                                        access.feasibility(),
                                        access.index())
                                .all().stream(),
                        new ApprovalProblems(
                                        realm,
                                        DecidingConfiguration.of(realm),
                                        access.approvedConfigurations().newest())
                                .find(),
                        new LogProblems(realm, access.log().state(), access.clock()).find())
                .flatMap(found -> found)
                .toList();
    }
}
