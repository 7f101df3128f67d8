/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.request.Realm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test starts from Lin's running grant for the contact details, which is allowed, and changes one thing. */
@DisplayName("The decision: the first rule that applies ends it")
class DeciderTest {

    private final Realm realm = Realm.demo();

    private ScopeDecision decide(Person subject, GuardedScope scope) {
        return realm.decide(subject, scope);
    }

    private ScopeDecision decideForLin() {
        return decide(People.lin(), Scopes.usContact());
    }

    static Stream<PossibleLevels> possible() {
        return Stream.of(
                new PossibleLevels(Set.of("US"), Set.of()),
                new PossibleLevels(Set.of(), Set.of(Sensitivity.CONFIDENTIAL)),
                new PossibleLevels(Set.of(), Set.of()),
                new PossibleLevels(Set.of("EU", "US"), Set.of(Sensitivity.PUBLIC, Sensitivity.CONFIDENTIAL)));
    }

    static Stream<PossibleLevels> impossible() {
        return Stream.of(
                new PossibleLevels(Set.of("EU"), Set.of()),
                new PossibleLevels(Set.of(), Set.of(Sensitivity.RESTRICTED)),
                new PossibleLevels(Set.of("EU", "US"), Set.of(Sensitivity.PUBLIC, Sensitivity.INTERNAL)));
    }

    private static void assertRefused(ScopeDecision decision, RefusalReason reason) {
        assertThat(decision.refusal()).contains(reason);
        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.isAllowedWithoutGrant()).isFalse();
        assertThat(decision.grant()).isEmpty();
        assertThat(decision.until()).isEmpty();
    }

    private static void assertAllowedBy(ScopeDecision decision, AccessGrant grant) {
        assertThat(decision.refusal()).isEmpty();
        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.isAllowedWithoutGrant()).isFalse();
        assertThat(decision.grant()).contains(grant);
    }

    @Nested
    @DisplayName("1. The scope cannot be guarded or classified: unclassified")
    class Rule1 {

        @Test
        void refusesWhenScopeCannotBeGuarded() {
            realm.grants.add(Grants.running());
            ScopeDecision decision = decide(People.lin(), Scopes.unguardable(Scopes.usContact()));
            assertRefused(decision, RefusalReason.UNCLASSIFIED);
            assertThat(decision.known().categories()).isEmpty();
            assertThat(decision.known().policies()).isEmpty();
        }

        @Test
        void refusesWhenCategoryIsUnknown() {
            realm.grants.add(Grants.running());
            realm.removeCategory("us.user.contact");
            assertRefused(decideForLin(), RefusalReason.UNCLASSIFIED);
        }

        @Test
        void allowsWhenItIsClassified() {
            realm.grants.add(Grants.running());
            ScopeDecision decision = decideForLin();
            assertAllowedBy(decision, Grants.running());
            assertThat(decision.known().categories()).containsExactly(Categories.usContact());
        }
    }

    @Nested
    @DisplayName("2. Not exactly one policy for a category's level: no_policy")
    class Rule2 {

        @Test
        void refusesWhenThereIsNoPolicy() {
            realm.grants.add(Grants.running());
            realm.removePolicy("us-confidential");
            ScopeDecision decision = decideForLin();
            assertRefused(decision, RefusalReason.NO_POLICY);
            assertThat(decision.known().categories()).containsExactly(Categories.usContact());
        }

        @Test
        void refusesWhenThereAreTwoPolicies() {
            realm.grants.add(Grants.running());
            realm.put(PolicyDrafts.usConfidential().called("another"));
            assertRefused(decideForLin(), RefusalReason.NO_POLICY);
        }

        @Test
        void refusesWhenAnotherPolicyOfTheLevelCannotBeRead() {
            realm.grants.add(Grants.running());
            realm.addUnreadable(PossibleLevels.of(Categories.usContact().level()));
            assertRefused(decideForLin(), RefusalReason.NO_POLICY);
        }

        @Test
        void allowsWhenAPolicyOfAnotherLevelCannotBeRead() {
            realm.grants.add(Grants.running());
            realm.addUnreadable(PossibleLevels.of(Categories.euContact().level()));
            assertAllowedBy(decideForLin(), Grants.running());
        }

        @ParameterizedTest
        @MethodSource("io.dataaccess.keycloak.policy.DeciderTest#possible")
        void refusesWhenAnotherThatCannotBeReadMayBeForTheLevel(PossibleLevels possible) {
            realm.grants.add(Grants.running());
            realm.addUnreadable(possible);
            assertRefused(decideForLin(), RefusalReason.NO_POLICY);
        }

        @ParameterizedTest
        @MethodSource("io.dataaccess.keycloak.policy.DeciderTest#impossible")
        void allowsWhenAnotherThatCannotBeReadIsForOtherLevels(PossibleLevels impossible) {
            realm.grants.add(Grants.running());
            realm.addUnreadable(impossible);
            assertAllowedBy(decideForLin(), Grants.running());
        }

        @Test
        void refusesWhenOneOfTwoCategoriesHasNoPolicy() {
            GuardedScope both = Scopes.opening("both", Categories.usPublic(), Categories.euContact());
            realm.removePolicy("eu-confidential");
            assertRefused(decide(People.lin(), both), RefusalReason.NO_POLICY);
        }
    }

    @Nested
    @DisplayName("3. The session is impersonated: impersonated")
    class Rule3 {

        private ScopeDecision decide(boolean impersonated) {
            realm.grants.add(Grants.running());
            DecisionQuery query =
                    new DecisionQuery(People.lin(), Clients.sampleApp(), List.of(Scopes.usContact()), impersonated);
            return realm.decider().decide(query).scopes().get(0);
        }

        @Test
        void refusesWhenImpersonated() {
            assertRefused(decide(true), RefusalReason.IMPERSONATED);
        }

        @Test
        void allowsWhenNotImpersonated() {
            assertAllowedBy(decide(false), Grants.running());
        }
    }

    @Nested
    @DisplayName("4. Eligibility is not true for the subject now: not_eligible; cannot be evaluated: undecidable")
    class Rule4 {

        private final Person moved = People.with(People.lin(), "legal_entity", "Clips Beijing");

        @Test
        void refusesWhenBarredInSpiteOfARunningGrant() {
            realm.grants.add(Grants.running());
            assertRefused(decide(moved, Scopes.usContact()), RefusalReason.NOT_ELIGIBLE);
        }

        @Test
        void refusesWhenBarredInSpiteOfAnExemption() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "true"));
            assertRefused(decide(moved, Scopes.usContact()), RefusalReason.NOT_ELIGIBLE);
        }

        @Test
        void refusesWhenBarredThoughNoApprovalIsNeeded() {
            assertRefused(decide(moved, Scopes.usPublic()), RefusalReason.NOT_ELIGIBLE);
        }

        @Test
        void refusesWhenTheSubjectIsGoneWithTheLogin() {
            assertRefused(decide(People.transientUser(People.lin()), Scopes.usPublic()), RefusalReason.NOT_ELIGIBLE);
            assertThat(decide(People.lin(), Scopes.usPublic()).isAllowed()).isTrue();
        }

        @Test
        void refusesWhenTheAttributeIsMissing() {
            realm.grants.add(Grants.running());
            assertRefused(
                    decide(People.with(People.lin(), "legal_entity"), Scopes.usContact()), RefusalReason.UNDECIDABLE);
        }

        @Test
        void refusesWhenTheAttributeIsBlank() {
            realm.grants.add(Grants.running());
            assertRefused(
                    decide(People.with(People.lin(), "legal_entity", " "), Scopes.usContact()),
                    RefusalReason.UNDECIDABLE);
        }

        @Test
        void refusesWhenTheAttributeHasSeveralValues() {
            realm.grants.add(Grants.running());
            Person twofold = People.with(People.lin(), "legal_entity", "Clips Singapore", "Clips Brasil");
            assertRefused(decide(twofold, Scopes.usContact()), RefusalReason.UNDECIDABLE);
        }

        @Test
        void refusesAsBarredWhenOnePolicyBarsAndAnotherCannotBeEvaluated() {
            realm.put(PolicyDrafts.euConfidential().with("eligibility", "subject.attributes['unknown'] == 'x'"));
            realm.put(PolicyDrafts.usConfidential().with("eligibility", "false"));
            GuardedScope both = Scopes.opening("both", Categories.euContact(), Categories.usContact());
            assertRefused(decide(People.lin(), both), RefusalReason.NOT_ELIGIBLE);
        }

        @Test
        void refusesAsUndecidableWhenOnePolicyAllowsAndAnotherCannotBeEvaluated() {
            realm.put(PolicyDrafts.euConfidential().with("eligibility", "subject.attributes['unknown'] == 'x'"));
            GuardedScope both = Scopes.opening("both", Categories.usContact(), Categories.euContact());
            assertRefused(decide(People.lin(), both), RefusalReason.UNDECIDABLE);
        }

        @Test
        void seesClientScopeAndTimeWhenEvaluated() {
            realm.grants.add(Grants.running());
            realm.put(PolicyDrafts.usConfidential()
                    .with(
                            "eligibility",
                            "client.id == 'sample-app' && scope == 'us-contact'"
                                    + " && now == timestamp('2026-01-15T12:00:00Z')"));
            assertAllowedBy(decideForLin(), Grants.running());
        }
    }

    @Nested
    @DisplayName("5. The policy requires no approvals, or its exemption is true: allowed without a grant")
    class Rule5 {

        private void assertAllowedWithoutGrant(ScopeDecision decision) {
            assertThat(decision.isAllowed()).isTrue();
            assertThat(decision.isAllowedWithoutGrant()).isTrue();
            assertThat(decision.grant()).isEmpty();
            assertThat(decision.until()).isEmpty();
        }

        @Test
        void allowsWhenNoApprovalsAreRequired() {
            assertAllowedWithoutGrant(decide(People.lin(), Scopes.usPublic()));
            assertThat(realm.grants.queries()).isZero();
        }

        @Test
        void allowsWhenExempt() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "subject.username == 'lin'"));
            assertAllowedWithoutGrant(decideForLin());
        }

        @Test
        void refusesWhenNotExempt() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "subject.username == 'maria'"));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenTheExemptionCannotBeEvaluated() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "subject.attributes['unknown'] == 'x'"));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenExemptFromOneOfTwoPolicies() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "true"));
            GuardedScope both = Scopes.opening("both", Categories.usContact(), Categories.euContact());
            assertRefused(decide(People.lin(), both), RefusalReason.APPROVAL_REQUIRED);
            realm.put(PolicyDrafts.euConfidential().with("exemption", "true"));
            assertAllowedWithoutGrant(decide(People.lin(), both));
        }
    }

    @Nested
    @DisplayName("6. An active grant whose frozen categories cover the scope, cut at maxDuration")
    class Rule6 {

        private void assertUntil(Instant until) {
            assertThat(decideForLin().until()).contains(until);
        }

        @Test
        void refusesWhenGrantExpired() {
            realm.grants.add(Grants.expired());
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenGrantRevoked() {
            realm.grants.add(Grants.revoked());
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenGrantIsForAnotherScope() {
            Access access = Grants.running().access();
            realm.grants.add(Grants.of(
                    new Access(
                            access.subject(),
                            access.client(),
                            Scopes.euContact().ref()),
                    Grants.running()));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenGrantIsForAnotherClient() {
            Access access = Grants.running().access();
            realm.grants.add(
                    Grants.of(new Access(access.subject(), Clients.batch(), access.scope()), Grants.running()));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenGrantIsForAnotherSubject() {
            realm.grants.add(Grants.to(People.maria(), Grants.running()));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenIdsDifferInCaseOnly() {
            Access access = Grants.running().access();
            UserRef shouting = new UserRef("ID-OF-LIN", "lin");
            realm.grants.add(Grants.of(new Access(shouting, access.client(), access.scope()), Grants.running()));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenTheScopeNowOpensMore() {
            realm.grants.add(Grants.running());
            GuardedScope more = Scopes.opening("us-contact", Categories.usContact(), Categories.usPublic());
            assertRefused(decide(People.lin(), more), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void refusesWhenTheCategoryBecameMoreSensitive() {
            realm.grants.add(Grants.running());
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }

        @Test
        void allowsWhenTheScopeNowOpensLess() {
            AccessGrant wide = Grants.opening(Grants.running(), Categories.usContact(), Categories.usPrivateContent());
            realm.grants.add(wide);
            assertAllowedBy(decideForLin(), wide);
        }

        @Test
        void allowsUntilTheGrantEndsWhenItIsShort() {
            realm.grants.add(Grants.running());
            assertUntil(NOON.plus(Duration.ofMinutes(30)));
        }

        @Test
        void allowsUntilMaxDurationWhenThePolicyBecameStricter() {
            realm.grants.add(Grants.running());
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT40M"));
            assertUntil(NOON.plus(Duration.ofMinutes(10)));
        }

        @Test
        void refusesWhenMaxDurationFromApprovalIsOver() {
            realm.grants.add(Grants.running());
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT30M"));
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT30M0.001S"));
            assertAllowedBy(decideForLin(), Grants.running());
        }

        @Test
        void allowsUntilTheLaterEndWhenExtended() {
            AccessGrant longer =
                    Grants.called("grant-2", Grants.lasting(Grants.running(), NOON, NOON.plus(Duration.ofHours(2))));
            realm.grants.add(longer);
            realm.grants.add(Grants.running());
            assertAllowedBy(decideForLin(), longer);
            assertUntil(NOON.plus(Duration.ofHours(2)));
        }

        @Test
        void restsOnTheOneThatLastsWhenTheLongerOneIsCut() {
            Instant longAgo = NOON.minus(Duration.ofMinutes(50));
            AccessGrant cut =
                    Grants.called("grant-2", Grants.lasting(Grants.running(), longAgo, NOON.plus(Duration.ofHours(2))));
            realm.grants.add(cut);
            realm.grants.add(Grants.running());
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT1H"));
            assertAllowedBy(decideForLin(), Grants.running());
        }

        @Test
        void readsTheGrantsOnceWhenSeveralScopesAreAsked() {
            DecisionQuery query = new DecisionQuery(
                    People.lin(), Clients.sampleApp(), List.of(Scopes.usContact(), Scopes.euContact()), false);
            realm.decider().decide(query);
            assertThat(realm.grants.queries()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("7. Otherwise: approval_required")
    class Rule7 {

        @Test
        void refusesWhenNothingWasApproved() {
            assertRefused(decideForLin(), RefusalReason.APPROVAL_REQUIRED);
        }
    }

    @Nested
    @DisplayName("What a grant is good for now")
    class Usable {

        private final Instant end = Grants.running().term().until();

        private Optional<Instant> usableUntil(AccessGrant grant, Person subject, GuardedScope scope) {
            DecisionQuery query = new DecisionQuery(subject, Clients.sampleApp(), List.of(scope), false);
            return realm.decider().usableUntil(grant, query);
        }

        private Optional<Instant> usableUntil(AccessGrant grant) {
            return usableUntil(grant, People.lin(), Scopes.usContact());
        }

        @Test
        void isUsableToItsEndWhenItRuns() {
            assertThat(usableUntil(Grants.running())).contains(end);
            assertThat(realm.grants.queries()).isZero();
        }

        @Test
        void isNotUsableWhenItIsOver() {
            assertThat(usableUntil(Grants.expired())).isEmpty();
            assertThat(usableUntil(Grants.revoked())).isEmpty();
        }

        @Test
        void isUsableForLessWhenThePolicyBecameShorter() {
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT40M"));
            assertThat(usableUntil(Grants.running())).contains(NOON.plus(Duration.ofMinutes(10)));
            realm.put(PolicyDrafts.usConfidential().with("maxDuration", "PT30M"));
            assertThat(usableUntil(Grants.running())).isEmpty();
        }

        @Test
        void isNotUsableWhenItsSubjectIsBarred() {
            Person moved = People.with(People.lin(), "legal_entity", "Clips Beijing");
            assertThat(usableUntil(Grants.running(), moved, Scopes.usContact())).isEmpty();
        }

        @Test
        void isNotUsableWhenItsScopeWasReclassified() {
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            assertThat(usableUntil(Grants.running())).isEmpty();
        }

        @Test
        void isNotUsableWhenTheQuestionIsAboutSomebodyElse() {
            assertThat(usableUntil(Grants.running(), People.maria(), Scopes.usContact()))
                    .isEmpty();
        }

        @Test
        void isUsableToItsEndWhenNoneIsNeededAnyMore() {
            realm.put(PolicyDrafts.usConfidential().with("exemption", "true").with("maxDuration", "PT30M"));
            assertThat(usableUntil(Grants.running())).contains(end);
            assertThat(usableUntil(Grants.expired())).isEmpty();
        }
    }

    @Nested
    @DisplayName("The order of the rules")
    class Order {

        private RefusalReason reasonFor(Person subject) {
            DecisionQuery query = new DecisionQuery(subject, Clients.sampleApp(), List.of(Scopes.usContact()), true);
            return realm.decider().decide(query).scopes().get(0).refusal().orElseThrow();
        }

        @Test
        void refusesByTheFirstWhenSeveralApply() {
            realm.removeCategory("us.user.contact");
            realm.removePolicy("us-confidential");
            assertThat(reasonFor(People.chen())).isEqualTo(RefusalReason.UNCLASSIFIED);
            realm.add(Categories.usContact());
            assertThat(reasonFor(People.chen())).isEqualTo(RefusalReason.NO_POLICY);
            realm.put(PolicyDrafts.usConfidential());
            assertThat(reasonFor(People.chen())).isEqualTo(RefusalReason.IMPERSONATED);
            assertRefused(decide(People.chen(), Scopes.usContact()), RefusalReason.NOT_ELIGIBLE);
        }
    }
}
