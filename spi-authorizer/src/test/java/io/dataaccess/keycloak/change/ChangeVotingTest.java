/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static io.dataaccess.keycloak.approver.VoteInputs.approve;
import static io.dataaccess.keycloak.approver.VoteInputs.deny;
import static io.dataaccess.keycloak.approver.Voters.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.policy.PolicyDraft;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who decides a change request, and when it comes into force. */
final class ChangeVotingTest {

    private final ChangeRealm realm = new ChangeRealm();

    @Nested
    final class WhereNothingIsLowered {

        private final ChangeRequest change = realm.propose(realm.shorter());

        @Test
        void comesIntoForceWhenAnotherPolicyAdminApproves() {
            ChangeRequest approved = realm.vote(change, voter("olga"), approve());

            assertThat(approved.state().status()).isEqualTo(RequestStatus.APPROVED);
            assertThat(approved.state().votes()).allMatch(Vote::counts);
            assertThat(realm.inForce.content()).isEqualTo(realm.shorter());
            assertThat(realm.inForce.version()).isEqualTo(8);
            assertThat(realm.heard).containsExactly("proposed", "voted olga", "APPROVED");
        }

        @Test
        void refusesTheProposerWhoeverTheyAre() {
            realm.assertRefused(Rejection.OWN_REQUEST, change, voter("pat"), approve());
            realm.assertRefused(Rejection.OWN_REQUEST, change, voter("pat"), deny());

            assertThat(realm.inForce.version()).isEqualTo(7);
        }

        @Test
        void refusesApprovalAloneWhenTheProposerIsNoPolicyAdminAnyMore() {
            realm.policyAdmins.remove("pat");

            realm.assertRefused(Rejection.NOT_ELIGIBLE, change, voter("olga"), approve());
            assertThat(realm.vote(change, voter("olga"), deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
        }

        @Test
        void refusesWhoIsNoPolicyAdmin() {
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, voter("avery"), approve());
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, voter("lin"), deny());
        }

        @Test
        void refusesAnImpersonatedSession() {
            realm.assertRefused(Rejection.IMPERSONATED, change, Voters.impersonated(realm.person("olga")), approve());
        }

        @Test
        void refusesPolicyAdminsWhoAreBarred() {
            Person olga = realm.person("olga");

            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, fresh(People.disabled(olga)), approve());
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, fresh(People.service(olga)), approve());
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, fresh(People.transientUser(olga)), approve());
        }

        @Test
        void refusesWhenTheLoginIsTooOldForTheStrictestPolicy() {
            Voter old = Voters.loggedIn(SettableClock.NOON.minus(Duration.ofMinutes(16)), "gold", realm.person("olga"));
            Voter recent =
                    Voters.loggedIn(SettableClock.NOON.minus(Duration.ofMinutes(15)), "gold", realm.person("olga"));

            assertThatThrownBy(() -> realm.vote(change, old, approve())).isInstanceOf(LoginTooWeakException.class);
            assertThat(realm.find(change.id()).orElseThrow().state().votes()).isEmpty();
            assertThat(realm.vote(change, recent, approve()).state().status()).isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void refusesADenialWithoutComment() {
            VoteInput silent = new VoteInput(VoteDecision.DENY, " ", Optional.empty());

            realm.assertRefused(Rejection.INVALID_COMMENT, change, voter("olga"), silent);
            assertThat(realm.vote(change, voter("olga"), deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
            assertThat(realm.inForce.version()).isEqualTo(7);
        }

        @Test
        void refusesWhenItsTimeIsOver() {
            realm.realm.clock.advance(Duration.ofDays(7));

            assertThat(realm.find(change.id()).orElseThrow().statusAt(realm.realm.clock.instant()))
                    .isEqualTo(RequestStatus.EXPIRED);
            realm.assertRefused(Rejection.NOT_PENDING, change, voter("olga"), approve());
        }

        @Test
        void refusesWhenItIsDecided() {
            realm.vote(change, voter("olga"), approve());

            realm.assertRefused(Rejection.NOT_PENDING, change, voter("maria"), deny());
        }

        @Test
        void refusesWhenAnotherChangeCameFirst() {
            ChangeRequest other = realm.propose(realm.with("eu-confidential", "contact", "Desk"));
            realm.vote(other, voter("olga"), approve());

            realm.assertRefused(Rejection.OVERTAKEN, change, voter("olga"), approve());
            realm.assertRefused(Rejection.OVERTAKEN, change, voter("maria"), deny());
        }
    }

    @Nested
    final class WhereDataIsProtectedLess {

        private final ChangeRequest change = realm.propose(realm.longer());

        @Test
        void waitsForSomebodyWhoApprovesForThatData() {
            ChangeRequest half = realm.vote(change, voter("olga"), approve());

            assertThat(half.state().status()).isEqualTo(RequestStatus.PENDING);
            assertThat(realm.inForce.version()).isEqualTo(7);
            assertThat(realm.vote(change, voter("avery"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
            assertThat(realm.inForce.content()).isEqualTo(realm.longer());
        }

        @Test
        void waitsForAPolicyAdminAsWell() {
            assertThat(realm.vote(change, voter("avery"), approve()).state().status())
                    .isEqualTo(RequestStatus.PENDING);
            assertThat(realm.vote(change, voter("blake"), approve()).state().status())
                    .isEqualTo(RequestStatus.PENDING);
            assertThat(realm.vote(change, voter("maria"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void countsNobodyTwiceWhoIsBoth() {
            realm.realm.directory.put(People.in(realm.person("olga"), Groups.usSecurity()));

            assertThat(realm.vote(change, voter("olga"), approve()).state().status())
                    .isEqualTo(RequestStatus.PENDING);
            assertThat(realm.vote(change, voter("maria"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void refusesApproversOfOtherDataAndWithoutTheRole() {
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, voter("erin"), approve());
            realm.assertRefused(Rejection.NOT_AN_APPROVER, change, voter("dana"), approve());
            Person avery = People.withoutRole(realm.person("avery"));
            realm.realm.directory.put(avery);
            realm.assertRefused(Rejection.CONDITIONS_NOT_MET, change, fresh(avery), approve());
        }

        @Test
        void refusesMembersWhoDoNotMeetTheConditionAsItWas() {
            Configuration admitting = realm.with("us-confidential", "approverCondition", "true");
            realm.realm.put(
                    PolicyDrafts.usConfidential().with("approverCondition", "approver.attributes['country'] == 'US'"));
            ChangeRequest opening = realm.propose(admitting);

            realm.assertRefused(Rejection.CONDITIONS_NOT_MET, opening, voter("sam"), approve());
            realm.vote(opening, voter("avery"), approve());
            assertThat(realm.vote(opening, voter("olga"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        /** The condition says who may approve for whom: whoever proposes stands for the subject. */
        @Test
        void judgesAConditionThatReadsTheSubjectByTheProposer() {
            PolicyDraft others = PolicyDrafts.usConfidential()
                    .with(
                            "approverCondition",
                            "approver.attributes['legal_entity'] != subject.attributes['legal_entity']");
            realm.realm.put(others);

            realm.assertRefused(Rejection.CONDITIONS_NOT_MET, change, voter("avery"), approve());
            realm.vote(change, voter("sam"), approve());
            assertThat(realm.vote(change, voter("olga"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void countsAnewWhoIsBarredMeanwhile() {
            realm.vote(change, voter("avery"), approve());
            realm.realm.directory.put(People.disabled(realm.person("avery")));

            ChangeRequest waiting = realm.vote(change, voter("olga"), approve());

            assertThat(waiting.state().status()).isEqualTo(RequestStatus.PENDING);
            assertThat(waiting.state().votes().get(0).counts()).isFalse();
            assertThat(realm.vote(change, voter("blake"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void countsAnewWhoLostTheRoleMeanwhile() {
            realm.vote(change, voter("olga"), approve());
            realm.policyAdmins.remove("olga");

            assertThat(realm.vote(change, voter("avery"), approve()).state().status())
                    .isEqualTo(RequestStatus.PENDING);
            assertThat(realm.vote(change, voter("maria"), approve()).state().status())
                    .isEqualTo(RequestStatus.APPROVED);
        }

        @Test
        void endsWithOneDenialOfAnybodyAsked() {
            realm.vote(change, voter("olga"), approve());

            assertThat(realm.vote(change, voter("avery"), deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
            assertThat(realm.inForce.version()).isEqualTo(7);
        }

        @Test
        void letsAnApprovalBecomeADenialButNotASecondOne() {
            realm.vote(change, voter("olga"), approve());

            realm.assertRefused(Rejection.ALREADY_VOTED, change, voter("olga"), approve());
            assertThat(realm.vote(change, voter("olga"), deny()).state().status())
                    .isEqualTo(RequestStatus.DENIED);
        }
    }

    @Test
    void needsSomebodyOfEachJurisdictionWhenChangesNeedNoApprovalAnyLonger() {
        ChangeRequest off = realm.proposing()
                .propose(realm.person("pat").user(), "Set up from scratch", realm.inForce.content(), false);
        realm.vote(off, voter("olga"), approve());
        realm.vote(off, voter("erin"), approve());

        assertThat(realm.inForce.required()).isTrue();
        realm.vote(off, voter("dana"), approve());
        assertThat(realm.inForce.required()).isFalse();
    }

    @Test
    void needsAsManyPolicyAdminsAsTheRealmAsksFor() {
        realm.inForce = new InForce(7, Contents.withApprovals(realm.inForce.content(), 2), true, Unreadable.NOTHING);
        ChangeRequest change = realm.propose(Contents.withApprovals(realm.shorter(), 2));

        assertThat(realm.vote(change, voter("olga"), approve()).state().status())
                .isEqualTo(RequestStatus.PENDING);
        assertThat(realm.vote(change, voter("maria"), approve()).state().status())
                .isEqualTo(RequestStatus.APPROVED);
    }

    private Voter voter(String username) {
        return fresh(realm.person(username));
    }
}
