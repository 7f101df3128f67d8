/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One way in which a change lessens the protection of a jurisdiction's data. Example: of US data, {@code us-confidential}
 * gives access for longer than before.
 *
 * @param jurisdiction whose data is protected less
 * @param policies names of the policies that protect less, as they were; sorted
 * @param kind tells the sentences apart, for whoever says them in another language
 * @param name what is changed: a policy, a data category, a scope
 * @param reason in English
 */
public record Lowered(String jurisdiction, SortedSet<String> policies, String kind, String name, String reason) {

    static Lowered of(String jurisdiction, Collection<String> policies, String kind, String name, String reason) {
        return new Lowered(jurisdiction, new TreeSet<>(policies), kind, name, reason);
    }
}
