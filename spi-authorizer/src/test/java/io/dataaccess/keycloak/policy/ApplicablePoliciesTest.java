/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dataaccess.keycloak.classification.Categories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A scope whose categories fall under several policies must satisfy each")
class ApplicablePoliciesTest {

    private static ApplicablePolicies of(PolicyDraft... drafts) {
        return new ApplicablePolicies(Stream.of(drafts).map(PolicyDraft::policy).toList());
    }

    @Nested
    @DisplayName("Per group the larger number, not the sum")
    class Required {

        @Test
        void asksForTheLargerNumberWhenBothNameAGroup() {
            ApplicablePolicies both = of(PolicyDrafts.usConfidential(), PolicyDrafts.usRestricted());
            assertThat(both.required()).isEqualTo(Map.of("/us-security", 2, "/data-owners", 1));
            ApplicablePolicies turned = of(PolicyDrafts.usRestricted(), PolicyDrafts.usConfidential());
            assertThat(turned.required()).isEqualTo(Map.of("/us-security", 2, "/data-owners", 1));
        }

        @Test
        void asksForBothWhenTheyNameDifferentGroups() {
            assertThat(of(PolicyDrafts.usConfidential(), PolicyDrafts.euConfidential())
                            .required())
                    .isEqualTo(Map.of("/us-security", 1, "/eu-privacy", 1));
        }

        @Test
        void refusesWhenANumberIsBelowOne() {
            PolicyDraft nobody = PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=0");
            assertThatIllegalArgumentException().isThrownBy(nobody::policy);
        }

        @Test
        void refusesPolicyWhenNobodyMustApproveMoreThanPublicData() {
            PolicyDraft open = PolicyDrafts.usPublic().with("sensitivity", "INTERNAL");

            assertThatIllegalArgumentException().isThrownBy(open::policy);
            assertThat(of(PolicyDrafts.usPublic()).required()).isEmpty();
        }

        @Test
        void refusesWhenThereIsNoPolicy() {
            assertThatIllegalArgumentException().isThrownBy(() -> new ApplicablePolicies(List.of()));
        }
    }

    @Nested
    @DisplayName("The shortest durations")
    class Shortest {

        private final PolicyDraft one = PolicyDrafts.usConfidential()
                .with("maxDuration", "PT8H")
                .with("defaultDuration", "PT30M")
                .with("pendingExpiry", "P1D")
                .with("maxTokenLifespan", "PT5M");
        private final PolicyDraft other = PolicyDrafts.euConfidential()
                .with("maxDuration", "PT4H")
                .with("defaultDuration", "PT1H")
                .with("pendingExpiry", "PT12H")
                .with("maxTokenLifespan", "PT10M");
        private final PolicyDurations expected = new PolicyDurations(
                Duration.ofHours(4), Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(5));

        @Test
        void takesTheShorterOfEachWhenThereAreTwo() {
            assertThat(of(one, other).durations()).isEqualTo(expected);
            assertThat(of(other, one).durations()).isEqualTo(expected);
        }

        @Test
        void grantsTheUsualDurationWhenItIsWithinTheLongest() {
            assertThat(of(one, other).defaultDuration()).isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void refusesWhenTheUsualDurationIsLongerThanTheLongest() {
            Duration hour = Duration.ofHours(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PolicyDurations(hour, hour.plusNanos(1), hour, hour));
            assertThat(new PolicyDurations(hour, hour, hour, hour).defaultDuration())
                    .isEqualTo(hour);
        }

        @Test
        void refusesWhenADurationIsNotPositive() {
            for (String key : List.of("maxDuration", "defaultDuration", "pendingExpiry", "maxTokenLifespan")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> one.with(key, "PT0S").policy());
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> one.with(key, "-PT1S").policy());
            }
        }
    }

    @Nested
    @DisplayName("Purposes, tickets and contacts")
    class OtherTerms {

        @Test
        void offersPurposesOnlyWhenEveryPolicyKnowsThem() {
            assertThat(of(
                                    PolicyDrafts.usConfidential().with("purposes", "c", "a", "b"),
                                    PolicyDrafts.euConfidential().with("purposes", "b", "d", "c"))
                            .purposes())
                    .containsExactly("c", "b");
        }

        @Test
        void requiresATicketWhenOnePolicyDoes() {
            PolicyDraft strict = PolicyDrafts.euConfidential().with("ticketRequired", "true");
            assertThat(of(PolicyDrafts.usConfidential(), strict).requireTicket())
                    .isTrue();
            assertThat(of(PolicyDrafts.usConfidential()).requireTicket()).isFalse();
        }

        @Test
        void givesNoticeWhenOnePolicyDoes() {
            PolicyDraft careful = PolicyDrafts.euConfidential().with("noticeBeforeAccess", "true");
            assertThat(of(PolicyDrafts.usConfidential(), careful).giveNotice()).isTrue();
            assertThat(of(PolicyDrafts.usConfidential()).giveNotice()).isFalse();
        }

        @Test
        void acceptsATicketOnlyWhenEveryPolicyDoes() {
            PolicyDraft cases = PolicyDrafts.euConfidential().with("ticketPattern", "CASE-[0-9]+");
            ApplicablePolicies both = of(PolicyDrafts.usConfidential(), cases);
            assertThat(both.acceptTicket(Optional.of("CASE-1"))).isTrue();
            assertThat(both.acceptTicket(Optional.of("BUG-1"))).isFalse();
            assertThat(both.acceptTicket(Optional.of("CASE-1 or so"))).isFalse();
            assertThat(both.acceptTicket(Optional.empty())).isTrue();
            assertThat(of(cases.with("ticketRequired", "true")).acceptTicket(Optional.empty()))
                    .isFalse();
        }

        @Test
        void acceptsAnyTicketWhenThereIsNoPattern() {
            assertThat(of(PolicyDrafts.usConfidential().with("ticketPattern", ""))
                            .acceptTicket(Optional.of("anything")))
                    .isTrue();
        }

        @Test
        void saysOnceWhatTicketIsWantedWhenSeveralPoliciesDo() {
            PolicyDraft hinting = PolicyDrafts.usConfidential().with("ticketHint", "The case, LEGAL-1");
            PolicyDraft same = PolicyDrafts.usRestricted().with("ticketHint", "The case, LEGAL-1");
            PolicyDraft other = PolicyDrafts.euConfidential().with("ticketHint", "EU-1");
            assertThat(of(hinting, same, other, PolicyDrafts.usPublic()).ticketHints())
                    .containsExactly("The case, LEGAL-1", "EU-1");
        }

        @Test
        void namesContactsOnceWhenSeveralPoliciesShareThem() {
            assertThat(of(
                                    PolicyDrafts.usConfidential(),
                                    PolicyDrafts.usRestricted(),
                                    PolicyDrafts.usPublic().with("contact", " "),
                                    PolicyDrafts.euConfidential())
                            .contacts())
                    .containsExactly("US data security on call, +1 555 0100", "EU privacy desk");
        }

        @Test
        void stampsEachPolicyWhenFrozen() {
            assertThat(of(PolicyDrafts.usConfidential(), PolicyDrafts.usRestricted())
                            .versions())
                    .containsExactly(
                            new PolicyVersion("us-confidential", "sha256-of-us-confidential"),
                            new PolicyVersion("us-restricted", "sha256-of-us-restricted"));
        }
    }

    @Nested
    @DisplayName("Which policies name a group")
    class Naming {

        @Test
        void findsThosePoliciesWhenTheyNameOneOfTheGroups() {
            ApplicablePolicies all =
                    of(PolicyDrafts.usConfidential(), PolicyDrafts.usRestricted(), PolicyDrafts.euConfidential());
            assertThat(all.naming(Set.of("/us-security")))
                    .extracting(policy -> policy.version().name())
                    .containsExactly("us-confidential", "us-restricted");
            assertThat(all.naming(Set.of("/data-owners", "/eu-privacy")))
                    .extracting(policy -> policy.version().name())
                    .containsExactly("us-restricted", "eu-confidential");
            assertThat(all.naming(Set.of("/nobody"))).isEmpty();
        }

        @Test
        void isForAGroupWhenItNamesThePath() {
            assertThat(PolicyDrafts.usConfidential().policy().isForGroup("/us-security"))
                    .isTrue();
            assertThat(PolicyDrafts.usConfidential().policy().isForGroup("/us-security/sub"))
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("Exactly one policy for each level")
    class Book {

        private final PolicySet policySet = new PolicySet(
                PolicyDrafts.all().stream().map(PolicyDraft::policy).toList(), List.of());

        @Test
        void coversWhenEachLevelHasOne() {
            Optional<ApplicablePolicies> found = policySet.covering(
                    List.of(Categories.usPrivateContent(), Categories.usLocation(), Categories.usContact()));
            assertThat(found.orElseThrow().versions())
                    .extracting(PolicyVersion::name)
                    .containsExactly("us-restricted", "us-confidential");
        }

        @Test
        void coversNothingWhenThereIsNoCategory() {
            assertThat(policySet.covering(List.of())).isEmpty();
        }
    }

    @Test
    void knowsItsLevelWhenAsked() {
        assertThat(PolicyDrafts.usConfidential().policy().level())
                .isEqualTo(Categories.usContact().level());
    }
}
