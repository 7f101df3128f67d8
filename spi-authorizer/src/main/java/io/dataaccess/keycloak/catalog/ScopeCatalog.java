/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.GuardedScopes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** The realm's guarded scopes: client scopes with the attribute {@code data-access.categories}. */
public final class ScopeCatalog implements GuardedScopes {

    public static final String CATEGORIES = "data-access.categories";

    /** A scope whose list is this word is deliberately not guarded: no category can be called so. */
    public static final String NONE = "none";

    public static final String OPENID_CONNECT = "openid-connect";

    /** Keycloak takes {@code name:parameter} for every scope with this mapper, whatever the scope itself says (26.7.3). */
    private static final String PARAMETER_MAPPER = "oidc-organization-membership-mapper";

    /** RFC 6749, section 3.3. Keycloak checks it when a scope is saved, but not when it is imported (26.7.3). */
    private static final Pattern NAME = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private final RealmModel realm;

    public ScopeCatalog(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public Optional<GuardedScope> guardedScope(String scopeId) {
        return Optional.ofNullable(realm.getClientScopeById(scopeId)).flatMap(ScopeCatalog::guardedScope);
    }

    /**
     * The scope as a guarded one; empty when it lists no categories, or says that it is deliberately not guarded. A
     * client is among the scopes of its own tokens, and is none of ours whatever attribute it has.
     */
    public static Optional<GuardedScope> guardedScope(@Nullable ClientScopeModel scope) {
        return scope == null || scope instanceof ClientModel
                ? Optional.empty()
                : guardedScope(scope, DecidingConfiguration.of(scope.getRealm()));
    }

    private static Optional<GuardedScope> guardedScope(ClientScopeModel scope, DecidingConfiguration deciding) {
        return deciding.listOf(scope)
                .map(keys ->
                        new GuardedScope(new ScopeRef(scope.getId(), name(scope)), split(keys), isGuardable(scope)));
    }

    /**
     * What the scope itself lists, approved or not; empty when it lists nothing, or says that it is not guarded. A null that
     * stands there is a blank list, and no way to say that there is none.
     */
    public static Optional<String> listed(ClientScopeModel scope) {
        String keys = scope.getAttribute(CATEGORIES);
        if (keys == null) {
            return scope.getAttributes().containsKey(CATEGORIES) ? Optional.of("") : Optional.empty();
        }
        return keys.equals(NONE) ? Optional.empty() : Optional.of(keys);
    }

    /** Whether it says in so many words that it is not guarded: exactly the word, or it lists categories. */
    public static boolean isUnguarded(ClientScopeModel scope) {
        return NONE.equals(scope.getAttribute(CATEGORIES));
    }

    /** A database may hold a scope without a name, put there by an import. */
    public static String name(ClientScopeModel scope) {
        return Objects.requireNonNullElse(scope.getName(), "");
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

    /** Whether the name stands for itself in a token's scope: one with a blank in it would read as two others. */
    public static boolean isNameable(ClientScopeModel scope) {
        return NAME.matcher(name(scope)).matches();
    }

    /** Whether tokens may name the scope together with a parameter: {@code organization:acme}. */
    public static boolean takesParameter(ClientScopeModel scope) {
        return scope.isParameterizedScope()
                || !scope.getProtocolMapperByType(PARAMETER_MAPPER).isEmpty();
    }

    /** The guarded ones among these scopes, ordered by name. */
    public static List<GuardedScope> guarded(Stream<ClientScopeModel> scopes) {
        return scopes.flatMap(scope -> guardedScope(scope).stream())
                .sorted(Comparator.comparing(scope -> scope.ref().name()))
                .toList();
    }

    private static boolean isGuardable(ClientScopeModel scope) {
        return OPENID_CONNECT.equals(scope.getProtocol())
                && isNameable(scope)
                && scope.isIncludeInTokenScope()
                && !takesParameter(scope);
    }
}
