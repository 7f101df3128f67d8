/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.grant.AccessGrant;
import java.util.Optional;

/** Hears what happens to requests and grants once it is stored, in the transaction it happens in: a failure undoes both. */
public interface RecordListener {

    void filed(AccessRequest request);

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
