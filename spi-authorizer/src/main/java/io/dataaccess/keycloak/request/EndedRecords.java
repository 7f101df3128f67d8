/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.grant.AccessGrant;
import java.util.List;

/** What ended before its time: requests that were pending, access grants that were running. */
public record EndedRecords(List<AccessRequest> requests, List<AccessGrant> grants) {

    public EndedRecords {
        requests = List.copyOf(requests);
        grants = List.copyOf(grants);
    }
}
