/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.LongHistory.ACCESS;
import static io.dataaccess.keycloak.persistence.LongHistory.LITTLE;
import static io.dataaccess.keycloak.persistence.LongHistory.RUNNING;
import static io.dataaccess.keycloak.persistence.LongHistory.grants;
import static io.dataaccess.keycloak.persistence.LongHistory.readOfGrants;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With years of requests and grants that are over, what tokens and forms ask reads no more than it needs. */
final class LongHistoryTest {

    @BeforeAll
    static void fill() {
        LongHistory.fill();
    }

    @Test
    void readsRunningGrantsOnlyWhenATokenIsAskedFor() {
        assertThat(readOfGrants(em -> assertThat(grants(em)
                                .runningAt(
                                        ACCESS.subject().id(), ACCESS.client().id(), NOW))
                        .extracting(AccessGrant::id)
                        .containsExactly(RUNNING.id())))
                .isLessThan(LITTLE);
    }

    @Test
    void readsRunningGrantsOnlyWhenAFormIsShown() {
        assertThat(readOfGrants(em ->
                        assertThat(grants(em).runningOf(Set.of(ACCESS), NOW)).hasSize(1)))
                .isLessThan(LITTLE);
    }

    @Test
    void readsOneOfThemAtMostWhenItsEndIsLookedFor() {
        assertThat(readOfGrants(em -> assertThat(grants(em)
                                .notOverAt(
                                        new AccessFilter(Optional.of(LIN.id()), Optional.empty(), Optional.empty()),
                                        NOW))
                        .hasSize(1)))
                .isLessThan(LITTLE);
    }
}
