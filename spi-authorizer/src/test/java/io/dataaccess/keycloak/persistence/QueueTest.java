/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.ApproverVisibility;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Bundle;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestApprovers;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.visibility.Visibility.Decidable;
import io.dataaccess.keycloak.visibility.Visibility.Own;
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

    private static final PageRange EVERYTHING = new PageRange(0, 1000);
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
            Predicate<AccessRequest> seen = request -> realm.requestApprovers().maySee(person, request);
            Optional<RequestStatus> any = Optional.empty();

            assertShown(filter(any, Order.NEWEST_FIRST), person, Optional.empty(), seen);
        }
        assertThat(stored).anyMatch(request -> realm.requestApprovers().maySee(People.avery(), request));
        assertThat(stored).anyMatch(request -> realm.requestApprovers().maySee(People.erin(), request));
    }

    @Test
    void showsWhatApproverMayDecideWhenPaged() {
        for (Person person : LOOKING) {
            RequestApprovers approvers = realm.requestApprovers();
            Predicate<AccessRequest> decidable = request -> approvers.mayDecide(person, request);
            Predicate<AccessRequest> seen = request -> approvers.maySee(person, request);
            RequestFilter all = filter(Optional.empty(), Order.URGENT_FIRST);
            RequestFilter pending = filter(Optional.of(RequestStatus.PENDING), Order.EXPIRING_LAST);

            assertShown(all, person, Optional.of(true), seen.and(decidable));
            assertShown(pending, person, Optional.of(true), seen.and(decidable));
            assertShown(all, person, Optional.of(false), seen.and(decidable.negate()));
        }
        assertThat(stored).anyMatch(request -> realm.requestApprovers().mayDecide(People.avery(), request));
        assertThat(stored).anyMatch(request -> realm.requestApprovers().mayDecide(People.erin(), request));
    }

    @Test
    void showsOnesOwnAndWhatWaitsForServicesWhenOwner() {
        RequestFilter all = filter(Optional.empty(), Order.PENDING_FIRST);
        for (UserRef user :
                stored.stream().map(request -> request.content().requester()).collect(toSet())) {
            Predicate<AccessRequest> own = request -> request.content().concerns(user);
            Predicate<AccessRequest> waiting = request -> request.content().isForService()
                    && request.isPendingAt(all.when().now());

            assertOwned(all, new Own(user.id(), false), own);
            assertOwned(all, new Own(user.id(), true), own.or(waiting));
        }
        assertThat(stored).anyMatch(request -> request.content().isForService());
        assertThat(stored).anyMatch(request -> !request.content().isForService());
    }

    private void assertOwned(RequestFilter filter, Own own, Predicate<AccessRequest> expected) {
        assertThat(page(filter, Visibility.of(own), EVERYTHING))
                .containsExactlyInAnyOrderElementsOf(
                        stored.stream().filter(expected).toList());
    }

    @Test
    void findsWhatStandsOnTheRowWhenSearched() {
        for (String text : List.of(
                "LIN", "dr. lin", "\u00D6zt", "clips BRA", "us.user.cont", "legal-", "case-1", "Batch", "us-priv")) {
            RequestFilter filter = new RequestFilter(
                    RecordFilter.ALL,
                    new When(Optional.empty(), SettableClock.NOON),
                    new Content(Optional.empty(), Optional.empty(), Optional.of(TextSearch.of(text))),
                    Order.NEWEST_FIRST);
            List<AccessRequest> expected = stored.stream()
                    .filter(request -> printed(request).anyMatch(word -> containsIgnoreCase(word, text)))
                    .toList();

            assertThat(page(filter, Visibility.ALL, EVERYTHING))
                    .as(text)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(count(filter, Visibility.ALL)).as(text).isEqualTo(expected.size());
        }
    }

    private static Stream<String> printed(AccessRequest request) {
        RequestContent ask = request.content();
        return Stream.of(
                        Stream.of(ask.requester(), request.access().subject())
                                .flatMap(user -> Stream.concat(Stream.of(user.username()), user.name().stream())),
                        request.snapshot().subjectAttributes().values().values().stream(),
                        request.snapshot().categories().stream()
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
                queue(queue -> queue.page(filter(Optional.empty(), Order.URGENT_FIRST), Visibility.ALL, EVERYTHING));

        assertThat(page).isSortedAccordingTo(byRequest(Order.URGENT_FIRST)).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void ordersPendingFirstThenByFiling() {
        RequestFilter filter = filter(Optional.empty(), Order.PENDING_FIRST);

        assertThat(inSlices(page -> page(filter, Visibility.ALL, page)))
                .isSortedAccordingTo(byRequest(Order.PENDING_FIRST))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void readsCasesOnceWhenSeenAndDecidableAreAsked() {
        RequestFilter filter = filter(Optional.empty(), Order.NEWEST_FIRST);
        queue(queue -> {
            ContextIndex index = queue.index(filter);
            index.contexts();
            database.statements();
            assertThat(index.contexts()).isNotEmpty();
            assertThat(database.statements()).isZero();
            return index;
        });
    }

    @Test
    void bundlesWhatBelongsTogetherWhenPaged() {
        for (Order order : Order.values()) {
            RequestFilter filter = filter(Optional.empty(), order);
            List<Bundle> bundles = inSlices(page -> bundles(filter, Visibility.ALL, page));

            assertThat(bundles).hasSize(countBundles(filter, Visibility.ALL));
            assertThat(bundles.stream().map(bundle -> Set.copyOf(bundle.requests())))
                    .containsExactlyInAnyOrderElementsOf(together());
            assertThat(bundles).isSortedAccordingTo(byBundle(order));
        }
    }

    @Test
    void bundlesOnlyWhatIsShown() {
        RequestFilter filter = filter(Optional.of(RequestStatus.PENDING), Order.URGENT_FIRST);
        Visibility visibility = visibility(People.avery(), filter, Optional.of(true));

        List<Bundle> bundles = bundles(filter, visibility, EVERYTHING);

        assertThat(bundles.stream().flatMap(bundle -> bundle.requests().stream()))
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .filter(request -> realm.requestApprovers().mayDecide(People.avery(), request))
                        .toList());
        assertThat(countBundles(filter, visibility)).isEqualTo(bundles.size());
    }

    @Test
    void showsNothingWhenNothingMatches() {
        RequestFilter filter = new RequestFilter(
                RecordFilter.of("nobody"),
                new When(Optional.empty(), SettableClock.NOON),
                Content.ANY,
                Order.NEWEST_FIRST);
        Visibility visibility = visibility(People.avery(), filter, Optional.of(true));

        assertThat(page(filter, visibility, EVERYTHING)).isEmpty();
        assertThat(bundles(filter, visibility, EVERYTHING)).isEmpty();
        assertThat(count(filter, visibility)).isZero();
    }

    /** One row takes as few statements as all. */
    @Test
    void takesAsManyStatementsHoweverLongThePage() {
        RequestFilter filter = filter(Optional.empty(), Order.NEWEST_FIRST);
        for (PageRange page : List.of(new PageRange(0, 1), EVERYTHING)) {
            database.statements();
            page(filter, Visibility.ALL, page);
            bundles(filter, Visibility.ALL, page);
            assertThat(database.statements()).isEqualTo(4);
        }
    }

    private void assertShown(
            RequestFilter filter, Person person, Optional<Boolean> decidable, Predicate<AccessRequest> expected) {
        Visibility visibility = visibility(person, filter, decidable);
        List<AccessRequest> all = database.inTransaction(
                em -> new JpaRequestStore(em, realmId).search(filter).toList());

        List<AccessRequest> shown = inSlices(page -> page(filter, visibility, page));

        assertThat(shown)
                .as(person.user().username())
                .isEqualTo(all.stream().filter(expected).toList());
        assertThat(count(filter, visibility)).isEqualTo(shown.size());
    }

    private Visibility visibility(Person person, RequestFilter filter, Optional<Boolean> decidable) {
        ApproverVisibility approverVisibility = new ApproverVisibility(realm.approvers(), person);
        return queue(queue -> {
            ContextIndex index = queue.index(filter);
            return new Visibility(
                    Optional.of(approverVisibility.seen(index)),
                    decidable.map(wanted -> new Decidable(person.user(), approverVisibility.decidable(index), wanted)));
        });
    }

    private Set<Set<AccessRequest>> together() {
        Map<String, List<AccessRequest>> byTicketOrBundle = stored.stream()
                .collect(groupingBy(request -> request.content()
                        .reason()
                        .ticket()
                        .map(ticket -> request.content().requester().id() + " "
                                + request.access().subject().id() + " " + ticket)
                        .orElse(request.content().bundle())));
        return byTicketOrBundle.values().stream().map(Set::copyOf).collect(toSet());
    }

    /** By the first of its requests in this order. */
    private static Comparator<Bundle> byBundle(Order order) {
        Comparator<AccessRequest> byRequest = byRequest(order);
        return comparing(bundle -> bundle.requests().stream().min(byRequest).orElseThrow(), byRequest);
    }

    private static Comparator<AccessRequest> byRequest(Order order) {
        Comparator<AccessRequest> filing = comparing(request -> request.state().createdAt());
        Comparator<AccessRequest> expiry = comparing(request -> request.state().expiresAt());
        return switch (order) {
            case OLDEST_FIRST -> filing;
            case NEWEST_FIRST -> filing.reversed();
            case EXPIRING_FIRST -> expiry;
            case EXPIRING_LAST -> expiry.reversed();
            case URGENT_FIRST ->
                comparing((AccessRequest request) -> !request.content().urgent())
                        .thenComparing(expiry);
            case PENDING_FIRST ->
                comparing((AccessRequest request) -> !request.isPendingAt(SettableClock.NOON))
                        .thenComparing(filing.reversed());
        };
    }

    private static RequestFilter filter(Optional<RequestStatus> status, Order order) {
        return new RequestFilter(RecordFilter.ALL, new When(status, SettableClock.NOON), Content.ANY, order);
    }

    private static <T> List<T> inSlices(Function<PageRange, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> next = page.apply(new PageRange(0, 17));
        while (!next.isEmpty()) {
            all.addAll(next);
            next = page.apply(new PageRange(all.size(), 17));
        }
        return all;
    }

    private List<AccessRequest> page(RequestFilter filter, Visibility visibility, PageRange page) {
        return queue(queue -> queue.page(filter, visibility, page));
    }

    private List<Bundle> bundles(RequestFilter filter, Visibility visibility, PageRange page) {
        return queue(queue -> queue.bundles(filter, visibility, page));
    }

    private int count(RequestFilter filter, Visibility visibility) {
        return Math.toIntExact(queue(queue -> queue.count(filter, visibility)));
    }

    private int countBundles(RequestFilter filter, Visibility visibility) {
        return Math.toIntExact(queue(queue -> queue.countBundles(filter, visibility)));
    }

    private <T> T queue(Function<RequestQueue, T> work) {
        return database.inTransaction(em -> work.apply(new JpaRequestQueue(em, realmId)));
    }
}
