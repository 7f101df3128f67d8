/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.policy.PolicyVersion;
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

    private AccessRequest file(RequestDraft draft) {
        return realm.filing().file(draft).request();
    }

    private void assertNotFiled(Rejection expected, RequestDraft draft) {
        List<AccessRequest> before = realm.requests.all();
        assertThat(realm.problems(draft)).containsExactly(expected);
        assertRejected(expected, () -> realm.filing().file(draft));
        assertThat(realm.requests.all()).isEqualTo(before);
    }

    private void assertFiled(RequestDraft draft) {
        assertThat(realm.problems(draft)).isEmpty();
        assertThat(realm.filing().file(draft).created()).isTrue();
    }

    @Nested
    @DisplayName("Only what is open to the subject can be asked for")
    class Open {

        @Test
        void filesWhenEligible() {
            assertFiled(RequestDrafts.ofLin());
        }

        @Test
        void refusesWhenNotEligible() {
            assertNotFiled(Rejection.NOT_ELIGIBLE, RequestDrafts.of(People.chen(), Scopes.usContact()));
        }

        @Test
        void refusesWhenUndecidable() {
            Person unknown = People.with(People.lin(), "legal_entity");
            assertNotFiled(Rejection.UNDECIDABLE, RequestDrafts.of(unknown, Scopes.usContact()));
        }

        @Test
        void refusesWhenImpersonated() {
            assertNotFiled(Rejection.IMPERSONATED, RequestDrafts.impersonated(RequestDrafts.ofLin()));
        }

        @Test
        void refusesWhenUnclassified() {
            realm.removeCategory("us.user.contact");
            assertNotFiled(Rejection.UNCLASSIFIED, RequestDrafts.ofLin());
        }

        @Test
        void refusesWhenThereIsNoPolicy() {
            realm.removePolicy("us-confidential");
            assertNotFiled(Rejection.NO_POLICY, RequestDrafts.ofLin());
        }

        @Test
        void refusesWhenNoApprovalIsNeeded() {
            assertNotFiled(Rejection.NO_APPROVAL_NEEDED, RequestDrafts.of(People.lin(), Scopes.usPublic()));
        }

        @Test
        void filesAnExtensionWhenAGrantIsActive() {
            realm.grants.add(Grants.running());
            assertFiled(RequestDrafts.ofLin());
        }

        @Test
        void refusesWhenNotAboutOneScope() {
            RequestDraft lin = RequestDrafts.ofLin();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RequestDraft(
                            lin.requester(),
                            new DecisionQuery(People.lin(), Clients.sampleApp(), List.of(), false),
                            lin.reason(),
                            lin.wanted()));
        }
    }

    @Nested
    @DisplayName("Purpose, justification and ticket are those the policy accepts")
    class Reasons {

        private RequestDraft justified(int length) {
            return RequestDrafts.justified("x".repeat(length), RequestDrafts.ofLin());
        }

        @Test
        void refusesWhenPurposeIsUnknown() {
            assertNotFiled(Rejection.UNKNOWN_PURPOSE, RequestDrafts.purpose("curiosity", RequestDrafts.ofLin()));
        }

        @Test
        void filesWhenPurposeIsKnown() {
            assertFiled(RequestDrafts.purpose("safety-review", RequestDrafts.ofLin()));
        }

        @Test
        void refusesWhenJustificationIsTooShort() {
            assertNotFiled(Rejection.INVALID_JUSTIFICATION, justified(9));
        }

        @Test
        void refusesWhenJustificationIsShortWithoutItsBlanks() {
            assertNotFiled(
                    Rejection.INVALID_JUSTIFICATION, RequestDrafts.justified("  nine char  ", RequestDrafts.ofLin()));
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
            assertFiled(RequestDrafts.justified("\uD83D\uDD0E".repeat(2000), RequestDrafts.ofLin()));
        }

        @Test
        void refusesWhenJustificationIsTooLong() {
            assertNotFiled(Rejection.INVALID_JUSTIFICATION, justified(2001));
        }

        @Test
        void refusesWhenTicketDoesNotMatch() {
            assertNotFiled(Rejection.INVALID_TICKET, RequestDrafts.ticket("case 17", RequestDrafts.ofLin()));
        }

        @Test
        void saysWhatTicketIsWantedWhenThePolicyDoes() {
            assertThat(refusal(RequestDrafts.ticket("case 17", RequestDrafts.ofLin())))
                    .hasMessage("The ticket does not look like one of this policy's")
                    .returns(Map.of(), RejectedException::parameters);

            realm.put(PolicyDrafts.usConfidential()
                    .with("ticketHint", "The case, LEGAL-1")
                    .with("ticketRequired", "true"));

            assertThat(refusal(RequestDrafts.ticket("case 17", RequestDrafts.ofLin())))
                    .hasMessage("The ticket does not look like one of this policy's: The case, LEGAL-1")
                    .returns(Map.of("hint", "The case, LEGAL-1"), RejectedException::parameters);
            assertThat(refusal(RequestDrafts.withoutTicket(RequestDrafts.ofLin())))
                    .hasMessage("Name the ticket of the case: The case, LEGAL-1");
        }

        private RejectedException refusal(RequestDraft draft) {
            return catchThrowableOfType(RejectedException.class, () -> file(draft));
        }

        @Test
        void filesWhenTicketMatchesWithoutItsBlanks() {
            AccessRequest request = file(RequestDrafts.ticket(" CASE-18 ", RequestDrafts.ofLin()));
            assertThat(request.content().reason().ticket()).contains("CASE-18");
        }

        @Test
        void refusesWhenTicketIsTooLong() {
            assertNotFiled(
                    Rejection.INVALID_TICKET, RequestDrafts.ticket("A-" + "1".repeat(254), RequestDrafts.ofLin()));
            assertFiled(RequestDrafts.ticket("A-" + "1".repeat(253), RequestDrafts.ofLin()));
        }

        @Test
        void refusesWhenTheTicketIsRequiredAndMissing() {
            realm.put(PolicyDrafts.usConfidential().with("ticketRequired", "true"));
            assertNotFiled(Rejection.INVALID_TICKET, RequestDrafts.withoutTicket(RequestDrafts.ofLin()));
            assertNotFiled(Rejection.INVALID_TICKET, RequestDrafts.ticket(" ", RequestDrafts.ofLin()));
            assertFiled(RequestDrafts.ofLin());
        }

        @Test
        void filesWithoutTicketWhenItIsBlankAndNotRequired() {
            AccessRequest request = file(RequestDrafts.ticket(" ", RequestDrafts.ofLin()));
            assertThat(request.content().reason().ticket()).isEmpty();
        }

        @Test
        void stripsTheJustificationWhenFiled() {
            AccessRequest request = file(RequestDrafts.justified("  because it is so \n", RequestDrafts.ofLin()));
            assertThat(request.content().reason().justification()).isEqualTo("because it is so");
        }
    }

    @Nested
    @DisplayName("PT1M to the maximum, whole seconds; default defaultDuration")
    class DurationBounds {

        private RequestDraft lasting(Duration duration) {
            return RequestDrafts.lasting(duration, RequestDrafts.ofLin());
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
            AccessRequest request = file(RequestDrafts.withoutDuration(RequestDrafts.ofLin()));
            assertThat(request.content().duration()).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void takesTheDefaultWhenItIsShorterThanAMinute() {
            realm.put(PolicyDrafts.usConfidential().with("defaultDuration", "PT30S"));
            AccessRequest request = file(RequestDrafts.withoutDuration(RequestDrafts.ofLin()));
            assertThat(request.content().duration()).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Nested
    @DisplayName("A request that cannot reach its number is refused when filed")
    class Reachable {

        @Test
        void filesWhenJustEnoughPeopleExist() {
            assertFiled(RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOnePersonIsMissing() {
            realm.directory.remove(People.blake());
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOneIsDisabled() {
            realm.directory.put(People.disabled(People.blake()));
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOneLacksTheRole() {
            realm.directory.put(People.withoutRole(People.blake()));
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenOneIsAServiceAccount() {
            realm.directory.put(People.service(People.blake()));
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void refusesWhenTheSubjectWouldHaveToApprove() {
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.avery(), Scopes.usPrivate()));
            assertFiled(RequestDrafts.of(People.avery(), Scopes.usContact()));
        }

        @Test
        void refusesWhenTheRequesterWouldHaveToApprove() {
            RequestDraft forBatch = RequestDrafts.of(People.batchAccount(), Scopes.usPrivate());
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.by(People.avery(), forBatch));
            assertFiled(RequestDrafts.by(People.pat(), forBatch));
        }

        @Test
        void refusesWhenTheRequesterIsBarred() {
            RequestDraft forBatch = RequestDrafts.of(People.batchAccount(), Scopes.usContact());
            assertNotFiled(Rejection.NOT_ELIGIBLE, RequestDrafts.by(People.chen(), forBatch));
            assertFiled(RequestDrafts.by(People.pat(), forBatch));
        }

        @Test
        void refusesWhenAGroupIsMissing() {
            realm.directory.remove(Groups.dataOwners());
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }

        @Test
        void looksNobodyUpAgainWhenCountingMembers() {
            assertFiled(RequestDrafts.of(People.lin(), Scopes.usPrivate()));
            assertThat(realm.directory.lookups()).isZero();
        }

        @Test
        void refusesWhenOnePersonWouldCountTwice() {
            realm.directory.remove(People.dana());
            realm.directory.put(People.in(People.avery(), Groups.dataOwners()));
            assertNotFiled(Rejection.NO_APPROVER, RequestDrafts.of(People.lin(), Scopes.usPrivate()));
            realm.directory.put(People.person("kim", "US", "Clips US Data Security", Groups.usSecurity()));
            assertFiled(RequestDrafts.of(People.lin(), Scopes.usPrivate()));
        }
    }

    @Nested
    @DisplayName("What is approved is frozen")
    class Freezing {

        private final AccessRequest request = file(RequestDrafts.of(People.lin(), Scopes.usPrivate()));

        @Test
        void keepsIdsCategoriesPoliciesAndGroupsWhenFiled() {
            RequestSnapshot expected = new RequestSnapshot(
                    List.of(Categories.usPrivateContent(), Categories.usLocation()),
                    List.of(new PolicyVersion("us-restricted", "sha256-of-us-restricted")),
                    List.of(new RequiredApproval(Groups.dataOwners(), 1), new RequiredApproval(Groups.usSecurity(), 2)),
                    new Attributes(Map.of("country", "CN", "legal_entity", "Clips Singapore")));
            assertThat(request.snapshot()).isEqualTo(expected);
            assertThat(request.snapshot().sensitivity()).isEqualTo(Sensitivity.RESTRICTED);
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
            assertThat(file(RequestDrafts.of(lin, Scopes.usContact()))
                            .snapshot()
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
            assertThat(file(RequestDrafts.of(People.lin(), Scopes.usContact()))
                            .snapshot()
                            .subjectAttributes()
                            .values())
                    .isEqualTo(Map.of("country", "CN"));
        }

        @Test
        void isSensitiveAsItsMostSensitiveCategoryWhenThereAreSeveral() {
            DataCategory[] mixed = {Categories.usPublic(), Categories.usContact(), Categories.euContact()};
            realm.scopes.put(Scopes.opening("mixed", mixed));
            assertThat(file(RequestDrafts.of(People.lin(), Scopes.opening("mixed", mixed)))
                            .snapshot()
                            .sensitivity())
                    .isEqualTo(Sensitivity.CONFIDENTIAL);
        }

        @Test
        void refusesWhenThereIsNoCategory() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RequestSnapshot(List.of(), List.of(), List.of(), new Attributes(Map.of())));
        }
    }

    @Nested
    @DisplayName("A pending request ends on its own clock")
    class OwnClock {

        private final AccessRequest request = file(RequestDrafts.ofLin());

        @Test
        void isPendingWhenAMomentIsLeft() {
            assertThat(request.state()).isEqualTo(RequestState.pending(NOON, NOON.plus(Duration.ofDays(1))));
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
    public class Again {

        private final AccessRequest first = file(RequestDrafts.ofLin());

        @Test
        void findsTheSameWhenIdentical() {
            FilingResult again = realm.filing().file(RequestDrafts.bundled("bundle-2", RequestDrafts.ofLin()));
            assertThat(again).isEqualTo(new FilingResult(first, false));
            assertThat(realm.requests.all()).containsExactly(first);
        }

        @Test
        void refusesWhenSomethingAskedDiffers() {
            RequestDraft lin = RequestDrafts.ofLin();
            Stream.of(
                            RequestDrafts.purpose("safety-review", lin),
                            RequestDrafts.justified("Another reason altogether", lin),
                            RequestDrafts.ticket("CASE-99", lin),
                            RequestDrafts.lasting(Duration.ofMinutes(31), lin),
                            RequestDrafts.urgent(lin))
                    .forEach(different -> assertRejected(
                            Rejection.DIFFERENT_PENDING, () -> realm.filing().file(different)));
            assertThat(realm.requests.all()).containsExactly(first);
        }

        @Test
        void refusesWhenAnotherRequesterAsksTheSame() {
            RequestDraft other = RequestDrafts.by(People.pat(), RequestDrafts.ofLin());
            assertRejected(Rejection.DIFFERENT_PENDING, () -> realm.filing().file(other));
        }

        @Test
        void filesANewOneWhenAnotherSubjectAsks() {
            assertFiled(RequestDrafts.of(People.maria(), Scopes.usContact()));
        }

        @Test
        void filesANewOneWhenTheFirstExpired() {
            realm.clock.advance(Duration.ofDays(1));
            assertFiled(RequestDrafts.ofLin());
            AccessRequest over = realm.requests.find(first.id()).orElseThrow();
            assertThat(over.state().status()).isEqualTo(RequestStatus.EXPIRED);
            assertThat(over.state().closedAt()).contains(NOON.plus(Duration.ofDays(1)));
        }

        @Test
        void filesANewOneWhenTheScopeWasReclassified() {
            realm.clock.advance(Duration.ofMinutes(5));
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            FilingResult filed = realm.filing().file(RequestDrafts.ofLin());
            AccessRequest second = filed.request();
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.snapshot().sensitivity()).isEqualTo(Sensitivity.RESTRICTED);
            AccessRequest over = realm.requests.find(first.id()).orElseThrow();
            assertThat(filed).isEqualTo(new FilingResult(second, true, Optional.of(over)));
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(first.id(), Cancellation.RECLASSIFIED));
            assertThat(over.state().status()).isEqualTo(RequestStatus.CANCELLED);
            assertThat(over.state().closedAt()).contains(NOON.plus(Duration.ofMinutes(5)));
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
