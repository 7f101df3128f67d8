/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.GrantStore;
import java.util.List;
import java.util.Optional;

/**
 * What is kept, and who hears of each change that somebody has to hear of: such a change is stored here and nowhere else.
 */
public record RecordStores(RequestStore requests, GrantStore grants, List<RecordListener> listeners) {

    public RecordStores {
        listeners = List.copyOf(listeners);
    }

    void file(AccessRequest request) {
        requests.add(request);
        listeners.forEach(listener -> listener.filed(request));
    }

    /** Stores the last vote of this request, whatever it decides. */
    void vote(AccessRequest request) {
        requests.update(request);
        List<Vote> votes = request.state().votes();
        listeners.forEach(listener -> listener.voted(request, votes.get(votes.size() - 1)));
    }

    void approve(AccessRequest approved, AccessGrant grant) {
        requests.update(approved);
        grants.add(grant);
        listeners.forEach(listener -> listener.decided(approved, Optional.of(grant)));
    }

    void deny(AccessRequest denied) {
        requests.update(denied);
        listeners.forEach(listener -> listener.decided(denied, Optional.empty()));
    }

    void cancel(AccessRequest cancelled) {
        requests.update(cancelled);
        listeners.forEach(listener -> listener.cancelled(cancelled));
    }

    void remind(AccessRequest reminded) {
        requests.update(reminded);
        listeners.forEach(listener -> listener.reminded(reminded));
    }

    AccessGrant end(AccessGrant ended) {
        grants.update(ended);
        listeners.forEach(listener -> listener.ended(ended));
        return ended;
    }
}
