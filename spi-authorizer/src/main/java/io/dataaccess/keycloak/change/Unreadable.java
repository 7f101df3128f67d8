/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import java.util.Set;

/**
 * What of a configuration cannot be read whole, and so decides nothing: to correct it opens what was closed.
 *
 * @param categories keys of data categories
 * @param policies names of approval policies
 */
public record Unreadable(Set<String> categories, Set<String> policies) {

    public static final Unreadable NOTHING = new Unreadable(Set.of(), Set.of());

    public Unreadable {
        categories = Set.copyOf(categories);
        policies = Set.copyOf(policies);
    }
}
