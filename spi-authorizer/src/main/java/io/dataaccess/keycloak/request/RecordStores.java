/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantStore;
import java.util.Optional;

/**
 * What is kept, and who hears of each change that somebody has to hear of: such a change is stored here and nowhere else.
 */
public record RecordStores(RequestStore requests, GrantStore grants, RecordListener listener) {

    void file(AccessRequest request) {
        requests.add(request);
        listener.filed(request);
    }

    void approve(AccessRequest approved, AccessGrant grant) {
        requests.update(approved);
        grants.add(grant);
        listener.decided(approved, Optional.of(grant));
    }

    void deny(AccessRequest denied) {
        requests.update(denied);
        listener.decided(denied, Optional.empty());
    }

    void cancel(AccessRequest cancelled) {
        requests.update(cancelled);
        listener.cancelled(cancelled);
    }

    void remind(AccessRequest reminded) {
        requests.update(reminded);
        listener.reminded(reminded);
    }

    AccessGrant end(AccessGrant ended) {
        grants.update(ended);
        listener.ended(ended);
        return ended;
    }
}
