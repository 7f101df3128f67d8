/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.GuardedScopes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** The realm's guarded scopes: client scopes with the attribute {@code data-access.categories}. */
public final class ScopeCatalog implements GuardedScopes {

    private static final String CATEGORIES = "data-access.categories";
    static final String OPENID_CONNECT = "openid-connect";

    private final RealmModel realm;

    public ScopeCatalog(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public Optional<GuardedScope> guardedScope(String scopeId) {
        return Optional.ofNullable(realm.getClientScopeById(scopeId)).flatMap(ScopeCatalog::guardedScope);
    }

    /** The scope as a guarded one; empty when it lists no categories. */
    public static Optional<GuardedScope> guardedScope(ClientScopeModel scope) {
        return Optional.ofNullable(scope.getAttribute(CATEGORIES))
                .map(keys -> new GuardedScope(
                        new ScopeRef(scope.getId(), scope.getName()), split(keys), isGuardable(scope)));
    }

    /** All guarded scopes of the realm. */
    public Stream<GuardedScope> all() {
        return realm.getClientScopesStream().flatMap(scope -> guardedScope(scope).stream());
    }

    private static List<String> split(String keys) {
        return Arrays.stream(keys.strip().split("\\s+"))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static boolean isGuardable(ClientScopeModel scope) {
        return OPENID_CONNECT.equals(scope.getProtocol())
                && scope.isIncludeInTokenScope()
                && !scope.isParameterizedScope();
    }
}
