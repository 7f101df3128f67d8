/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import io.dataaccess.keycloak.access.ScopeRef;
import java.util.List;

/**
 * A client scope that lists data categories.
 *
 * @param keys the category keys it lists, in order; empty when its list is blank
 * @param guardable whether tokens show the scope so that the gate can guard it: OpenID Connect, in the token scope
 *     by a name of its own, not parameterized
 */
public record GuardedScope(ScopeRef ref, List<String> keys, boolean guardable) {

    public GuardedScope {
        keys = List.copyOf(keys);
    }
}
