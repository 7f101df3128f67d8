/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A realm's guarded scopes in memory. */
public final class MemoryGuardedScopes implements GuardedScopes {

    private final Map<String, GuardedScope> scopes = new LinkedHashMap<>();

    /** Adds or replaces the scope. */
    public void put(GuardedScope scope) {
        scopes.put(scope.ref().id(), scope);
    }

    public void remove(GuardedScope scope) {
        scopes.remove(scope.ref().id());
    }

    @Override
    public Optional<GuardedScope> guardedScope(String scopeId) {
        return Optional.ofNullable(scopes.get(scopeId));
    }
}
