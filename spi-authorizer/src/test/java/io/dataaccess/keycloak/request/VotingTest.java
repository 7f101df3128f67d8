/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.VoteInputs;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Approval;
import io.dataaccess.keycloak.grant.Term;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.policy.RequiredLogin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Voting")
class VotingTest {

    private static final Duration ASKED = Duration.ofMinutes(30);

    private final Realm realm = Realm.demo();

    /** Lin asks for what two of the US security group and one data owner must approve. */
    private final AccessRequest restricted = realm.filing()
            .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
            .request();

    private AccessRequest cast(AccessRequest request, Person person, VoteInput input) {
        return realm.vote(request.id(), Voters.fresh(person), input);
    }

    private AccessRequest approve(AccessRequest request, Person... people) {
        AccessRequest last = request;
        for (Person person : people) {
            last = cast(request, person, VoteInputs.approve());
        }
        return last;
    }

    private AccessRequest contact() {
        return realm.filing().file(RequestDrafts.ofLin()).request();
    }

    private void assertNotTaken(Rejection expected, AccessRequest request, Person person, VoteInput input) {
        Optional<AccessRequest> before = realm.requests.find(request.id());
        assertRejected(expected, () -> cast(request, person, input));
        assertThat(realm.requests.find(request.id())).isEqualTo(before);
        assertThat(realm.grants.all()).isEmpty();
    }

    private void assertPending(AccessRequest request) {
        assertThat(request.state().status()).isEqualTo(RequestStatus.PENDING);
        assertThat(realm.requests.find(request.id())).contains(request);
        assertThat(realm.grants.all()).isEmpty();
    }

    private AccessGrant assertApproved(AccessRequest request) {
        assertThat(request.state().status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(realm.requests.find(request.id())).contains(request);
        assertThat(realm.grants.all()).hasSize(1);
        return realm.grants.all().get(0);
    }

    private static Optional<GroupRef> countedFor(AccessRequest request, Person person) {
        return request.voteOf(person.user(), VoteDecision.APPROVE).orElseThrow().countedFor();
    }

    @Nested
    @DisplayName("Approved when the required approvals can be matched to distinct people, each counted for one group")
    class Quorate {

        @Test
        void staysPendingWhenOneApprovalIsMissing() {
            assertPending(approve(restricted, People.avery(), People.dana()));
        }

        @Test
        void approvesWhenTheLastApprovalComes() {
            AccessRequest approved = approve(restricted, People.avery(), People.dana(), People.blake());
            AccessGrant grant = assertApproved(approved);
            assertThat(grant.access()).isEqualTo(restricted.access());
            assertThat(grant.approval())
                    .isEqualTo(new Approval(
                            restricted.id(),
                            "legal-request",
                            List.of(Categories.usPrivateContent(), Categories.usLocation())));
            assertThat(approved.state().closedAt()).contains(NOON);
            assertThat(approved.state().votes()).extracting(Vote::counts).containsExactly(true, true, true);
        }

        @Test
        void countsAPersonForOneGroupWhenInTwo() {
            realm.directory.put(People.in(People.avery(), Groups.dataOwners()));
            assertPending(approve(restricted, realm.directory.named("avery"), People.blake()));
        }

        @Test
        void movesAPersonToTheOtherGroupWhenThatReachesTheNumber() {
            Person both = People.in(People.avery(), Groups.dataOwners());
            realm.directory.put(both);
            Person kim = People.person("kim", "US", "Clips US Data Security", Groups.usSecurity());
            realm.directory.put(kim);
            AccessRequest approved = approve(restricted, both, People.blake(), kim);
            assertApproved(approved);
            assertThat(countedFor(approved, both)).contains(Groups.dataOwners());
            assertThat(countedFor(approved, kim)).contains(Groups.usSecurity());
        }

        @Test
        void showsTheSurplusVoteAsNotCountedWhenAGroupHasItsNumber() {
            Person kim = People.person("kim", "US", "Clips US Data Security", Groups.usSecurity());
            realm.directory.put(kim);
            AccessRequest request = approve(restricted, kim, People.blake(), People.avery());
            assertPending(request);
            assertThat(request.state().votes()).extracting(Vote::counts).containsExactlyInAnyOrder(true, true, false);
        }

        @Test
        void countsTheSameWhenVotesComeInAnyOrder() {
            realm.put(PolicyDrafts.usRestricted().with("requiredApprovals", "/us-security=2", "/data-owners=2"));
            Person both = People.in(People.avery(), Groups.dataOwners());
            Person kim = People.person("kim", "US", "Clips US Data Security", Groups.usSecurity());
            realm.directory.put(both);
            realm.directory.put(kim);
            Set<Map<String, Optional<GroupRef>>> outcomes = permutations(List.of(both, kim, People.blake()))
                    .map(order -> {
                        realm.requests.update(restricted);
                        AccessRequest voted = approve(restricted, order.toArray(Person[]::new));
                        assertPending(voted);
                        return voted.state().votes().stream()
                                .collect(toMap(vote -> vote.approver().id(), Vote::countedFor));
                    })
                    .collect(toSet());
            assertThat(outcomes).hasSize(1);
        }

        private static Stream<List<Person>> permutations(List<Person> people) {
            if (people.isEmpty()) {
                return Stream.of(List.of());
            }
            return people.stream()
                    .flatMap(first -> permutations(people.stream()
                                    .filter(person -> !person.equals(first))
                                    .toList())
                            .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                    .toList()));
        }

        @Test
        void startsTheClockOfTheGrantWhenApproved() {
            AccessRequest request = contact();
            realm.clock.advance(Duration.ofMinutes(20));
            assertThat(assertApproved(approve(request, People.avery())).term())
                    .isEqualTo(new Term(
                            NOON.plus(Duration.ofMinutes(20)), NOON.plus(Duration.ofMinutes(50)), Optional.empty()));
        }
    }

    @Nested
    @DisplayName("One DENY denies")
    class Denying {

        @Test
        void deniesWhenOneDenies() {
            approve(restricted, People.avery());
            AccessRequest denied = cast(restricted, People.dana(), VoteInputs.deny());
            assertThat(denied.state().status()).isEqualTo(RequestStatus.DENIED);
            assertThat(denied.state().closedAt()).contains(NOON);
            assertThat(denied.state().votes()).extracting(Vote::counts).containsExactly(true, true);
            assertThat(denied.state().votes().get(1).countedFor()).isEmpty();
            assertThat(realm.grants.all()).isEmpty();
        }

        @Test
        void deniesWhenOnesOwnApprovalBecomesADenial() {
            approve(restricted, People.avery());
            AccessRequest denied = cast(restricted, People.avery(), VoteInputs.deny());
            assertThat(denied.state().status()).isEqualTo(RequestStatus.DENIED);
            assertThat(denied.state().votes()).extracting(Vote::counts).containsExactly(false, true);
        }

        @Test
        void refusesWhenApprovedBefore() {
            approve(restricted, People.avery());
            assertNotTaken(Rejection.ALREADY_VOTED, restricted, People.avery(), VoteInputs.approve());
        }

        @Test
        void refusesWhenADenialHasNoComment() {
            VoteInput silent = new VoteInput(VoteDecision.DENY, " ", Optional.empty());
            assertNotTaken(Rejection.INVALID_COMMENT, restricted, People.avery(), silent);
        }

        @Test
        void refusesWhenTheCommentIsTooLong() {
            VoteInput chatty = new VoteInput(VoteDecision.APPROVE, "x".repeat(2001), Optional.empty());
            assertNotTaken(Rejection.INVALID_COMMENT, restricted, People.avery(), chatty);
            assertPending(cast(
                    restricted,
                    People.avery(),
                    new VoteInput(VoteDecision.APPROVE, "x".repeat(2000), Optional.empty())));
        }
    }

    @Nested
    @DisplayName("Who may decide it: not the requester or subject, a member of the group, meeting its conditions")
    public class Deciders {

        @Test
        void refusesWhenTheSubjectVotes() {
            AccessRequest own = realm.filing()
                    .file(RequestDrafts.of(People.avery(), Scopes.usContact()))
                    .request();
            assertNotTaken(Rejection.OWN_REQUEST, own, People.avery(), VoteInputs.approve());
            assertApproved(approve(own, People.blake()));
        }

        @Test
        void refusesWhenTheRequesterVotes() {
            Person owner = People.serviceOwner(People.avery());
            realm.directory.put(owner);
            AccessRequest forBatch = realm.filing()
                    .file(RequestDrafts.by(owner, RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
                    .request();
            assertNotTaken(Rejection.OWN_REQUEST, forBatch, People.avery(), VoteInputs.approve());
            assertApproved(approve(forBatch, People.blake()));
        }

        @Test
        void refusesWhenInNoGroupOfThePolicy() {
            assertNotTaken(Rejection.NOT_AN_APPROVER, restricted, People.erin(), VoteInputs.approve());
        }

        @Test
        void refusesWhenNotInTheUs() {
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, restricted, People.sam(), VoteInputs.approve());
        }

        @Test
        void refusesWhenTheConditionCannotBeEvaluated() {
            Person nowhere = People.with(People.avery(), "country");
            realm.directory.put(nowhere);
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, restricted, nowhere, VoteInputs.approve());
        }

        @Test
        void refusesWhenDisabled() {
            assertNotTaken(
                    Rejection.CONDITIONS_NOT_MET, restricted, People.disabled(People.avery()), VoteInputs.approve());
        }

        @Test
        void refusesWhoLacksTheRoleOfApprovers() {
            assertNotTaken(
                    Rejection.CONDITIONS_NOT_MET, restricted, People.withoutRole(People.avery()), VoteInputs.approve());
        }

        @Test
        void refusesWhenAServiceAccount() {
            assertNotTaken(
                    Rejection.CONDITIONS_NOT_MET, restricted, People.service(People.avery()), VoteInputs.approve());
        }

        @Test
        void refusesWhenImpersonated() {
            assertRejected(
                    Rejection.IMPERSONATED,
                    () -> realm.vote(restricted.id(), Voters.impersonated(People.avery()), VoteInputs.approve()));
        }

        @Test
        void refusesWhenThePoliciesAreGone() {
            realm.removePolicy("us-restricted");
            assertNotTaken(Rejection.NOT_AN_APPROVER, restricted, People.avery(), VoteInputs.approve());
        }

        @Test
        void refusesWhenTheConditionReadsASubjectWhoIsGone() {
            realm.put(PolicyDrafts.usRestricted()
                    .with("approverCondition", "approver.attributes['country'] != subject.attributes['country']"));
            realm.directory.remove(People.lin());
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, restricted, People.avery(), VoteInputs.deny());
            realm.directory.put(People.lin());
            assertThat(cast(restricted, People.avery(), VoteInputs.deny())
                            .state()
                            .status())
                    .isEqualTo(RequestStatus.DENIED);
        }

        @Test
        void approvesNothingWhenTheSubjectIsGone() {
            AccessRequest contact = contact();
            realm.directory.remove(People.lin());
            assertNotTaken(Rejection.UNDECIDABLE, contact, People.avery(), VoteInputs.approve());
            assertThat(cast(contact, People.avery(), VoteInputs.deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
        }

        @Test
        void refusesWhenThereIsNoSuchRequest() {
            assertRejected(
                    Rejection.NOT_FOUND,
                    () -> realm.vote("nothing", Voters.fresh(People.avery()), VoteInputs.approve()));
        }

        @Test
        void seesPurposeClientAndScopeWhenConditionIsEvaluated() {
            realm.put(PolicyDrafts.usConfidential()
                    .with(
                            "approverCondition",
                            "purpose == 'legal-request' && client.id == 'sample-app' && scope == 'us-contact'"
                                    + " && subject.username == 'lin' && approver.username == 'avery'"
                                    + " && now == timestamp('2026-01-15T12:00:00Z')"));
            AccessRequest request = contact();
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, request, People.blake(), VoteInputs.approve());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void meetsTheConditionOfEveryPolicyNamingTheGroup() {
            realm.put(PolicyDrafts.euConfidential().with("requiredApprovals", "/us-security=1"));
            realm.scopes.put(Scopes.opening("both", Categories.usContact(), Categories.euContact()));
            AccessRequest both = realm.filing()
                    .file(RequestDrafts.of(
                            People.lin(), Scopes.opening("both", Categories.usContact(), Categories.euContact())))
                    .request();
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, both, People.sam(), VoteInputs.approve());
            assertApproved(approve(both, People.avery()));
        }

        @Test
        void needsNotMeetConditionsOfPoliciesWhenTheyNameOtherGroups() {
            realm.scopes.put(Scopes.opening("both", Categories.usContact(), Categories.euContact()));
            AccessRequest both = realm.filing()
                    .file(RequestDrafts.of(
                            People.lin(), Scopes.opening("both", Categories.usContact(), Categories.euContact())))
                    .request();
            assertPending(approve(both, People.erin()));
            assertApproved(approve(both, People.avery()));
        }
    }

    @Nested
    @DisplayName("Voted with a login strong and fresh enough")
    class Logins {

        private void assertTooWeak(Voter voter, RequiredLogin needed) {
            assertThatExceptionOfType(LoginTooWeakException.class)
                    .isThrownBy(() -> realm.vote(restricted.id(), voter, VoteInputs.approve()))
                    .satisfies(thrown -> assertThat(thrown.needed()).isEqualTo(needed));
            assertPending(realm.requests.find(restricted.id()).orElseThrow());
        }

        @Test
        void refusesWhenTheLoginIsTooOld() {
            assertTooWeak(
                    Voters.loggedIn(NOON.minus(Duration.ofMinutes(16)), "gold", People.avery()),
                    new RequiredLogin(Duration.ofMinutes(15), ""));
        }

        @Test
        void acceptsWhenTheLoginIsJustFreshEnough() {
            assertPending(realm.vote(
                    restricted.id(),
                    Voters.loggedIn(NOON.minus(Duration.ofMinutes(15)), "", People.avery()),
                    VoteInputs.approve()));
        }

        @Test
        void refusesWhenTheLoginIsTooWeak() {
            realm.put(PolicyDrafts.usRestricted().with("approverAcr", "gold"));
            assertTooWeak(
                    Voters.loggedIn(NOON, "silver", People.avery()), new RequiredLogin(Duration.ofMinutes(15), "gold"));
        }

        @Test
        void keepsWhatTheVoteRestsOnWhenTaken() {
            AccessRequest request = approve(restricted, People.avery());
            assertThat(request.state().votes())
                    .extracting(Vote::evidence)
                    .containsExactly(new VoteEvidence(
                            NOON, Voters.fresh(People.avery()).login(), new Attributes(Map.of("country", "US"))));
        }
    }

    @Nested
    @DisplayName("The shortest counted vote wins; a duration longer than asked is refused")
    class DurationBounds {

        private AccessGrant grantAfter(VoteInput first, VoteInput second) {
            cast(restricted, People.avery(), first);
            cast(restricted, People.blake(), second);
            return assertApproved(cast(restricted, People.dana(), VoteInputs.approve(Duration.ofMinutes(25))));
        }

        private void assertLasts(Duration expected, AccessGrant grant) {
            assertThat(Duration.between(grant.term().from(), grant.term().until()))
                    .isEqualTo(expected);
        }

        @Test
        void grantsWhatWasAskedWhenNobodyShortens() {
            assertLasts(ASKED, assertApproved(approve(restricted, People.avery(), People.blake(), People.dana())));
        }

        @Test
        void grantsTheShortestWhenSeveralShorten() {
            assertLasts(
                    Duration.ofMinutes(10),
                    grantAfter(VoteInputs.approve(Duration.ofMinutes(10)), VoteInputs.approve(Duration.ofMinutes(20))));
        }

        @Test
        void leavesAVoteOutWhenItDoesNotCountAnyMore() {
            cast(restricted, People.avery(), VoteInputs.approve(Duration.ofMinutes(2)));
            realm.directory.put(People.outOfGroups(People.avery()));
            Person kim = People.person("kim", "US", "Clips US Data Security", Groups.usSecurity());
            realm.directory.put(kim);
            assertLasts(ASKED, assertApproved(approve(restricted, People.blake(), kim, People.dana())));
        }

        @Test
        void grantsThePolicysMaximumWhenItBecameShorter() {
            realm.put(PolicyDrafts.usRestricted().with("maxDuration", "PT5M"));
            assertLasts(
                    Duration.ofMinutes(5),
                    assertApproved(approve(restricted, People.avery(), People.blake(), People.dana())));
        }

        @Test
        void refusesWhenLongerThanAsked() {
            assertNotTaken(
                    Rejection.INVALID_DURATION, restricted, People.avery(), VoteInputs.approve(ASKED.plusSeconds(1)));
            assertPending(cast(restricted, People.avery(), VoteInputs.approve(ASKED)));
        }

        @Test
        void refusesWhenShorterThanAMinute() {
            assertNotTaken(
                    Rejection.INVALID_DURATION, restricted, People.avery(), VoteInputs.approve(Duration.ofSeconds(59)));
            assertPending(cast(restricted, People.avery(), VoteInputs.approve(Duration.ofMinutes(1))));
        }

        @Test
        void refusesWhenNotWholeSeconds() {
            assertNotTaken(
                    Rejection.INVALID_DURATION,
                    restricted,
                    People.avery(),
                    VoteInputs.approve(Duration.ofMinutes(2).plusNanos(1)));
        }
    }

    @Nested
    @DisplayName("Votes are judged anew on each vote, under the policy of the moment, with live people")
    class JudgedAnew {

        private void assertAveryCountsNoMore() {
            AccessRequest request = approve(restricted, People.dana(), People.blake());
            assertPending(request);
            assertThat(countedFor(request, People.avery())).isEmpty();
            assertThat(countedFor(request, People.blake())).contains(Groups.usSecurity());
        }

        @Test
        void countsNoMoreWhenTheVoterWasDisabled() {
            approve(restricted, People.avery());
            realm.directory.put(People.disabled(People.avery()));
            assertAveryCountsNoMore();
        }

        @Test
        void countsNoMoreWhenTheVoterLostTheRole() {
            approve(restricted, People.avery());
            realm.directory.put(People.withoutRole(People.avery()));
            assertAveryCountsNoMore();
        }

        @Test
        void countsAgainWhenTheVoterHasTheRoleAgain() {
            approve(restricted, People.avery());
            realm.directory.put(People.withoutRole(People.avery()));
            approve(restricted, People.dana());
            realm.directory.put(People.avery());
            assertApproved(approve(restricted, People.blake()));
        }

        @Test
        void countsNoMoreWhenTheVoterLeftTheGroup() {
            approve(restricted, People.avery());
            realm.directory.put(People.outOfGroups(People.avery()));
            assertAveryCountsNoMore();
        }

        @Test
        void countsNoMoreWhenTheVoterMovedAbroad() {
            approve(restricted, People.avery());
            realm.directory.put(People.with(People.avery(), "country", "CN"));
            assertAveryCountsNoMore();
        }

        @Test
        void countsNoMoreWhenTheVoterIsGone() {
            approve(restricted, People.avery());
            realm.directory.remove(People.avery());
            assertAveryCountsNoMore();
        }

        @Test
        void countsNoMoreWhenThePolicyNowAsksForAStrongerLogin() {
            realm.vote(restricted.id(), Voters.loggedIn(NOON, "silver", People.avery()), VoteInputs.approve());
            realm.put(PolicyDrafts.usRestricted().with("approverAcr", "gold"));
            assertAveryCountsNoMore();
        }

        @Test
        void countsNoMoreWhenTheVoterIsAPartyInTheRecord() {
            AccessRequest request = contact();
            Vote own = new Vote(
                    People.lin().user(),
                    VoteInputs.approve(),
                    new VoteEvidence(NOON, Voters.fresh(People.lin()).login(), new Attributes(Map.of())),
                    Optional.of(Groups.usSecurity()));
            realm.requests.update(request.withVotes(List.of(own)));
            realm.directory.put(People.with(People.in(People.lin(), Groups.usSecurity()), "country", "US"));
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=2"));
            assertPending(approve(request, People.avery()));
        }

        @Test
        void stillCountsWhenTheLoginWasFreshAtTheTimeOfTheVote() {
            approve(restricted, People.avery(), People.dana());
            realm.clock.advance(Duration.ofHours(3));
            assertApproved(realm.vote(
                    restricted.id(), Voters.loggedIn(realm.clock.instant(), "", People.blake()), VoteInputs.approve()));
        }

        @Test
        void asksForMoreWhenThePolicyNowDoes() {
            AccessRequest request = contact();
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=2"));
            assertPending(approve(request, People.avery()));
            assertApproved(approve(request, People.blake()));
        }

        @Test
        void asksTheGroupThePolicyNowNames() {
            AccessRequest request = contact();
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/data-owners=1"));
            assertNotTaken(Rejection.NOT_AN_APPROVER, request, People.avery(), VoteInputs.approve());
            assertApproved(approve(request, People.dana()));
        }

        @Test
        void staysPendingWhenAGroupThePolicyNowNamesDoesNotExist() {
            AccessRequest request = contact();
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/us-security=1", "/nowhere=1"));
            assertPending(approve(request, People.avery()));
        }

        @Test
        void refusesTheDecidingVoteWhenTheSubjectIsBarredNow() {
            AccessRequest request = contact();
            realm.directory.put(People.with(People.lin(), "legal_entity", "Clips Beijing"));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
        }

        @Test
        void refusesTheDecidingVoteWhenTheSubjectCannotBeChecked() {
            AccessRequest request = contact();
            realm.directory.put(People.with(People.lin(), "legal_entity"));
            assertNotTaken(Rejection.UNDECIDABLE, request, People.avery(), VoteInputs.approve());
        }

        @Test
        void refusesTheDecidingVoteWhenTheRequesterIsBarredNow() {
            AccessRequest request = forBatch();
            realm.directory.put(People.with(People.pat(), "legal_entity", "Clips Beijing"));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
            realm.directory.remove(People.pat());
            assertNotTaken(Rejection.UNDECIDABLE, request, People.avery(), VoteInputs.approve());
            realm.directory.put(People.pat());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void refusesTheDecidingVoteWhenTheSubjectIsDisabledNow() {
            AccessRequest request = contact();
            realm.directory.put(People.disabled(People.lin()));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
            realm.directory.put(People.lin());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void refusesTheDecidingVoteWhenTheServiceAccountIsDisabledNow() {
            AccessRequest request = forBatch();
            realm.directory.put(People.disabled(People.batchAccount()));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
            realm.directory.put(People.batchAccount());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void refusesTheDecidingVoteWhenTheRequesterIsDisabledOrNoServiceOwnerNow() {
            AccessRequest request = forBatch();
            realm.directory.put(People.disabled(People.pat()));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
            realm.directory.put(People.person("pat", "US", "Clips US Data Security"));
            assertNotTaken(Rejection.NOT_ELIGIBLE, request, People.avery(), VoteInputs.approve());
            realm.directory.put(People.pat());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void deniesWhenTheRequesterIsNoServiceOwnerNow() {
            AccessRequest request = forBatch();
            realm.directory.put(People.person("pat", "US", "Clips US Data Security"));
            assertThat(cast(request, People.avery(), VoteInputs.deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
        }

        private AccessRequest forBatch() {
            return realm.filing()
                    .file(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
                    .request();
        }

        @Test
        void deniesWhenTheSubjectIsBarredNow() {
            AccessRequest request = contact();
            realm.directory.put(People.with(People.lin(), "legal_entity", "Clips Beijing"));
            assertThat(cast(request, People.avery(), VoteInputs.deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
        }
    }

    @Nested
    @DisplayName("Nothing is ever matched by name: the request stores the group's id")
    class GroupsById {

        private final GroupRef renamed = new GroupRef(Groups.usSecurity().id(), "/us-defense");
        private final GroupRef newcomer = new GroupRef("id-of-newcomer", "/us-security");
        private final Person stranger = People.person("stranger", "US", "Clips US Data Security", newcomer);

        private void renameAndReplace() {
            realm.directory.put(renamed);
            realm.directory.put(newcomer);
            realm.directory.put(stranger);
        }

        @Test
        void keepsCountingWhenTheGroupIsRenamed() {
            AccessRequest request = contact();
            renameAndReplace();
            assertApproved(approve(request, realm.directory.named("avery")));
        }

        @Test
        void refusesWhenANewGroupHasTheOldPath() {
            AccessRequest request = contact();
            renameAndReplace();
            assertNotTaken(Rejection.NOT_AN_APPROVER, request, stranger, VoteInputs.approve());
        }

        @Test
        void asksTheNewGroupWhenFiledAfterwards() {
            renameAndReplace();
            AccessRequest request = contact();
            assertNotTaken(Rejection.NOT_AN_APPROVER, request, realm.directory.named("avery"), VoteInputs.approve());
            assertApproved(approve(request, stranger));
        }

        @Test
        void keepsTheConditionWhenThePathIsWrittenDifferently() {
            realm.put(PolicyDrafts.usConfidential().with("requiredApprovals", "/US-Security=1"));
            AccessRequest request = contact();
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, request, People.sam(), VoteInputs.approve());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void keepsTheConditionWhenTwoPoliciesNameTheGroupByOldAndNewPath() {
            realm.scopes.put(Scopes.opening("both", Categories.usContact(), Categories.euContact()));
            AccessRequest both = realm.filing()
                    .file(RequestDrafts.of(
                            People.lin(), Scopes.opening("both", Categories.usContact(), Categories.euContact())))
                    .request();
            realm.directory.put(renamed);
            realm.put(PolicyDrafts.euConfidential().with("requiredApprovals", "/us-defense=2"));
            assertNotTaken(Rejection.CONDITIONS_NOT_MET, both, realm.directory.named("sam"), VoteInputs.approve());
            assertPending(approve(both, realm.directory.named("avery")));
            assertApproved(approve(both, realm.directory.named("blake")));
        }
    }

    @Nested
    @DisplayName("If the scope's categories change, the pending request is cancelled")
    class Reclassified {

        private void assertCancelled(AccessRequest request) {
            AccessRequest cancelled = approve(request, People.avery());
            assertThat(cancelled.state().status()).isEqualTo(RequestStatus.CANCELLED);
            assertThat(cancelled.state().votes()).isEmpty();
            assertThat(realm.requests.find(request.id())).contains(cancelled);
            assertThat(realm.grants.all()).isEmpty();
        }

        @Test
        void cancelsWhenACategoryBecameMoreSensitive() {
            AccessRequest request = contact();
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            assertCancelled(request);
        }

        @Test
        void cancelsWhenTheScopeOpensMore() {
            AccessRequest request = contact();
            realm.scopes.put(Scopes.opening("us-contact", Categories.usContact(), Categories.usPublic()));
            assertCancelled(request);
        }

        @Test
        void cancelsWhenTheScopeOpensLess() {
            realm.scopes.put(Scopes.opening("us-private", Categories.usLocation()));
            assertCancelled(restricted);
        }

        @Test
        void saysWhyWhenItCancels() {
            AccessRequest request = contact();
            realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            approve(request, People.avery());
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(request.id(), Cancellation.RECLASSIFIED));
        }

        @Test
        void goesOnWhenOnlyOrderAndLabelsChanged() {
            realm.scopes.put(Scopes.opening("us-private", Categories.usLocation(), Categories.usPrivateContent()));
            assertPending(approve(restricted, People.avery()));
        }
    }

    @Nested
    @DisplayName("Where it cannot be said now what the scope opens, nobody decides and nothing has changed")
    class Unclassified {

        private final AccessRequest request = contact();

        private void assertWaits() {
            assertNotTaken(Rejection.UNCLASSIFIED, request, People.avery(), VoteInputs.approve());
            assertNotTaken(Rejection.UNCLASSIFIED, request, People.avery(), VoteInputs.deny());
            assertThat(realm.changes.cancellations).isEmpty();
        }

        @Test
        void refusesWhenACategoryIsAway() {
            DataCategory category = Categories.usContact();
            realm.removeCategory(category.key());
            assertWaits();
            realm.add(category);
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void refusesWhenACategoryIsDefinedTwice() {
            realm.add(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
            assertWaits();
        }

        @Test
        void refusesWhenTheScopeListsAnUnknownCategoryAsWell() {
            realm.removeCategory(Categories.usPublic().key());
            realm.scopes.put(Scopes.opening("us-contact", Categories.usContact(), Categories.usPublic()));
            assertWaits();
        }

        @Test
        void refusesWhenTheScopeListsNothingAnyMore() {
            realm.scopes.remove(Scopes.usContact());
            assertWaits();
            realm.scopes.put(Scopes.usContact());
            assertApproved(approve(request, People.avery()));
        }

        @Test
        void refusesWhenTheScopeCannotBeGuarded() {
            realm.scopes.put(Scopes.unguardable(Scopes.usContact()));
            assertWaits();
        }
    }

    @Nested
    @DisplayName("409 when no longer pending")
    class NoLongerPending {

        @Test
        void refusesWhenItsTimeIsOver() {
            realm.clock.advance(Duration.ofDays(1));
            assertNotTaken(Rejection.NOT_PENDING, restricted, People.avery(), VoteInputs.approve());
        }

        @Test
        void refusesWhenDenied() {
            cast(restricted, People.dana(), VoteInputs.deny());
            assertNotTaken(Rejection.NOT_PENDING, restricted, People.avery(), VoteInputs.approve());
        }
    }
}
