/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.List;

/**
 * Requests of one requester for one subject that were filed together, or are for one ticket: one matter to those who
 * decide. What another service owner files under the same ticket is another matter.
 *
 * @param key the same for all of them, and for nothing else
 */
public record Bundle(String key, List<AccessRequest> requests) {

    public Bundle {
        requests = List.copyOf(requests);
    }

    /** The key of what is asked. Requests filed together have their requester, subject and ticket in common. */
    public static String keyOf(RequestContent content) {
        String requester = content.requester().id();
        String subject = content.access().subject().id();
        return content.reason()
                .ticket()
                .map(ticket -> Fingerprint.of("ticket", requester, subject, ticket))
                .orElseGet(() -> Fingerprint.of("bundle", requester, subject, content.bundle()));
    }
}
