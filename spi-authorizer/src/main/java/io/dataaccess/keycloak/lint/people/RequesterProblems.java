/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.CancelledRetention;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What holds for requesters: who may file for them, and how long what they took back is kept. */
public final class RequesterProblems {

    private static final String SCOPE = "data-access";

    private final RealmModel realm;

    public RequesterProblems(RealmModel realm) {
        this.realm = realm;
    }

    public Stream<Problem> find() {
        return Stream.of(givenToAll(), notInToken(), retention()).flatMap(found -> found);
    }

    private Stream<Problem> givenToAll() {
        return Stream.concat(realm.getDefaultClientScopesStream(true), realm.getDefaultClientScopesStream(false))
                .filter(Objects::nonNull)
                .filter(scope -> SCOPE.equals(scope.getName()))
                .limit(1)
                .map(scope -> Problem.warning(
                        "requester_scope_default",
                        RealmElement.scope(scope),
                        "is given to every new client, so that any of them may ask and cancel for its users: take it"
                                + " from the realm's default scopes, and give it to the clients that file"));
    }

    private Stream<Problem> notInToken() {
        return realm.getClientScopesStream()
                .filter(scope -> SCOPE.equals(scope.getName()) && !scope.isIncludeInTokenScope())
                .map(scope -> Problem.warning(
                        "requester_scope_not_in_token",
                        RealmElement.scope(scope),
                        "does not stand in tokens, so that no application can file for its users: switch"
                                + " 'Include in token scope' on"));
    }

    private Stream<Problem> retention() {
        return CancelledRetention.isMisspelt(realm)
                ? Stream.of(Problem.warning(
                        "cancelled_retention_invalid",
                        RealmElement.realm(realm),
                        "says of requests that were taken back how long they are kept, and that is no duration from"
                                + " PT1H, so that they are kept for ever: correct the attribute"
                                + " data-access.cancelledRetention"))
                : Stream.empty();
    }
}
