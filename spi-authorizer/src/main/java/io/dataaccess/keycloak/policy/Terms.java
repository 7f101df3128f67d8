/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.util.List;

/**
 * On which terms access is given.
 *
 * @param purposes the closed list of purposes, in the order to show them
 * @param contact whom to ask; may be blank
 */
public record Terms(Durations durations, List<String> purposes, TicketRule ticket, String contact) {

    public Terms {
        purposes = List.copyOf(purposes);
    }
}
