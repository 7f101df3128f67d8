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
public record TextSearch(String text, Set<String> clients, Set<String> purposes, Set<String> values) {

    public TextSearch {
        clients = Set.copyOf(clients);
        purposes = Set.copyOf(purposes);
        values = Set.copyOf(values);
    }

    /** The text and nothing else. */
    public static TextSearch of(String text) {
        return new TextSearch(text, Set.of(), Set.of(), Set.of());
    }
}
