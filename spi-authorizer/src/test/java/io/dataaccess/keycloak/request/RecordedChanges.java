/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What listeners heard, in the order it happened. */
public final class RecordedChanges implements RecordListener {

    /** By id of the request. */
    public final Map<String, Cancellation> cancellations = new LinkedHashMap<>();

    /** Each change with the id of what changed, such as {@code filed 17}. */
    public final List<String> all = new ArrayList<>();

    /** As they counted when they were cast. */
    public final List<Vote> votes = new ArrayList<>();

    @Override
    public void filed(AccessRequest request) {
        all.add("filed " + request.id());
    }

    @Override
    public void voted(AccessRequest request, Vote vote) {
        votes.add(vote);
    }

    @Override
    public void decided(AccessRequest request, Optional<AccessGrant> grant) {
        all.add(request.state().status() + " " + request.id()
                + grant.map(given -> " by " + given.approval().requestId()).orElse(""));
    }

    @Override
    public void cancelled(AccessRequest request) {
        Cancellation why = request.state().cancellation().orElseThrow();
        cancellations.put(request.id(), why);
        all.add(why + " " + request.id());
    }

    @Override
    public void reminded(AccessRequest request) {
        all.add("reminded " + request.id());
    }

    @Override
    public void ended(AccessGrant grant) {
        all.add("ended " + grant.id());
    }
}
