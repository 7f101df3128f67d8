/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.Vote;
import java.util.List;

/** The change requests that are kept, and who hears of each change of one: it is stored here and nowhere else. */
public record ChangeRecords(ChangeStore changes, List<ChangeListener> listeners) {

    public ChangeRecords {
        listeners = List.copyOf(listeners);
    }

    ChangeRequest lock(String id) {
        return changes.lock(id)
                .orElseThrow(() -> new RejectedException(Rejection.NOT_FOUND, "There is no such change request"));
    }

    ChangeRequest propose(ChangeRequest change) {
        changes.add(change);
        listeners.forEach(listener -> listener.proposed(change));
        return change;
    }

    /** Stores the last vote, whatever it decides. */
    void vote(ChangeRequest change) {
        changes.update(change);
        List<Vote> votes = change.state().votes();
        listeners.forEach(listener -> listener.voted(change, votes.get(votes.size() - 1)));
    }

    ChangeRequest decide(ChangeRequest change) {
        changes.update(change);
        listeners.forEach(listener -> listener.decided(change));
        return change;
    }

    ChangeRequest cancel(ChangeRequest change) {
        changes.update(change);
        listeners.forEach(listener -> listener.cancelled(change));
        return change;
    }
}
