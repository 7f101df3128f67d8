/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScopes;
import java.util.List;
import java.util.Optional;

/** Everything an operator has laid down, as of now. */
public record RealmRules(Classification classification, GuardedScopes scopes, PolicySet policies, AcrLevels acrLevels) {

    /** The categories of this scope (id) now; empty when it is gone or cannot be classified. */
    public Optional<List<DataCategory>> categoriesOf(String scopeId) {
        return scopes.guardedScope(scopeId).flatMap(classification::categoriesOf);
    }
}
