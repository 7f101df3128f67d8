/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.util.Optional;

/** Hears what happens to requests and grants once it is stored, in the transaction it happens in: a failure undoes both. */
public interface RecordListener {

    void filed(AccessRequest request);

    /**
     * Somebody has voted; what that decides is told next.
     *
     * @param request with the vote, counted anew
     * @param vote the new one
     */
    void voted(AccessRequest request, Vote vote);

    /**
     * Enough have approved, or somebody has denied.
     *
     * @param grant what an approval gave; empty for a denial
     */
    void decided(AccessRequest request, Optional<AccessGrant> grant);

    /** Its state says why. */
    void cancelled(AccessRequest request);

    /** Its approvers are to be reminded. */
    void reminded(AccessRequest request);

    /** Before its time. */
    void ended(AccessGrant grant);
}
