/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/**
 * The guarded scopes that a refresh token may yield, by id, in a claim that only Keycloak reads. A refresh adds none, but a
 * scope of the token may become guarded later, and then nobody has said yes to it as such. A refresh token without the
 * claim, from before or from a node without the gate, may yield any, but none in a session in which a device has tokens:
 * it may be the device's.
 *
 * @param ids the ids; empty for any
 */
public record RefreshScopes(Optional<List<?>> ids) {

    static final RefreshScopes ANY = new RefreshScopes(Optional.empty());

    private static final String CLAIM = "data_access_refresh";
    private static final String ANY_CLAIM = "any";

    public static RefreshScopes of(AccessToken token, BooleanSupplier isInSessionOfDevice) {
        Object claim = token.getOtherClaims().get(CLAIM);
        boolean isAny = claim == null ? !isInSessionOfDevice.getAsBoolean() : claim.equals(ANY_CLAIM);
        return isAny ? ANY : new RefreshScopes(Optional.of(claim instanceof List<?> ids ? ids : List.of()));
    }

    public static RefreshScopes of(List<GuardedScope> scopes) {
        return new RefreshScopes(
                Optional.of(scopes.stream().map(scope -> scope.ref().id()).toList()));
    }

    public boolean cover(List<GuardedScope> scopes) {
        return ids.isEmpty()
                || scopes.stream()
                        .allMatch(
                                scope -> ids.orElseThrow().contains(scope.ref().id()));
    }

    void writeTo(RefreshToken token) {
        token.getOtherClaims().put(CLAIM, ids.<Object>map(limit -> limit).orElse(ANY_CLAIM));
    }
}
