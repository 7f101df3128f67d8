/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static java.util.stream.Collectors.toSet;
import static org.keycloak.models.ClientScopeModel.VALUE_SEPARATOR;

import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;

/** The scopes of a token. */
public final class TokenScopes {

    private TokenScopes() {}

    /** What stands in the token's {@code scope}. */
    public static Set<String> names(AccessToken token) {
        return token.getScope() == null
                ? Set.of()
                : Arrays.stream(token.getScope().split(" ")).collect(toSet());
    }

    /**
     * The guarded scopes of a token that is being issued: those of its context that its {@code scope} names. The context
     * alone can be too wide (offline refresh with a narrower scope), the name alone can be missing (a scope that is not
     * shown in tokens counts as present). A name that the context does not explain is looked up in the realm; the client
     * itself is part of the context and explains none, for anybody who registers one may name it.
     */
    static List<GuardedScope> guardedIn(AccessToken token, ClientSessionContext context) {
        RealmModel realm = context.getClientSession().getRealm();
        Set<String> named = names(token);
        List<ClientScopeModel> ofContext = context.getClientScopesStream().toList();
        Set<String> unexplained = new HashSet<>(named);
        ofContext.stream()
                .filter(scope -> !(scope instanceof ClientModel))
                .forEach(scope -> unexplained.remove(scope.getName()));
        unexplained.remove(OAuth2Constants.SCOPE_OPENID);
        Set<String> known = ofContext.stream().map(ClientScopeModel::getId).collect(toSet());
        Stream<ClientScopeModel> others = named(realm, unexplained).filter(scope -> !known.contains(scope.getId()));
        return ScopeCatalog.guarded(Stream.concat(ofContext.stream(), others)).stream()
                .map(scope ->
                        isOwnName(realm, scope.ref()) ? scope : new GuardedScope(scope.ref(), scope.keys(), false))
                .filter(scope -> named.contains(scope.ref().name()) || !scope.guardable())
                .toList();
    }

    /** Keycloak may hand over a scope under another name than its own: {@code organization:acme}. */
    private static boolean isOwnName(RealmModel realm, ScopeRef scope) {
        ClientScopeModel known = realm.getClientScopeById(scope.id());
        return known != null && scope.name().equals(known.getName());
    }

    /** The realm's guarded scopes with these names, ordered by name. */
    public static List<GuardedScope> guardedNamed(RealmModel realm, Set<String> names) {
        return ScopeCatalog.guarded(named(realm, names));
    }

    /** The guarded scopes that the client may ask for. */
    public static List<GuardedScope> guardedOf(ClientModel client) {
        return ScopeCatalog.guarded(Stream.concat(
                client.getClientScopes(true).values().stream(), client.getClientScopes(false).values().stream()));
    }

    private static Stream<ClientScopeModel> named(RealmModel realm, Set<String> names) {
        return names.isEmpty() ? Stream.empty() : realm.getClientScopesStream().filter(scope -> isIn(names, scope));
    }

    /** Tokens name a scope that takes a parameter together with it. */
    private static boolean isIn(Set<String> names, ClientScopeModel scope) {
        return names.contains(scope.getName())
                || (ScopeCatalog.takesParameter(scope)
                        && names.stream().anyMatch(name -> name.startsWith(scope.getName() + VALUE_SEPARATOR)));
    }
}
