/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.List;

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
        return ask.reason()
                .ticket()
                .map(ticket -> Fingerprint.of("ticket", ask.access().subject().id(), ticket))
                .orElseGet(() -> Fingerprint.of("bundle", ask.wish().bundle()));
    }
}
