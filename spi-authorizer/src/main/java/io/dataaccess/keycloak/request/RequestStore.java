/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The realm's requests. Everything happens in the caller's transaction. */
public interface RequestStore {

    /** Adds a pending request; the database refuses a second pending one for the same access. */
    void add(AccessRequest request);

    /** Replaces what is stored of this request: its course and votes. */
    void update(AccessRequest request);

    /** The request, locked against changes by others until the transaction ends. */
    Optional<AccessRequest> lock(String id);

    Optional<AccessRequest> find(String id);

    /** The request stored as pending for this access, locked; it may be over by time. */
    Optional<AccessRequest> lockPending(Access access);

    /** How many requests of this filer are pending at this time. */
    long countPending(Filer filer, Instant now);

    /** When this filer filed after this time, earliest first: once for each bundle, but this one. */
    List<Instant> filedAfter(Filer filer, Instant time, String bundle);

    /** Lets whatever else this person files wait until the transaction ends, on every node. */
    void lockRequester(UserRef requester);

    /** Those that match, in the filter's order. */
    Stream<AccessRequest> search(RequestFilter filter);
}
