/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/**
 * Requests that were filed together, or are of one subject for one ticket: one matter to those who decide.
 *
 * @param key the same for all of them, and for nothing else
 */
public record Bundle(String key, List<AccessRequest> requests) {

    public Bundle {
        requests = List.copyOf(requests);
    }

    /** The key of what is asked. Requests filed together have their subject and ticket in common. */
    public static String keyOf(Ask ask) {
        String matter = ask.reason()
                .ticket()
                .map(ticket -> "ticket\0" + ask.access().subject().id() + "\0" + ticket)
                .orElseGet(() -> "bundle\0" + ask.wish().bundle());
        return UUID.nameUUIDFromBytes(matter.getBytes(UTF_8)).toString();
    }
}
