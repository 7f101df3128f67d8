/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.LongHistory.FIRST;
import static io.dataaccess.keycloak.persistence.LongHistory.LITTLE;
import static io.dataaccess.keycloak.persistence.LongHistory.MOST;
import static io.dataaccess.keycloak.persistence.LongHistory.OLD;
import static io.dataaccess.keycloak.persistence.LongHistory.queue;
import static io.dataaccess.keycloak.persistence.LongHistory.readOfRequests;
import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.visibility.ContextSet;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.visibility.Visibility.Decidable;
import io.dataaccess.keycloak.visibility.Visibility.Own;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With years of requests that are over, a page of a list reads a page, and a count or search no more than it says. */
final class LongHistoryListsTest {

    private static final RecordFilter ALL = RecordFilter.ALL;
    /** The twentieth of all that an approver of two contexts is shown. */
    private static final ContextSet SEEN = new ContextSet(Set.of("context-7", "context-8"), Map.of());

    private static final Visibility APPROVERS = new Visibility(Optional.of(SEEN), Optional.empty());

    @BeforeAll
    static void fill() {
        LongHistory.fill();
    }

    static Stream<RequestFilter> lists() {
        Stream<Optional<RequestStatus>> over = Stream.of(RequestStatus.values())
                .filter(status -> status != RequestStatus.PENDING)
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<RequestStatus>empty()), over)
                .flatMap(status -> Stream.of(Order.values()).map(order -> list(ALL, status, Content.ANY, order)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsAPageOnlyWhenListed(RequestFilter filter) {
        assertThat(readOfRequests(em -> assertThat(queue(em).page(filter, Visibility.ALL, FIRST))
                        .hasSize(20)))
                .isLessThan(3 * LITTLE);
    }

    /** Nobody asks for rows with what waits first: all that matches would be sorted. */
    static Stream<RequestFilter> rows() {
        return lists().filter(filter -> filter.order() != Order.PENDING_FIRST);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAPageOfRowsOnlyWhenListed(RequestFilter filter) {
        assertThat(readOfRequests(em -> assertThat(queue(em).bundles(filter, Visibility.ALL, FIRST))
                        .hasSize(20)))
                .isLessThan(8 * LITTLE);
    }

    /** Of an approver's own, one in twenty is found on the way, one in hundreds with the rarest status. */
    @ParameterizedTest
    @MethodSource("rows")
    void readsNoMoreThanIsCountedWhenAnApproverLists(RequestFilter filter) {
        assertThat(readOfRequests(em -> queue(em).page(filter, APPROVERS, FIRST)))
                .isLessThan(MOST);
        assertThat(readOfRequests(em -> queue(em).bundles(filter, APPROVERS, FIRST)))
                .isLessThan(MOST);
    }

    @Test
    void readsNoRequestWhenContextsAreAsked() {
        RequestFilter all = list(ALL, Optional.empty(), Content.ANY, Order.NEWEST_FIRST);
        assertThat(readOfRequests(em -> {
                    assertThat(queue(em).index(all).contexts()).hasSize(1);
                    assertThat(queue(em).recordedNames().purposes()).hasSize(1);
                }))
                .isZero();
    }

    /** More than are counted, and few; for what lies between, a table of this size is quicker read than its index. */
    static Stream<RequestFilter> counted() {
        return Stream.of(
                        Optional.<RequestStatus>empty(),
                        Optional.of(RequestStatus.APPROVED),
                        Optional.of(RequestStatus.EXPIRED))
                .map(status -> list(ALL, status, Content.ANY, Order.NEWEST_FIRST));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void readsNoMoreThanIsCountedWhenCounted(RequestFilter filter) {
        assertThat(readOfRequests(em -> queue(em).count(filter, Visibility.ALL)))
                .isLessThan(MOST);
        assertThat(readOfRequests(em -> queue(em).countBundles(filter, Visibility.ALL)))
                .isLessThan(MOST);
        assertThat(readOfRequests(em -> queue(em).count(filter, APPROVERS))).isLessThan(MOST);
        assertThat(readOfRequests(em -> queue(em).countBundles(filter, APPROVERS)))
                .isLessThan(MOST);
    }

    @Test
    void countsToTheMostAndOneWhenThereAreMore() {
        RequestFilter all = list(ALL, Optional.empty(), Content.ANY, Order.NEWEST_FIRST);
        readOfRequests(em -> {
            assertThat(queue(em).count(all, Visibility.ALL)).isEqualTo(PageRange.MOST + 1);
            assertThat(queue(em).countBundles(all, Visibility.ALL)).isEqualTo(PageRange.MOST + 1);
            assertThat(queue(em).count(all, APPROVERS)).isEqualTo(OLD / 20);
            assertThat(queue(em).countBundles(all, APPROVERS)).isEqualTo(OLD / 20);
        });
    }

    static Stream<RequestFilter> rare() {
        AccessFilter client = new AccessFilter(Optional.empty(), Optional.of("old-client"), Optional.empty());
        AccessFilter scope = new AccessFilter(Optional.empty(), Optional.empty(), Optional.of("old-scope"));
        AccessFilter nobody = new AccessFilter(Optional.of("nobody"), Optional.empty(), Optional.empty());
        RecordFilter early = new RecordFilter(
                Optional.empty(),
                AccessFilter.ANY,
                Optional.of(NOW.minusSeconds(60L * OLD)),
                Optional.of(NOW.minusSeconds(60L * (OLD - 100))));
        Optional<RequestStatus> any = Optional.empty();
        return Stream.of(Order.NEWEST_FIRST, Order.OLDEST_FIRST)
                .flatMap(order -> Stream.of(
                        list(RecordFilter.of(client), any, Content.ANY, order),
                        list(RecordFilter.of(scope), any, Content.ANY, order),
                        list(RecordFilter.of(nobody), any, Content.ANY, order),
                        list(early, any, Content.ANY, order),
                        list(ALL, Optional.of(RequestStatus.PENDING), Content.ANY, order),
                        list(
                                ALL,
                                any,
                                new Content(Optional.of(Sensitivity.PUBLIC), Optional.empty(), Optional.empty()),
                                order),
                        list(
                                ALL,
                                any,
                                new Content(Optional.empty(), Optional.of("no bundle"), Optional.empty()),
                                order)));
    }

    /** What matches is rare, or all of it old. */
    @ParameterizedTest
    @MethodSource("rare")
    void readsWhatMatchesOnlyWhenFiltered(RequestFilter filter) {
        assertThat(readOfRequests(em -> {
                    queue(em).page(filter, Visibility.ALL, FIRST);
                    queue(em).bundles(filter, Visibility.ALL, FIRST);
                }))
                .isLessThan(3 * LITTLE);
    }

    /** Once to find out which are the newest, once to search them. */
    @Test
    void readsTheNewestOnlyWhenSearched() {
        RequestFilter filter = list(
                ALL,
                Optional.empty(),
                new Content(Optional.empty(), Optional.empty(), Optional.of(TextSearch.of("nothing like it"))),
                Order.NEWEST_FIRST);
        assertThat(readOfRequests(em -> assertThat(queue(em).page(filter, Visibility.ALL, FIRST))
                        .isEmpty()))
                .isLessThan(MOST);
        assertThat(readOfRequests(em -> assertThat(queue(em).bundles(filter, Visibility.ALL, FIRST))
                        .isEmpty()))
                .isLessThan(MOST);
        assertThat(readOfRequests(em ->
                        assertThat(queue(em).count(filter, Visibility.ALL)).isZero()))
                .isLessThan(MOST);
    }

    @Test
    void findsAmongTheNewestAndFurtherBackWhenDatesSaySo() {
        int last = PageRange.MOST - 1;
        assertThat(found("OLD-" + last, ALL)).isEqualTo(1);
        assertThat(found("OLD-" + (last + 1), ALL)).isZero();

        RecordFilter back = new RecordFilter(
                Optional.empty(), AccessFilter.ANY, Optional.empty(), Optional.of(NOW.minusSeconds(60L * last)));
        assertThat(found("OLD-" + (last + 1), back)).isEqualTo(1);
    }

    private static long found(String text, RecordFilter selection) {
        Content content = new Content(Optional.empty(), Optional.empty(), Optional.of(TextSearch.of(text)));
        RequestFilter filter = list(selection, Optional.empty(), content, Order.NEWEST_FIRST);
        return TestDatabase.POSTGRESQL.inTransaction(em -> queue(em).page(filter, Visibility.ALL, FIRST).stream()
                .filter(request -> request.content().reason().ticket().equals(Optional.of(text)))
                .count());
    }

    @Test
    void readsAPageOnlyWhenSomebodyListsTheirOwn() {
        RequestFilter filter = list(ALL, Optional.empty(), Content.ANY, Order.PENDING_FIRST);
        assertThat(readOfRequests(em -> assertThat(
                                queue(em).page(filter, Visibility.of(new Own(LIN.id(), true)), FIRST))
                        .hasSize(20)))
                .isLessThan(3 * LITTLE);
    }

    @Test
    void readsWhatWaitsOnlyWhenDecidableIsAsked() {
        RequestFilter filter = list(ALL, Optional.of(RequestStatus.PENDING), Content.ANY, Order.URGENT_FIRST);
        Visibility decidable = new Visibility(Optional.of(SEEN), Optional.of(new Decidable(AVERY, SEEN, true)));
        assertThat(readOfRequests(em -> {
                    queue(em).page(filter, decidable, FIRST);
                    queue(em).bundles(filter, decidable, FIRST);
                    queue(em).count(filter, decidable);
                }))
                .isLessThan(LITTLE);
    }

    private static RequestFilter list(
            RecordFilter selection, Optional<RequestStatus> status, Content content, Order order) {
        return new RequestFilter(selection, new When(status, NOW), content, order);
    }
}
