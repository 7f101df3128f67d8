/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestSnapshot;
import io.dataaccess.keycloak.request.RequestState;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests of the demo realm's people that differ in everything that matters to a list. */
final class RandomRequests {

    static final UserRef GONE = new UserRef("id-of-gone", "gone");

    private static final Map<String, List<DataCategory>> SCOPES = Map.of(
            "us-contact", List.of(Categories.usContact()),
            "us-private", List.of(Categories.usPrivateContent(), Categories.usLocation()),
            "eu-contact", List.of(Categories.euContact()),
            "both", List.of(Categories.usContact(), Categories.euContact()),
            "unknown",
                    List.of(Categories.of(
                            "br.user", "BR", Categories.usContact().sensitivity())));

    private final Random random;
    private final Set<Access> pending = new HashSet<>();

    RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    List<AccessRequest> take(int count) {
        List<AccessRequest> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(next());
        }
        return all;
    }

    private AccessRequest next() {
        UserRef subject = one(users());
        String scope = one(List.copyOf(new TreeSet<>(SCOPES.keySet())));
        Access access = new Access(
                subject,
                one(List.of(Clients.sampleApp(), Clients.batch())),
                Scopes.opening(scope).ref());
        Optional<String> ticket = random.nextBoolean() ? Optional.of("CASE-" + random.nextInt(3)) : Optional.empty();
        RequestReason reason = new RequestReason(
                one(List.of("legal-request", "safety-review")), "Because of this week's case", ticket);
        boolean urgent = random.nextInt(4) == 0;
        String bundle = "bundle-" + UUID.randomUUID().hashCode();
        RequestContent content = new RequestContent(
                random.nextInt(5) == 0 ? one(users()) : subject,
                access,
                reason,
                Duration.ofHours(1),
                urgent,
                bundle,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(access.client().id()));
        RequestStatus status = random.nextInt(3) == 0 ? one(List.of(RequestStatus.values())) : RequestStatus.PENDING;
        if (status == RequestStatus.PENDING && !pending.add(access)) {
            status = RequestStatus.CANCELLED;
        }
        Instant created = SettableClock.NOON.minusSeconds(random.nextInt(90_000));
        RequestState state = new RequestState(
                status,
                created,
                created.plus(Duration.ofDays(1)),
                Optional.empty(),
                cancellation(status),
                Optional.empty(),
                votes());
        return new AccessRequest(UUID.randomUUID().toString(), content, snapshot(scope), state);
    }

    private Optional<Cancellation> cancellation(RequestStatus status) {
        return status == RequestStatus.CANCELLED ? Optional.of(one(List.of(Cancellation.values()))) : Optional.empty();
    }

    /** Sometimes a group whose path another one has now. */
    private RequestSnapshot snapshot(String scope) {
        GroupRef security = random.nextInt(4) == 0
                ? new GroupRef("id-of-renamed", Groups.usSecurity().path())
                : Groups.usSecurity();
        return new RequestSnapshot(
                SCOPES.getOrDefault(scope, List.of()),
                List.of(),
                List.of(new RequiredApproval(security, 1)),
                new Attributes(Map.of("legal_entity", one(List.of("Clips Brasil", "Clips Singapore")))));
    }

    private List<Vote> votes() {
        return Stream.of(People.avery(), People.erin())
                .filter(voter -> random.nextInt(6) == 0)
                .map(Person::user)
                .map(voter -> random.nextBoolean() ? TestRecords.approval(voter) : TestRecords.denial(voter))
                .toList();
    }

    private static List<UserRef> users() {
        return Stream.concat(
                        Stream.of(GONE), People.all().stream().map(Person::user).map(RandomRequests::named))
                .toList();
    }

    private static UserRef named(UserRef user) {
        return new UserRef(user.id(), user.username(), Optional.of("Dr. " + user.username() + " \u00D6zt\u00FCrk"));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
