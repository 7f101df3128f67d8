/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The realm's change requests. Everything happens in the caller's transaction. */
public interface ChangeStore {

    void add(ChangeRequest change);

    /** Replaces what is stored of its state and votes. */
    void update(ChangeRequest change);

    /** The change request, locked against changes by others until the transaction ends. */
    Optional<ChangeRequest> lock(String id);

    Optional<ChangeRequest> find(String id);

    /** Those of this status at this time, or all, the newest first. */
    List<ChangeRequest> page(Optional<RequestStatus> status, Instant now, PageRange page);

    long count(Optional<RequestStatus> status, Instant now);
}
