/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.LongHistory.FIRST;
import static io.dataaccess.keycloak.persistence.LongHistory.LITTLE;
import static io.dataaccess.keycloak.persistence.LongHistory.MOST;
import static io.dataaccess.keycloak.persistence.LongHistory.OLD;
import static io.dataaccess.keycloak.persistence.LongHistory.grants;
import static io.dataaccess.keycloak.persistence.LongHistory.readOfGrants;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantFilter.Order;
import io.dataaccess.keycloak.grant.GrantFilter.When;
import io.dataaccess.keycloak.visibility.ContextSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With years of grants that are over, a page of a list reads a page, and a count or search no more than it says. */
final class LongHistoryGrantsTest {

    private static final Optional<ContextSet> ALL = Optional.empty();
    /** The twentieth of all that an approver of two contexts is shown. */
    private static final Optional<ContextSet> SEEN =
            Optional.of(new ContextSet(Set.of("context-7", "context-8"), Map.of()));

    @BeforeAll
    static void fill() {
        LongHistory.fill();
    }

    static Stream<GrantFilter> lists() {
        return Stream.of(Order.values())
                .flatMap(order -> Stream.of(list(order, Optional.empty()), list(order, Optional.of(false))));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsAPageOnlyWhenListed(GrantFilter filter) {
        assertThat(readOfGrants(
                        em -> assertThat(grants(em).page(filter, ALL, FIRST)).hasSize(20)))
                .isLessThan(LITTLE);
    }

    /** Of an approver's own, one in twenty is found on the way. */
    @ParameterizedTest
    @MethodSource("lists")
    void readsLittleWhenAnApproverLists(GrantFilter filter) {
        assertThat(readOfGrants(
                        em -> assertThat(grants(em).page(filter, SEEN, FIRST)).hasSize(20)))
                .isLessThan(4 * LITTLE);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsNoMoreThanIsCountedWhenCounted(GrantFilter filter) {
        assertThat(readOfGrants(em -> assertThat(grants(em).count(filter, ALL)).isEqualTo(PageRange.MOST + 1)))
                .isLessThan(MOST);
        assertThat(readOfGrants(em -> assertThat(grants(em).count(filter, SEEN)).isEqualTo(OLD / 20)))
                .isLessThan(MOST);
    }

    @ParameterizedTest
    @EnumSource
    void readsRunningOnesOnlyWhenListed(Order order) {
        GrantFilter filter = list(order, Optional.of(true));
        assertThat(readOfGrants(em -> {
                    assertThat(grants(em).page(filter, ALL, FIRST)).hasSize(1);
                    assertThat(grants(em).count(filter, ALL)).isEqualTo(1);
                    assertThat(grants(em).page(filter, SEEN, FIRST)).isEmpty();
                }))
                .isLessThan(LITTLE);
    }

    @Test
    void readsRunningOnesOnlyWhenTheirEndIsNear() {
        When soon = new When(Optional.of(true), Optional.of(NOW.plus(Duration.ofDays(1))), NOW);
        GrantFilter filter = new GrantFilter(RecordFilter.ALL, soon, Optional.empty(), Order.ENDING_FIRST);
        assertThat(readOfGrants(
                        em -> assertThat(grants(em).page(filter, ALL, FIRST)).hasSize(1)))
                .isLessThan(LITTLE);
    }

    @Test
    void readsNoGrantWhenContextsAreAsked() {
        assertThat(readOfGrants(em -> {
                    assertThat(grants(em)
                                    .index(list(Order.NEWEST_FIRST, Optional.empty()))
                                    .contexts())
                            .hasSize(1);
                    assertThat(grants(em).recordedNames().purposes()).hasSize(1);
                }))
                .isZero();
    }

    static Stream<AccessFilter> rare() {
        return Stream.of(
                new AccessFilter(Optional.of("nobody"), Optional.empty(), Optional.empty()),
                new AccessFilter(Optional.empty(), Optional.of("old-client"), Optional.empty()),
                new AccessFilter(Optional.empty(), Optional.empty(), Optional.of("old-scope")));
    }

    /** What matches is rare, or all of it old. */
    @ParameterizedTest
    @MethodSource("rare")
    void readsWhatMatchesOnlyWhenFiltered(AccessFilter target) {
        When ended = new When(Optional.of(false), Optional.empty(), NOW);
        GrantFilter filter = new GrantFilter(RecordFilter.of(target), ended, Optional.empty(), Order.NEWEST_FIRST);
        assertThat(readOfGrants(em -> grants(em).page(filter, ALL, FIRST))).isLessThan(LITTLE);
    }

    /** Once to find out which are the newest, once to search them. */
    @Test
    void readsTheNewestOnlyWhenSearched() {
        GrantFilter filter = new GrantFilter(
                RecordFilter.ALL,
                new When(Optional.empty(), Optional.empty(), NOW),
                Optional.of(TextSearch.of("nothing like it")),
                Order.NEWEST_FIRST);
        assertThat(readOfGrants(
                        em -> assertThat(grants(em).page(filter, ALL, FIRST)).isEmpty()))
                .isLessThan(MOST);
        assertThat(readOfGrants(em -> assertThat(grants(em).count(filter, ALL)).isZero()))
                .isLessThan(MOST);
    }

    private static GrantFilter list(Order order, Optional<Boolean> active) {
        return new GrantFilter(RecordFilter.ALL, new When(active, Optional.empty(), NOW), Optional.empty(), order);
    }
}
