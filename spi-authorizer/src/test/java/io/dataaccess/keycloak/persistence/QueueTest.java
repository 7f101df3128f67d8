/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Search;
import io.dataaccess.keycloak.access.Selection;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.access.Slice;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Docket;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Ask;
import io.dataaccess.keycloak.request.Bench;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.Sight;
import io.dataaccess.keycloak.request.Sight.Own;
import io.dataaccess.keycloak.request.Sight.Turn;
import io.dataaccess.keycloak.request.Sights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages show what the rules say of each request, whoever looks. */
@ParameterizedClass
@EnumSource
final class QueueTest {

    private static final Slice EVERYTHING = new Slice(0, 1000);
    private static final List<Person> LOOKING =
            List.of(People.avery(), People.blake(), People.sam(), People.dana(), People.erin(), People.lin());

    private final TestDatabase database;
    private final String realmId = UUID.randomUUID().toString();
    private final Realm realm = Realm.demo();
    private final List<AccessRequest> stored = new RandomRequests(7).take(250);

    QueueTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void store() {
        realm.put(PolicyDrafts.usConfidential()
                .with(
                        "approverCondition",
                        "approver.attributes['country'] == 'US'"
                                + " && (client.id == 'sample-app' || purpose == 'legal-request' || scope == 'both')"));
        realm.put(PolicyDrafts.euConfidential()
                .with(
                        "approverCondition",
                        "approver.attributes['country'] != subject.attributes['country']"
                                + " && purpose != 'safety-review'"));
        database.runInTransaction(em -> stored.forEach(new JpaRequestStore(em, realmId)::add));
    }

    @Test
    void showsWhatApproverMaySeeWhenPaged() {
        for (Person person : LOOKING) {
            Predicate<AccessRequest> seen = request -> realm.bench().maySee(person, request);
            Optional<RequestStatus> any = Optional.empty();

            assertShown(filter(any, Order.NEWEST_FIRST), person, Optional.empty(), seen);
        }
        assertThat(stored).anyMatch(request -> realm.bench().maySee(People.avery(), request));
        assertThat(stored).anyMatch(request -> realm.bench().maySee(People.erin(), request));
    }

    @Test
    void showsWhatApproverMayDecideWhenPaged() {
        for (Person person : LOOKING) {
            Bench bench = realm.bench();
            Predicate<AccessRequest> decidable = request -> bench.mayDecide(person, request);
            Predicate<AccessRequest> seen = request -> bench.maySee(person, request);
            RequestFilter all = filter(Optional.empty(), Order.URGENT_FIRST);
            RequestFilter pending = filter(Optional.of(RequestStatus.PENDING), Order.EXPIRING_LAST);

            assertShown(all, person, Optional.of(true), seen.and(decidable));
            assertShown(pending, person, Optional.of(true), seen.and(decidable));
            assertShown(all, person, Optional.of(false), seen.and(decidable.negate()));
        }
        assertThat(stored).anyMatch(request -> realm.bench().mayDecide(People.avery(), request));
        assertThat(stored).anyMatch(request -> realm.bench().mayDecide(People.erin(), request));
    }

    @Test
    void showsOnesOwnAndWhatWaitsForServicesWhenOwner() {
        RequestFilter all = filter(Optional.empty(), Order.PENDING_FIRST);
        for (UserRef user :
                stored.stream().map(request -> request.ask().requester()).collect(toSet())) {
            Predicate<AccessRequest> own = request -> request.ask().concerns(user);
            Predicate<AccessRequest> waiting = request -> request.ask().isForService()
                    && request.isPendingAt(all.when().now());

            assertOwned(all, new Own(user.id(), false), own);
            assertOwned(all, new Own(user.id(), true), own.or(waiting));
        }
        assertThat(stored).anyMatch(request -> request.ask().isForService());
        assertThat(stored).anyMatch(request -> !request.ask().isForService());
    }

    private void assertOwned(RequestFilter filter, Own own, Predicate<AccessRequest> expected) {
        assertThat(page(filter, Sight.of(own), EVERYTHING))
                .containsExactlyInAnyOrderElementsOf(
                        stored.stream().filter(expected).toList());
    }

    @Test
    void findsWhatStandsOnTheRowWhenSearched() {
        for (String text : List.of(
                "LIN", "dr. lin", "\u00D6zt", "clips BRA", "us.user.cont", "legal-", "case-1", "Batch", "us-priv")) {
            RequestFilter filter = new RequestFilter(
                    Selection.ALL,
                    new When(Optional.empty(), SettableClock.NOON),
                    new Content(Optional.empty(), Optional.empty(), Optional.of(Search.of(text))),
                    Order.NEWEST_FIRST);
            List<AccessRequest> expected = stored.stream()
                    .filter(request -> printed(request).anyMatch(word -> containsIgnoreCase(word, text)))
                    .toList();

            assertThat(page(filter, Sight.ALL, EVERYTHING))
                    .as(text)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(count(filter, Sight.ALL)).as(text).isEqualTo(expected.size());
        }
    }

    private static Stream<String> printed(AccessRequest request) {
        Ask ask = request.ask();
        return Stream.of(
                        Stream.of(ask.requester(), request.access().subject())
                                .flatMap(user -> Stream.concat(Stream.of(user.username()), user.name().stream())),
                        request.frozen().subjectAttributes().values().values().stream(),
                        request.frozen().categories().stream()
                                .flatMap(category -> Stream.of(category.key(), category.label())),
                        Stream.of(
                                request.access().client().clientId(),
                                request.access().scope().name(),
                                ask.reason().purpose()),
                        ask.reason().ticket().stream())
                .flatMap(texts -> texts);
    }

    private static boolean containsIgnoreCase(String word, String text) {
        return word.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Test
    void ordersUrgentFirstThenByExpiry() {
        List<AccessRequest> page =
                queue(queue -> queue.page(filter(Optional.empty(), Order.URGENT_FIRST), Sight.ALL, EVERYTHING));

        assertThat(page)
                .isSortedAccordingTo(comparing(
                                (AccessRequest request) -> !request.ask().wish().urgent())
                        .thenComparing(request -> request.course().times().expiresAt()))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void ordersPendingFirstThenByFiling() {
        List<AccessRequest> page = page(filter(Optional.empty(), Order.PENDING_FIRST), Sight.ALL, EVERYTHING);

        assertThat(page)
                .isSortedAccordingTo(comparing((AccessRequest request) -> !request.isPendingAt(SettableClock.NOON))
                        .thenComparing(request -> request.course().times().createdAt(), Comparator.reverseOrder()))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void readsCasesOnceWhenSeenAndDecidableAreAsked() {
        RequestFilter filter = filter(Optional.empty(), Order.NEWEST_FIRST);
        queue(queue -> {
            Docket docket = queue.docket(filter);
            docket.cases();
            database.statements();
            assertThat(docket.cases()).isNotEmpty();
            assertThat(database.statements()).isZero();
            return docket;
        });
    }

    @Test
    void bundlesWhatBelongsTogetherWhenPaged() {
        for (Order order : Order.values()) {
            RequestFilter filter = filter(Optional.empty(), order);
            List<Bundle> bundles = inSlices(slice -> bundles(filter, Sight.ALL, slice));

            assertThat(bundles).hasSize(countBundles(filter, Sight.ALL));
            assertThat(bundles.stream().map(bundle -> Set.copyOf(bundle.requests())))
                    .containsExactlyInAnyOrderElementsOf(together());
            assertThat(bundles).isSortedAccordingTo(byBundle(order));
        }
    }

    @Test
    void bundlesOnlyWhatIsShown() {
        RequestFilter filter = filter(Optional.of(RequestStatus.PENDING), Order.URGENT_FIRST);
        Sight sight = sight(People.avery(), filter, Optional.of(true));

        List<Bundle> bundles = bundles(filter, sight, EVERYTHING);

        assertThat(bundles.stream().flatMap(bundle -> bundle.requests().stream()))
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .filter(request -> realm.bench().mayDecide(People.avery(), request))
                        .toList());
        assertThat(countBundles(filter, sight)).isEqualTo(bundles.size());
    }

    @Test
    void showsNothingWhenNothingMatches() {
        RequestFilter filter = new RequestFilter(
                Selection.of("nobody"),
                new When(Optional.empty(), SettableClock.NOON),
                Content.ANY,
                Order.NEWEST_FIRST);
        Sight sight = sight(People.avery(), filter, Optional.of(true));

        assertThat(page(filter, sight, EVERYTHING)).isEmpty();
        assertThat(bundles(filter, sight, EVERYTHING)).isEmpty();
        assertThat(count(filter, sight)).isZero();
    }

    /** The same few statements for one row as for all. */
    @Test
    void takesAsManyStatementsHoweverLongThePage() {
        RequestFilter filter = filter(Optional.empty(), Order.NEWEST_FIRST);
        for (Slice slice : List.of(new Slice(0, 1), EVERYTHING)) {
            database.statements();
            page(filter, Sight.ALL, slice);
            bundles(filter, Sight.ALL, slice);
            assertThat(database.statements()).isEqualTo(4);
        }
    }

    private void assertShown(
            RequestFilter filter, Person person, Optional<Boolean> decidable, Predicate<AccessRequest> expected) {
        Sight sight = sight(person, filter, decidable);
        List<AccessRequest> all = database.inTransaction(
                em -> new JpaRequestStore(em, realmId).search(filter).toList());

        List<AccessRequest> shown = inSlices(slice -> page(filter, sight, slice));

        assertThat(shown)
                .as(person.user().username())
                .isEqualTo(all.stream().filter(expected).toList());
        assertThat(count(filter, sight)).isEqualTo(shown.size());
    }

    private Sight sight(Person person, RequestFilter filter, Optional<Boolean> decidable) {
        Sights sights = new Sights(realm.bench(), person);
        return queue(queue -> {
            Docket docket = queue.docket(filter);
            return new Sight(
                    Optional.of(sights.seen(docket)),
                    decidable.map(wanted -> new Turn(person.user(), sights.decidable(docket), wanted)));
        });
    }

    private Set<Set<AccessRequest>> together() {
        Map<String, List<AccessRequest>> byTicketOrBundle = stored.stream()
                .collect(groupingBy(request -> request.ask()
                        .reason()
                        .ticket()
                        .map(ticket -> request.ask().requester().id() + " "
                                + request.access().subject().id() + " " + ticket)
                        .orElse(request.ask().wish().bundle())));
        return byTicketOrBundle.values().stream().map(Set::copyOf).collect(toSet());
    }

    private static Comparator<Bundle> byBundle(Order order) {
        Comparator<Bundle> expiry = comparing(
                bundle -> least(bundle, request -> request.course().times().expiresAt()));
        Comparator<Bundle> filing = comparing(
                bundle -> least(bundle, request -> request.course().times().createdAt()));
        return switch (order) {
            case OLDEST_FIRST -> filing;
            case NEWEST_FIRST, PENDING_FIRST ->
                comparing((Bundle bundle) -> bundle.requests().stream()
                                .map(request -> request.course().times().createdAt())
                                .max(Comparator.naturalOrder())
                                .orElseThrow())
                        .reversed();
            case EXPIRING_FIRST -> expiry;
            case EXPIRING_LAST -> expiry.reversed();
            case URGENT_FIRST ->
                comparing((Bundle bundle) -> bundle.requests().stream()
                                .noneMatch(request -> request.ask().wish().urgent()))
                        .thenComparing(expiry);
        };
    }

    private static <T extends Comparable<T>> T least(Bundle bundle, Function<AccessRequest, T> value) {
        return bundle.requests().stream()
                .map(value)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static RequestFilter filter(Optional<RequestStatus> status, Order order) {
        return new RequestFilter(Selection.ALL, new When(status, SettableClock.NOON), Content.ANY, order);
    }

    private static <T> List<T> inSlices(Function<Slice, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> next = page.apply(new Slice(0, 17));
        while (!next.isEmpty()) {
            all.addAll(next);
            next = page.apply(new Slice(all.size(), 17));
        }
        return all;
    }

    private List<AccessRequest> page(RequestFilter filter, Sight sight, Slice slice) {
        return queue(queue -> queue.page(filter, sight, slice));
    }

    private List<Bundle> bundles(RequestFilter filter, Sight sight, Slice slice) {
        return queue(queue -> queue.bundles(filter, sight, slice));
    }

    private int count(RequestFilter filter, Sight sight) {
        return Math.toIntExact(queue(queue -> queue.count(filter, sight)));
    }

    private int countBundles(RequestFilter filter, Sight sight) {
        return Math.toIntExact(queue(queue -> queue.countBundles(filter, sight)));
    }

    private <T> T queue(Function<RequestQueue, T> work) {
        return database.inTransaction(em -> work.apply(new JpaRequestQueue(em, realmId)));
    }
}
