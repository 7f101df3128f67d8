/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Set;

/**
 * What the records of a realm are about, each once: few, however many records there are.
 *
 * @param clients internal ids
 * @param purposes as the policies name them
 */
public record RecordedNames(Set<String> clients, Set<String> purposes) {

    public RecordedNames {
        clients = Set.copyOf(clients);
        purposes = Set.copyOf(purposes);
    }
}
