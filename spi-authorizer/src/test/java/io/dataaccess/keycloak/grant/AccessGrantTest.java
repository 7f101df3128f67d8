/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Access grants")
class AccessGrantTest {

    private static final Instant LATER = NOON.plus(Duration.ofMinutes(5));

    @Nested
    @DisplayName("A grant ends by time, by revocation or by being handed back")
    class Active {

        private final AccessGrant grant = Grants.lasting(Grants.running(), NOON, LATER);

        @Test
        void isActiveWhenItJustBegan() {
            assertThat(grant.isActiveAt(NOON)).isTrue();
        }

        @Test
        void isNotActiveWhenItHasNotBegun() {
            assertThat(grant.isActiveAt(NOON.minusMillis(1))).isFalse();
        }

        @Test
        void isActiveWhenAMomentIsLeft() {
            assertThat(grant.isActiveAt(LATER.minusMillis(1))).isTrue();
        }

        @Test
        void isNotActiveWhenItsTimeIsOver() {
            assertThat(grant.isActiveAt(LATER)).isFalse();
        }

        @Test
        void isNotActiveWhenItWasEnded() {
            assertThat(Grants.running().isActiveAt(NOON)).isTrue();
            assertThat(Grants.revoked().isActiveAt(NOON)).isFalse();
        }

        @Test
        void refusesWhenTheEndIsNotAfterTheBeginning() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Term(NOON, NOON, Optional.empty()));
        }
    }

    @Nested
    @DisplayName("Ending is a transition that happens once")
    class Ends {

        private final Ending first = new Ending(NOON, Optional.empty(), "first");
        private final Ending second = new Ending(NOON.plusSeconds(1), Optional.empty(), "second");

        @Test
        void keepsWhatWasApprovedWhenEnded() {
            AccessGrant ended = Grants.running().end(first);
            assertThat(ended.term().ending()).contains(first);
            assertThat(ended.term().until()).isEqualTo(Grants.running().term().until());
            assertThat(ended.approval()).isEqualTo(Grants.running().approval());
        }

        @Test
        void keepsItsFirstEndingWhenEndedAgain() {
            assertThat(Grants.running().end(first).end(second).term().ending()).contains(first);
        }

        @Test
        void endsWhenItHasNotBegunByThisClock() {
            Ending early = new Ending(Grants.running().term().from().minusMillis(1), Optional.empty(), "early");
            assertThat(Grants.running().end(early).term().ending()).contains(early);
        }

        @Test
        void hasNoEndingWhenItsTimeWasOver() {
            assertThat(Grants.expired().end(first).term().ending()).isEmpty();
        }
    }

    @Nested
    @DisplayName("An approval covers every current category at no lower sensitivity")
    class Coverage {

        private final Approval approval = new Approval(
                "request-1", "legal-request", List.of(Categories.usPrivateContent(), Categories.usLocation()));

        @Test
        void coversWhenAllWereApproved() {
            assertThat(approval.coversAll(List.of(Categories.usLocation(), Categories.usPrivateContent())))
                    .isTrue();
        }

        @Test
        void coversWhenTheScopeNowOpensLess() {
            assertThat(approval.coversAll(List.of(Categories.usLocation()))).isTrue();
        }

        @Test
        void coversNotWhenTheScopeNowOpensMore() {
            assertThat(approval.coversAll(
                            List.of(Categories.usPrivateContent(), Categories.usLocation(), Categories.usContact())))
                    .isFalse();
        }

        @Test
        void coversNotWhenOneBecameMoreSensitive() {
            Approval lower = new Approval("request-1", "legal-request", List.of(Categories.usContact()));
            assertThat(lower.coversAll(List.of(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()))))
                    .isFalse();
        }
    }
}
