/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.UserRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A realm's requests in memory. Like the database it refuses a second pending one for the same access. */
public final class MemoryRequests implements RequestStore {

    /** What happens until somebody gets a lock. */
    public Runnable whileWaiting = () -> {};

    private final Map<String, AccessRequest> requests = new LinkedHashMap<>();

    public List<AccessRequest> all() {
        return List.copyOf(requests.values());
    }

    @Override
    public void add(AccessRequest request) {
        if (lockPending(request.access()).isPresent() || requests.putIfAbsent(request.id(), request) != null) {
            throw new IllegalStateException("There is a pending request for this access");
        }
    }

    @Override
    public void update(AccessRequest request) {
        if (requests.replace(request.id(), request) == null) {
            throw new IllegalStateException("There is no request with this id");
        }
    }

    @Override
    public Optional<AccessRequest> lock(String id) {
        whileWaiting.run();
        return find(id);
    }

    @Override
    public Optional<AccessRequest> find(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    @Override
    public Optional<AccessRequest> lockPending(Access access) {
        whileWaiting.run();
        return requests.values().stream()
                .filter(request -> request.state().status() == RequestStatus.PENDING)
                .filter(request -> request.access().isSameAs(access))
                .findFirst();
    }

    @Override
    public long countPending(Filer filer, Instant now) {
        return requests.values().stream()
                .filter(request -> request.isPendingAt(now))
                .filter(request -> request.content().isFiledBy(filer))
                .count();
    }

    @Override
    public List<Instant> filedAfter(Filer filer, Instant time, String bundle) {
        Map<String, Instant> filed = new HashMap<>();
        requests.values().stream()
                .filter(request -> request.content().isFiledBy(filer))
                .filter(request -> request.state().createdAt().isAfter(time))
                .forEach(request -> filed.putIfAbsent(
                        request.content().bundle(), request.state().createdAt()));
        filed.remove(bundle);
        return filed.values().stream().sorted().toList();
    }

    /** Nobody else files here. */
    @Override
    public void lockRequester(UserRef requester) {}

    /** By party, target, time of filing and status, in the order of filing; whatever else the filter says is the database's. */
    @Override
    public Stream<AccessRequest> search(RequestFilter filter) {
        return all().stream()
                .filter(request -> matches(filter.selection().target(), request.access()))
                .filter(request -> filter.selection().party().stream().allMatch(id -> isParty(id, request)))
                .filter(request -> isWithin(filter.selection(), request))
                .filter(request -> filter.when().status().stream()
                        .allMatch(status ->
                                status == request.statusAt(filter.when().now())));
    }

    private static boolean isParty(String id, AccessRequest request) {
        return id.equals(request.content().requester().id())
                || id.equals(request.access().subject().id());
    }

    private static boolean isWithin(RecordFilter selection, AccessRequest request) {
        Instant filed = request.state().createdAt();
        return selection.from().stream().noneMatch(filed::isBefore)
                && selection.to().stream().allMatch(filed::isBefore);
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
