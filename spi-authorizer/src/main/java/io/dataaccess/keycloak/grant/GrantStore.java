/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The realm's grants. Everything happens in the caller's transaction. */
public interface GrantStore {

    void add(AccessGrant grant);

    /** Replaces the stored grant of this id. */
    void update(AccessGrant grant);

    /** The grant, locked against changes by others until the transaction ends. */
    Optional<AccessGrant> lock(String id);

    Optional<AccessGrant> find(String id);

    /** The grants of this subject (user id) through this client (internal id) that run at this time: one indexed query. */
    List<AccessGrant> runningAt(String subjectId, String clientId, Instant now);

    /** The grants of any of these accesses that run at this time, newest first: one query, however many they are. */
    List<AccessGrant> runningOf(Collection<Access> accesses, Instant now);

    /** Those of this target that run, or will by a clock that is behind: what there is to end. */
    List<AccessGrant> notOverAt(AccessFilter target, Instant now);

    /** Those that rest on one of these requests, newest first. */
    List<AccessGrant> ofRequests(Collection<String> requestIds);

    /** The approval contexts of grants, with the subjects of those that match. */
    ContextIndex index(GrantFilter filter);

    /** Those that match, of these cases if any are given, in the filter's order. */
    List<AccessGrant> page(GrantFilter filter, Optional<ContextSet> cases, PageRange page);

    /** How many there are, counted no further than one more than {@link PageRange#MOST}. */
    long count(GrantFilter filter, Optional<ContextSet> cases);

    /** What all grants of the realm are about. */
    RecordedNames recordedNames();
}
