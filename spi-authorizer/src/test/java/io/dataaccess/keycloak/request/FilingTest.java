/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static io.dataaccess.keycloak.request.Rejections.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.policy.PolicyStamp;
import io.dataaccess.keycloak.policy.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Filing a request")
class FilingTest {

    private final Realm realm = Realm.demo();

    private AccessRequest file(Application application) {
        return realm.filing().file(application).request();
    }

    private void assertNotFiled(Rejection expected, Application application) {
        List<AccessRequest> before = realm.requests.all();
        assertThat(realm.filing().problems(application)).containsExactly(expected);
        assertRejected(expected, () -> realm.filing().file(application));
        assertThat(realm.requests.all()).isEqualTo(before);
    }

    private void assertFiled(Application application) {
        assertThat(realm.filing().problems(application)).isEmpty();
        assertThat(realm.filing().file(application).created()).isTrue();
    }

    @Nested
    @DisplayName("Only what is open to the subject can be asked for")
    class Open {

        @Test
        void filesWhenEligible() {
            assertFiled(Applications.ofLin());
        }

        @Test
        void refusesWhenNotEligible() {
            assertNotFiled(Rejection.NOT_ELIGIBLE, Applications.of(People.chen(), Scopes.usContact()));
        }

        @Test
        void refusesWhenUndecidable() {
            Person unknown = People.with(People.lin(), "legal_entity");
            assertNotFiled(Rejection.UNDECIDABLE, Applications.of(unknown, Scopes.usContact()));
        }

        @Test
        void refusesWhenImpersonated() {
            assertNotFiled(Rejection.IMPERSONATED, Applications.impersonated(Applications.ofLin()));
        }

        @Test
        void refusesWhenUnclassified() {
            realm.removeCategory("us.user.contact");
            assertNotFiled(Rejection.UNCLASSIFIED, Applications.ofLin());
        }

        @Test
        void refusesWhenThereIsNoPolicy() {
            realm.removePolicy("us-confidential");
            assertNotFiled(Rejection.NO_POLICY, Applications.ofLin());
        }

        @Test
        void refusesWhenNoApprovalIsNeeded() {
            assertNotFiled(Rejection.NO_APPROVAL_NEEDED, Applications.of(People.lin(), Scopes.usPublic()));
        }

        @Test
        void filesAnExtensionWhenAGrantIsActive() {
            realm.grants.add(Grants.running());
            assertFiled(Applications.ofLin());
        }

        @Test
        void refusesWhenNotAboutOneScope() {
            Application lin = Applications.ofLin();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Application(
                            lin.requester(),
                            new Question(People.lin(), Clients.sampleApp(), List.of(), false),
                            lin.reason(),
                            lin.wanted()));
        }
    }

    @Nested
    @DisplayName("Purpose, justification and ticket are those the policy accepts")
    class Reasons {

        private Application justified(int length) {
            return Applications.justified("x".repeat(length), Applications.ofLin());
        }

        @Test
        void refusesWhenPurposeIsUnknown() {
            assertNotFiled(Rejection.UNKNOWN_PURPOSE, Applications.purpose("curiosity", Applications.ofLin()));
        }

        @Test
        void filesWhenPurposeIsKnown() {
            assertFiled(Applications.purpose("safety-review", Applications.ofLin()));
        }

        @Test
        void refusesWhenJustificationIsTooShort() {
            assertNotFiled(Rejection.INVALID_JUSTIFICATION, justified(9));
        }

        @Test
        void refusesWhenJustificationIsShortWithoutItsBlanks() {
            assertNotFiled(
                    Rejection.INVALID_JUSTIFICATION, Applications.justified("  nine char  ", Applications.ofLin()));
        }

        @Test
        void filesWhenJustificationIsJustLongEnough() {
            assertFiled(justified(10));
        }

        @Test
        void filesWhenJustificationIsAsLongAsAllowed() {
            assertFiled(justified(2000));
        }

        @Test
        void countsCharactersWhenTheyTakeTwoCodeUnits() {
            assertFiled(Applications.justified("\uD83D\uDD0E".repeat(2000), Applications.ofLin()));
        }

        @Test
        void refusesWhenJustificationIsTooLong() {
            assertNotFiled(Rejection.INVALID_JUSTIFICATION, justified(2001));
        }

        @Test
        void refusesWhenTicketDoesNotMatch() {
            assertNotFiled(Rejection.INVALID_TICKET, Applications.ticket("case 17", Applications.ofLin()));
        }

        @Test
        void saysWhatTicketIsWantedWhenThePolicyDoes() {
            assertThat(refusal(Applications.ticket("case 17", Applications.ofLin())))
                    .hasMessage("The ticket does not look like one of this policy's")
                    .returns(Map.of(), RejectedException::parameters);

            realm.put(PolicyDrafts.usConfidential()
                    .with("ticketHint", "The case, LEGAL-1")
                    .with("ticketRequired", "true"));

            assertThat(refusal(Applications.ticket("case 17", Applications.ofLin())))
                    .hasMessage("The ticket does not look like one of this policy's: The case, LEGAL-1")
                    .returns(Map.of("hint", "The case, LEGAL-1"), RejectedException::parameters);
            assertThat(refusal(Applications.withoutTicket(Applications.ofLin())))
                    .hasMessage("Name the ticket of the case: The case, LEGAL-1");
        }

        private RejectedException refusal(Application application) {
            return catchThrowableOfType(RejectedException.class, () -> file(application));
        }

        @Test
        void filesWhenTicketMatchesWithoutItsBlanks() {
            AccessRequest request = file(Applications.ticket(" CASE-18 ", Applications.ofLin()));
            assertThat(request.ask().reason().ticket()).contains("CASE-18");
        }

        @Test
        void refusesWhenTicketIsTooLong() {
            assertNotFiled(Rejection.INVALID_TICKET, Applications.ticket("A-" + "1".repeat(254), Applications.ofLin()));
            assertFiled(Applications.ticket("A-" + "1".repeat(253), Applications.ofLin()));
        }

        @Test
        void refusesWhenTheTicketIsRequiredAndMissing() {
            realm.put(PolicyDrafts.usConfidential().with("ticketRequired", "true"));
            assertNotFiled(Rejection.INVALID_TICKET, Applications.withoutTicket(Applications.ofLin()));
            assertNotFiled(Rejection.INVALID_TICKET, Applications.ticket(" ", Applications.ofLin()));
            assertFiled(Applications.ofLin());
        }

        @Test
        void filesWithoutTicketWhenItIsBlankAndNotRequired() {
            AccessRequest request = file(Applications.ticket(" ", Applications.ofLin()));
            assertThat(request.ask().reason().ticket()).isEmpty();
        }

        @Test
        void stripsTheJustificationWhenFiled() {
            AccessRequest request = file(Applications.justified("  because it is so \n", Applications.ofLin()));
            assertThat(request.ask().reason().justification()).isEqualTo("because it is so");
        }
    }

    @Nested
    @DisplayName("PT1M to the maximum, whole seconds; default defaultDuration")
    class DurationBounds {

        private Application lasting(Duration duration) {
            return Applications.lasting(duration, Applications.ofLin());
        }

        @Test
        void refusesWhenShorterThanAMinute() {
            assertNotFiled(Rejection.INVALID_DURATION, lasting(Duration.ofSeconds(59)));
        }

        @Test
        void filesWhenAMinute() {
            assertFiled(lasting(Duration.ofMinutes(1)));
        }

        @Test
        void refusesWhenNegative() {
            assertNotFiled(Rejection.INVALID_DURATION, lasting(Duration.ofHours(-1)));
        }

        @Test
        void filesWhenAsLongAsTheMaximum() {
            assertFiled(lasting(Duration.ofHours(8)));
        }

        @Test
        void refusesWhenLongerThanTheMaximum() {
            assertNotFiled(
                    Rejection.INVALID_DURATION, lasting(Duration.ofHours(8).plusSeconds(1)));
        }

        @Test
        void refusesWhenNotWholeSeconds() {
            assertNotFiled(
                    Rejection.INVALID_DURATION, lasting(Duration.ofMinutes(2).plusMillis(1)));
        }

        @Test
        void takesTheDefaultWhenNothingIsAsked() {
            AccessRequest request = file(Applications.withoutDuration(Applications.ofLin()));
            assertThat(request.ask().wish().duration()).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void takesTheDefaultWhenItIsShorterThanAMinute() {
            realm.put(PolicyDrafts.usConfidential().with("defaultDuration", "PT30S"));
            AccessRequest request = file(Applications.withoutDuration(Applications.ofLin()));
            assertThat(request.ask().wish().duration()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Nested
    @DisplayName("A request that cannot reach its number is refused when filed")
    class Reachable {

        @Test
        void filesWhenJustEnoughPeopleExist() {
            assertFiled(Applications.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOnePersonIsMissing() {
            realm.directory.remove(People.blake());
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOneIsDisabled() {
            realm.directory.put(People.disabled(People.blake()));
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOneIsAServiceAccount() {
            realm.directory.put(People.service(People.blake()));
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenTheSubjectWouldHaveToApprove() {
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.avery(), Scopes.usPrivate()));
            assertFiled(Applications.of(People.avery(), Scopes.usContact()));
        }

        @Test
        void refusesWhenTheRequesterWouldHaveToApprove() {
            Application forBatch = Applications.of(People.batchAccount(), Scopes.usPrivate());
            assertNotFiled(Rejection.NO_APPROVER, Applications.by(People.avery(), forBatch));
            assertFiled(Applications.by(People.pat(), forBatch));
        }

        @Test
        void refusesWhenTheRequesterIsBarred() {
            Application forBatch = Applications.of(People.batchAccount(), Scopes.usContact());
            assertNotFiled(Rejection.NOT_ELIGIBLE, Applications.by(People.chen(), forBatch));
            assertFiled(Applications.by(People.pat(), forBatch));
        }

        @Test
        void refusesWhenAGroupIsMissing() {
            realm.directory.remove(Groups.dataOwners());
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void looksNobodyUpAgainWhenCountingMembers() {
            assertFiled(Applications.of(People.lin(), Scopes.usPrivate()));
            assertThat(realm.directory.lookups()).isZero();
        }

        @Test
        void refusesWhenOnePersonWouldCountTwice() {
            realm.directory.remove(People.dana());
            realm.directory.put(People.in(People.avery(), Groups.dataOwners()));
            assertNotFiled(Rejection.NO_APPROVER, Applications.of(People.lin(), Scopes.usPrivate()));
            realm.directory.put(People.person("kim", "US", "Clips US Data Security", Groups.usSecurity()));
            assertFiled(Applications.of(People.lin(), Scopes.usPrivate()));
        }
    }

    @Nested
    @DisplayName("What is approved is frozen")
    class Freezing {

        private final AccessRequest request = file(Applications.of(People.lin(), Scopes.usPrivate()));

        @Test
        void keepsIdsCategoriesPoliciesAndGroupsWhenFiled() {
            Frozen expected = new Frozen(
                    List.of(Categories.usPrivateContent(), Categories.usLocation()),
                    List.of(new PolicyStamp("us-restricted", "sha256-of-us-restricted")),
                    List.of(new RequiredApproval(Groups.dataOwners(), 1), new RequiredApproval(Groups.usSecurity(), 2)),
                    new Attributes(Map.of("country", "CN", "legal_entity", "Clips Singapore")));
            assertThat(request.frozen()).isEqualTo(expected);
            assertThat(request.frozen().sensitivity()).isEqualTo(Sensitivity.RESTRICTED);
            assertThat(request.access().subject()).isEqualTo(People.lin().user());
            assertThat(request.access().client()).isEqualTo(Clients.sampleApp());
            assertThat(request.access().scope()).isEqualTo(Scopes.usPrivate().ref());
            assertThat(realm.requests.all()).containsExactly(request);
        }

        @Test
        void keepsAttributesWhenAnyConditionReadsThem() {
            realm.put(PolicyDrafts.usConfidential()
                    .with("eligibility", "has(subject.attributes.legal_entity)")
                    .with("exemption", "subject.attributes['country'] == 'US'")
                    .with("approverCondition", "subject.attributes['desk'] != approver.attributes['country']"));
            Person lin = People.with(People.with(People.lin(), "desk", "1"), "shoe_size", "38");
            assertThat(file(Applications.of(lin, Scopes.usContact()))
                            .frozen()
                            .subjectAttributes()
                            .values()
                            .keySet())
                    .containsExactlyInAnyOrder("legal_entity", "country", "desk");
        }

        @Test
        void keepsAttributesWhenTheyAreReadOfApprovers() {
            realm.put(PolicyDrafts.usConfidential()
                    .with("eligibility", "true")
                    .with("approverCondition", "approver.attributes['country'] == 'US'"));
            assertThat(file(Applications.of(People.lin(), Scopes.usContact()))
                            .frozen()
                            .subjectAttributes()
                            .values())
                    .isEqualTo(Map.of("country", "CN"));
        }

        @Test
        void isSensitiveAsItsMostSensitiveCategoryWhenThereAreSeveral() {
            DataCategory[] mixed = {Categories.usPublic(), Categories.usContact(), Categories.euContact()};
            realm.scopes.put(Scopes.opening("mixed", mixed));
            assertThat(file(Applications.of(People.lin(), Scopes.opening("mixed", mixed)))
                            .frozen()
                            .sensitivity())
                    .isEqualTo(Sensitivity.CONFIDENTIAL);
        }

        @Test
        void refusesWhenThereIsNoCategory() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Frozen(List.of(), List.of(), List.of(), new Attributes(Map.of())));
        }
    }

    @Nested
    @DisplayName("A pending request ends on its own clock")
    class OwnClock {

        private final AccessRequest request = file(Applications.ofLin());

        @Test
        void isPendingWhenAMomentIsLeft() {
            assertThat(request.course().times())
                    .isEqualTo(new Clockwork(NOON, NOON.plus(Duration.ofDays(1)), Optional.empty()));
            assertThat(request.statusAt(NOON.plus(Duration.ofDays(1)).minusMillis(1)))
                    .isEqualTo(RequestStatus.PENDING);
        }

        @Test
        void isExpiredWhenItsTimeIsOver() {
            assertThat(request.statusAt(NOON.plus(Duration.ofDays(1)))).isEqualTo(RequestStatus.EXPIRED);
        }

        @Test
        void keepsItsStatusWhenClosedInTime() {
            AccessRequest denied = request.close(RequestStatus.DENIED, NOON);
            assertThat(denied.statusAt(NOON.plus(Duration.ofDays(2)))).isEqualTo(RequestStatus.DENIED);
            assertThat(denied.isPendingAt(NOON)).isFalse();
        }
    }

    @Nested
    @DisplayName(
            "200 and the same request when an identical one of the same requester is pending, 409 when a different")
    class Again {

        private final AccessRequest first = file(Applications.ofLin());

        @Test
        void findsTheSameWhenIdentical() {
            Filed again = realm.filing().file(Applications.bundled("bundle-2", Applications.ofLin()));
            assertThat(again).isEqualTo(new Filed(first, false));
            assertThat(realm.requests.all()).containsExactly(first);
        }

        @Test
        void refusesWhenSomethingAskedDiffers() {
            Application lin = Applications.ofLin();
            Stream.of(
                            Applications.purpose("safety-review", lin),
                            Applications.justified("Another reason altogether", lin),
                            Applications.ticket("CASE-99", lin),
                            Applications.lasting(Duration.ofMinutes(31), lin),
                            Applications.urgent(lin))
                    .forEach(different -> assertRejected(
                            Rejection.DIFFERENT_PENDING, () -> realm.filing().file(different)));
            assertThat(realm.requests.all()).containsExactly(first);
        }

        @Test
        void refusesWhenAnotherRequesterAsksTheSame() {
            Application other = Applications.by(People.pat(), Applications.ofLin());
            assertRejected(Rejection.DIFFERENT_PENDING, () -> realm.filing().file(other));
        }

        @Test
        void filesANewOneWhenAnotherSubjectAsks() {
            assertFiled(Applications.of(People.maria(), Scopes.usContact()));
        }

        @Test
        void filesANewOneWhenTheFirstExpired() {
            realm.clock.advance(Duration.ofDays(1));
            assertFiled(Applications.ofLin());
            AccessRequest over = realm.requests.find(first.id()).orElseThrow();
            assertThat(over.course().status()).isEqualTo(RequestStatus.EXPIRED);
            assertThat(over.course().times().closedAt()).contains(NOON.plus(Duration.ofDays(1)));
        }

        @Test
        void filesANewOneWhenTheScopeWasReclassified() {
            realm.clock.advance(Duration.ofMinutes(5));
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            Filed filed = realm.filing().file(Applications.ofLin());
            AccessRequest second = filed.request();
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.frozen().sensitivity()).isEqualTo(Sensitivity.RESTRICTED);
            AccessRequest over = realm.requests.find(first.id()).orElseThrow();
            assertThat(filed).isEqualTo(new Filed(second, true, Optional.of(over)));
            assertThat(realm.requests.cancellations).isEqualTo(Map.of(first.id(), Cancellation.RECLASSIFIED));
            assertThat(over.course().status()).isEqualTo(RequestStatus.CANCELLED);
            assertThat(over.course().times().closedAt()).contains(NOON.plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void writesRejectionsWhenAskedAsInTheContract() {
        assertThat(Stream.of(Rejection.NOT_AN_APPROVER, Rejection.OWN_REQUEST, Rejection.CONDITIONS_NOT_MET)
                        .map(Rejection::code))
                .containsExactly("not_an_approver", "own_request", "conditions_not_met");
        assertThat(Stream.of(Rejection.IMPERSONATED, Rejection.NOT_ELIGIBLE, Rejection.NO_APPROVER)
                        .map(Rejection::code))
                .containsExactly("impersonated", "not_eligible", "no_approver");
    }
}
