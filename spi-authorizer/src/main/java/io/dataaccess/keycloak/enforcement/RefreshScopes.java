/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.enforcement;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * The guarded scopes that a refresh token may yield, by id, in a claim that only Keycloak reads. A refresh adds none, but a
 * scope of the token may become guarded later, and then nobody has said yes to it as such. Refresh tokens without the
 * claim are not limited.
 *
 * @param ids the ids; empty when the token has no such claim
 */
record RefreshScopes(Optional<List<?>> ids) {

    private static final String CLAIM = "data_access_refresh";

    static RefreshScopes of(AccessToken token) {
        Object claim = token.getOtherClaims().get(CLAIM);
        return new RefreshScopes(Optional.ofNullable(claim)
                .map(found -> found instanceof List<?> ids ? ids : List.of()));
    }

    static RefreshScopes of(List<GuardedScope> scopes) {
        return new RefreshScopes(
                Optional.of(scopes.stream().map(scope -> scope.ref().id()).toList()));
    }

    boolean cover(List<GuardedScope> scopes) {
        return ids.isEmpty()
                || scopes.stream()
                        .allMatch(
                                scope -> ids.orElseThrow().contains(scope.ref().id()));
    }

    void writeTo(RefreshToken token) {
        ids.ifPresent(limit -> token.getOtherClaims().put(CLAIM, limit));
    }
}
