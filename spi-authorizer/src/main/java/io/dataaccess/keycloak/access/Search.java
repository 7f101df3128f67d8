/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Set;

/**
 * A text that rows are searched for, and what is called so although records hold it under another name. Example: who
 * searches for "Singapore" means records with the country SG as well.
 *
 * @param text in what records hold, whatever the case
 * @param clients internal ids of the clients that are called so
 * @param purposes the purposes that are called so
 * @param values the values of attributes that are called so
 */
public record Search(String text, Set<String> clients, Set<String> purposes, Set<String> values) {

    public Search {
        clients = Set.copyOf(clients);
        purposes = Set.copyOf(purposes);
        values = Set.copyOf(values);
    }

    /** The text and nothing else. */
    public static Search of(String text) {
        return new Search(text, Set.of(), Set.of(), Set.of());
    }
}
