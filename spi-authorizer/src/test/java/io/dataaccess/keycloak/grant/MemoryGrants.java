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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A realm's grants in memory. Counts how often the token path asks. */
public final class MemoryGrants implements GrantStore {

    private static final Comparator<AccessGrant> NEWEST_FIRST =
            Comparator.comparing((AccessGrant grant) -> grant.term().from()).reversed();

    private final Map<String, AccessGrant> grants = new LinkedHashMap<>();
    private int queries;

    public int queries() {
        return queries;
    }

    public List<AccessGrant> all() {
        return List.copyOf(grants.values());
    }

    @Override
    public void add(AccessGrant grant) {
        if (grants.putIfAbsent(grant.id(), grant) != null) {
            throw new IllegalStateException("There is a grant with this id");
        }
    }

    @Override
    public void update(AccessGrant grant) {
        if (grants.replace(grant.id(), grant) == null) {
            throw new IllegalStateException("There is no grant with this id");
        }
    }

    @Override
    public Optional<AccessGrant> lock(String id) {
        return find(id);
    }

    @Override
    public Optional<AccessGrant> find(String id) {
        return Optional.ofNullable(grants.get(id));
    }

    /** As lax as a database that compares ids without regard to case, and that knows nothing of endings. */
    @Override
    public List<AccessGrant> runningAt(String subjectId, String clientId, Instant now) {
        queries++;
        return grants.values().stream()
                .filter(grant -> grant.access().subject().id().equalsIgnoreCase(subjectId))
                .filter(grant -> grant.access().client().id().equalsIgnoreCase(clientId))
                .toList();
    }

    @Override
    public List<AccessGrant> runningOf(Collection<Access> accesses, Instant now) {
        return grants.values().stream()
                .filter(grant -> accesses.stream().anyMatch(grant.access()::isSameAs))
                .filter(grant -> grant.isActiveAt(now))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public List<AccessGrant> notOverAt(AccessFilter target, Instant now) {
        return grants.values().stream()
                .filter(grant -> matches(target, grant.access()))
                .filter(grant -> !grant.term().isOverAt(now))
                .toList();
    }

    @Override
    public List<AccessGrant> ofRequests(Collection<String> requestIds) {
        return grants.values().stream()
                .filter(grant -> requestIds.contains(grant.approval().requestId()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Nobody looks at grants page by page here. */
    @Override
    public ContextIndex index(GrantFilter filter) {
        throw new UnsupportedOperationException("See the tests of the database");
    }

    @Override
    public List<AccessGrant> page(GrantFilter filter, Optional<ContextSet> cases, PageRange page) {
        throw new UnsupportedOperationException("See the tests of the database");
    }

    @Override
    public long count(GrantFilter filter, Optional<ContextSet> cases) {
        throw new UnsupportedOperationException("See the tests of the database");
    }

    @Override
    public RecordedNames recordedNames() {
        throw new UnsupportedOperationException("See the tests of the database");
    }

    private static boolean matches(AccessFilter target, Access access) {
        return target.subject().stream()
                        .allMatch(id -> id.equals(access.subject().id()))
                && target.client().stream()
                        .allMatch(id -> id.equals(access.client().id()))
                && target.scope().stream()
                        .allMatch(id -> id.equals(access.scope().id()));
    }
}
