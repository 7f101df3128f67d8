/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.VoteInputs;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.Grants;
import io.dataaccess.keycloak.policy.RequiredLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Ending what is pending or granted, before its time")
class AccessEndingTest {

    private final Realm realm = Realm.demo();

    @Nested
    @DisplayName("DELETE requests/{id} cancels a pending one of one's own")
    public class Cancelling {

        private final AccessRequest request = realm.filing()
                .file(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
                .request();

        private AccessRequest cancel(Person by) {
            return realm.accessEnding().cancel(request.id(), by.user());
        }

        private void assertCancelled(AccessRequest cancelled) {
            assertThat(cancelled.state().status()).isEqualTo(RequestStatus.CANCELLED);
            assertThat(cancelled.state().closedAt()).contains(NOON);
            assertThat(realm.requests.find(request.id())).contains(cancelled);
        }

        @Test
        void cancelsWhenTheRequesterAsks() {
            assertCancelled(cancel(People.pat()));
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(request.id(), Cancellation.WITHDRAWN));
        }

        @Test
        void cancelsWhenTheSubjectAsks() {
            assertCancelled(cancel(People.batchAccount()));
        }

        @Test
        void refusesWhenItIsSomebodyElses() {
            assertRejected(Rejection.NOT_FOUND, () -> cancel(People.lin()));
        }

        @Test
        void cancelsForServiceWhenAnotherOwnerAsks() {
            assertCancelled(realm.accessEnding().cancelForService(request.id()));
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(request.id(), Cancellation.OTHER_OWNER));
        }

        @Test
        void refusesForServiceWhenNoLongerPending() {
            cancel(People.pat());
            assertRejected(Rejection.NOT_PENDING, () -> realm.accessEnding().cancelForService(request.id()));
        }

        @Test
        void refusesForServiceWhenItIsForAPerson() {
            AccessRequest ofLin = realm.filing().file(RequestDrafts.ofLin()).request();
            assertRejected(Rejection.NOT_FOUND, () -> realm.accessEnding().cancelForService(ofLin.id()));
        }

        @Test
        void refusesWhenItDoesNotExist() {
            assertRejected(
                    Rejection.NOT_FOUND,
                    () -> realm.accessEnding().cancel("nothing", People.pat().user()));
        }

        @Test
        void refusesWhenNoLongerPending() {
            cancel(People.pat());
            assertRejected(Rejection.NOT_PENDING, () -> cancel(People.pat()));
        }
    }

    @Nested
    @DisplayName("DELETE grants/{id} hands access back")
    public class HandingBack {

        private AccessGrant handBack(Person by) {
            return realm.accessEnding().handBack("grant-1", by.user()).get(0);
        }

        @Test
        void endsWhenTheSubjectHandsBack() {
            realm.grants.add(Grants.running());
            AccessGrant ended = handBack(People.lin());
            assertThat(ended.term().ending())
                    .contains(new Ending(NOON, Optional.of(People.lin().user()), "handed back"));
            assertThat(realm.grants.all()).containsExactly(ended);
        }

        @Test
        void endsAllOfTheSameAccessWhenOneIsHandedBack() {
            realm.grants.add(Grants.running());
            realm.grants.add(Grants.called("extension", Grants.running()));
            assertThat(realm.accessEnding().handBack("extension", People.lin().user()))
                    .extracting(AccessGrant::id)
                    .containsExactly("extension", "grant-1");
            assertThat(realm.grants.all()).noneMatch(grant -> grant.isActiveAt(NOON));
        }

        @Test
        void leavesOthersWhenOneIsHandedBack() {
            realm.grants.add(Grants.running());
            realm.grants.add(Grants.called("of Maria", Grants.to(People.maria(), Grants.running())));
            handBack(People.lin());
            assertThat(realm.grants.find("of Maria")).get().matches(grant -> grant.isActiveAt(NOON));
        }

        @Test
        void endsWhenTheRequesterHandsBack() {
            AccessRequest request = realm.filing()
                    .file(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
                    .request();
            realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.approve());
            String grant = realm.grants.all().get(0).id();
            assertRejected(
                    Rejection.NOT_FOUND,
                    () -> realm.accessEnding().handBack(grant, People.lin().user()));
            assertThat(realm.accessEnding().handBack(grant, People.pat().user()))
                    .noneMatch(ended -> ended.isActiveAt(NOON));
        }

        @Test
        void refusesWhenItIsSomebodyElses() {
            realm.grants.add(Grants.running());
            assertRejected(Rejection.NOT_FOUND, () -> handBack(People.maria()));
        }

        @Test
        void refusesWhenItDoesNotExist() {
            assertRejected(Rejection.NOT_FOUND, () -> handBack(People.lin()));
        }

        @Test
        void refusesWhenAlreadyOver() {
            realm.grants.add(Grants.expired());
            assertRejected(Rejection.ALREADY_ENDED, () -> handBack(People.lin()));
        }
    }

    @Nested
    @DisplayName("Approvers of its policy revoke")
    public class Revoking {

        private AccessGrant revoke(Voter by, String reason) {
            return realm.accessEnding().revoke("grant-1", by, reason).grants().get(0);
        }

        @Test
        void endsWhenAnApproverRevokes() {
            realm.grants.add(Grants.running());
            AccessGrant ended = revoke(Voters.fresh(People.blake()), " case closed ");
            assertThat(ended.term().ending())
                    .contains(new Ending(NOON, Optional.of(People.blake().user()), "case closed"));
            assertThat(realm.grants.all()).containsExactly(ended);
        }

        @Test
        void refusesWhenNoApprover() {
            realm.grants.add(Grants.running());
            assertRejected(Rejection.NOT_AN_APPROVER, () -> revoke(Voters.fresh(People.erin()), "because"));
            assertRejected(Rejection.CONDITIONS_NOT_MET, () -> revoke(Voters.fresh(People.sam()), "because"));
            assertRejected(Rejection.IMPERSONATED, () -> revoke(Voters.impersonated(People.avery()), "because"));
        }

        @Test
        void refusesWhenTheLoginIsTooOld() {
            realm.grants.add(Grants.running());
            Voter old = Voters.loggedIn(NOON.minus(Duration.ofMinutes(61)), "", People.avery());
            assertThatExceptionOfType(LoginTooWeakException.class)
                    .isThrownBy(() -> revoke(old, "because"))
                    .satisfies(thrown ->
                            assertThat(thrown.needed()).isEqualTo(new RequiredLogin(Duration.ofHours(1), "")));
            assertThat(realm.grants.all()).containsExactly(Grants.running());
        }

        @Test
        void refusesWhenAlreadyOver() {
            realm.grants.add(Grants.revoked());
            assertRejected(Rejection.ALREADY_ENDED, () -> revoke(Voters.fresh(People.avery()), "because"));
            Voter old = Voters.loggedIn(NOON.minus(Duration.ofMinutes(61)), "", People.avery());
            assertRejected(Rejection.ALREADY_ENDED, () -> revoke(old, "because"));
        }

        @Test
        void refusesWhenItDoesNotExist() {
            assertRejected(Rejection.NOT_FOUND, () -> revoke(Voters.fresh(People.avery()), "because"));
        }

        @Test
        void refusesWhenThereIsNoReason() {
            realm.grants.add(Grants.running());
            assertRejected(Rejection.INVALID_COMMENT, () -> revoke(Voters.fresh(People.avery()), "  "));
            assertRejected(Rejection.INVALID_COMMENT, () -> revoke(Voters.fresh(People.avery()), "x".repeat(2001)));
            assertThat(revoke(Voters.fresh(People.avery()), "x".repeat(2000)).isActiveAt(NOON))
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("Revoking ends what is pending for the same subject, client and scope as well; handing back does not")
    public class RevokingWhatIsPending {

        private final AccessRequest extension =
                realm.filing().file(RequestDrafts.ofLin()).request();

        private void assertPending(AccessRequest request) {
            assertThat(realm.requests.find(request.id())).contains(request);
            assertThat(realm.changes.cancellations).isEmpty();
        }

        @Test
        void cancelsWhenAnApproverRevokes() {
            realm.grants.add(Grants.running());
            AccessRequest cancelled = extension.cancel(Cancellation.REVOKED, NOON);
            assertThat(realm.accessEnding()
                            .revoke("grant-1", Voters.fresh(People.avery()), "because")
                            .requests())
                    .containsExactly(cancelled);
            assertThat(realm.requests.find(extension.id())).contains(cancelled);
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(extension.id(), Cancellation.REVOKED));
            assertRejected(
                    Rejection.NOT_PENDING,
                    () -> realm.vote(extension.id(), Voters.fresh(People.blake()), VoteInputs.approve()));
        }

        @Test
        void cancelsWhenAPolicyAdminRevokes() {
            realm.grants.add(Grants.running());
            realm.accessEnding().revokeAsPolicyAdmin("grant-1", Voters.fresh(People.pat()), "because");
            assertThat(realm.changes.cancellations).containsOnlyKeys(extension.id());
        }

        @Test
        void leavesItWhenHandedBack() {
            realm.grants.add(Grants.running());
            realm.accessEnding().handBack("grant-1", People.lin().user());
            assertPending(extension);
        }

        @Test
        void leavesItWhenTheRevocationIsRefused() {
            realm.grants.add(Grants.running());
            assertRejected(
                    Rejection.INVALID_COMMENT,
                    () -> realm.accessEnding().revoke("grant-1", Voters.fresh(People.avery()), " "));
            assertPending(extension);
        }

        @Test
        void leavesOthersWhenAnotherAccessIsRevoked() {
            realm.grants.add(Grants.called("grant-1", Grants.to(People.maria(), Grants.running())));
            realm.accessEnding().revoke("grant-1", Voters.fresh(People.avery()), "because");
            assertPending(extension);
        }

        @Test
        void leavesItWhenItsTimeIsOver() {
            realm.clock.advance(Duration.ofDays(1));
            Instant now = realm.clock.instant();
            realm.grants.add(Grants.lasting(Grants.running(), now, now.plusSeconds(60)));
            realm.accessEnding().revokeAsPolicyAdmin("grant-1", Voters.loggedIn(now, "", People.pat()), "because");
            assertPending(extension);
        }

        /** Who waits for the vote finds its grant. */
        @Test
        void endsTheNewGrantAsWellWhenTheVoteCameFirst() {
            realm.grants.add(Grants.running());
            realm.requests.whileWaiting = () -> {
                realm.requests.whileWaiting = () -> {};
                realm.vote(extension.id(), Voters.fresh(People.blake()), VoteInputs.approve());
            };
            assertThat(realm.accessEnding()
                            .revoke("grant-1", Voters.fresh(People.avery()), "because")
                            .grants())
                    .hasSize(2)
                    .noneMatch(grant -> grant.isActiveAt(NOON));
            assertThat(realm.grants.all()).hasSize(2).noneMatch(grant -> grant.isActiveAt(NOON));
            assertThat(realm.changes.cancellations).isEmpty();
        }
    }

    @Nested
    @DisplayName("A policy admin revokes, with a login as good as its policies ask for")
    public class RevokingAsPolicyAdmin {

        private AccessGrant revoke(Voter by) {
            return realm.accessEnding()
                    .revokeAsPolicyAdmin("grant-1", by, "because")
                    .grants()
                    .get(0);
        }

        @Test
        void endsWhenTheLoginIsFresh() {
            realm.grants.add(Grants.running());
            AccessGrant ended = revoke(Voters.fresh(People.pat()));
            assertThat(ended.term().ending())
                    .contains(new Ending(NOON, Optional.of(People.pat().user()), "because"));
        }

        @Test
        void refusesWhenTheLoginIsTooOld() {
            realm.grants.add(Grants.running());
            Voter old = Voters.loggedIn(NOON.minus(Duration.ofMinutes(61)), "", People.pat());
            assertThatExceptionOfType(LoginTooWeakException.class).isThrownBy(() -> revoke(old));
            realm.removePolicy("us-confidential");
            assertThat(revoke(old).isActiveAt(NOON)).isFalse();
        }

        @Test
        void refusesWhenImpersonated() {
            realm.grants.add(Grants.running());
            assertRejected(Rejection.IMPERSONATED, () -> revoke(Voters.impersonated(People.pat())));
        }

        @Test
        void refusesWhenAlreadyOver() {
            realm.grants.add(Grants.expired());
            assertRejected(Rejection.ALREADY_ENDED, () -> revoke(Voters.fresh(People.pat())));
            Voter old = Voters.loggedIn(NOON.minus(Duration.ofMinutes(61)), "", People.pat());
            assertRejected(Rejection.ALREADY_ENDED, () -> revoke(old));
        }

        @Test
        void refusesWhenItDoesNotExist() {
            assertRejected(Rejection.NOT_FOUND, () -> revoke(Voters.fresh(People.pat())));
        }
    }

    @Nested
    @DisplayName("Deleting the user, the client or the scope ends grants and cancels requests")
    class EndingAll {

        @Test
        void endsWhatRestsOnTheUserWhenDeleted() {
            AccessRequest mine = realm.filing().file(RequestDrafts.ofLin()).request();
            AccessRequest other = realm.filing()
                    .file(RequestDrafts.of(People.maria(), Scopes.usContact()))
                    .request();
            AccessGrant marias = Grants.called("grant-2", Grants.to(People.maria(), Grants.running()));
            realm.grants.add(Grants.running());
            realm.grants.add(marias);
            realm.grants.add(Grants.called("grant-3", Grants.expired()));
            AccessFilter lin =
                    new AccessFilter(Optional.of(People.lin().user().id()), Optional.empty(), Optional.empty());

            assertThat(realm.accessEnding().endAll(lin, "user deleted"))
                    .isEqualTo(new EndedRecords(
                            List.of(mine.cancel(Cancellation.DELETED, NOON)),
                            List.of(Grants.running().end(new Ending(NOON, Optional.empty(), "user deleted")))));

            assertThat(realm.requests.find(mine.id()).orElseThrow().state().status())
                    .isEqualTo(RequestStatus.CANCELLED);
            assertThat(realm.changes.cancellations).isEqualTo(Map.of(mine.id(), Cancellation.DELETED));
            assertThat(realm.requests.find(other.id())).contains(other);
            assertThat(realm.grants.find("grant-1").orElseThrow().isActiveAt(NOON))
                    .isFalse();
            assertThat(realm.grants.find("grant-2")).contains(marias);
            assertThat(realm.grants.find("grant-3")).contains(Grants.called("grant-3", Grants.expired()));
        }

        @Test
        void cancelsWhatWasAskedForOthersWhenTheRequesterIsDeleted() {
            AccessRequest forBatch = realm.filing()
                    .file(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
                    .request();
            AccessGrant ofBatch = Grants.called("of batch", Grants.to(People.batchAccount(), Grants.running()));
            realm.grants.add(ofBatch);
            AccessFilter pat =
                    new AccessFilter(Optional.of(People.pat().user().id()), Optional.empty(), Optional.empty());

            assertThat(realm.accessEnding().endAll(pat, "user deleted").grants())
                    .isEmpty();

            assertThat(realm.requests.find(forBatch.id()).orElseThrow().state().status())
                    .isEqualTo(RequestStatus.CANCELLED);
            assertThat(realm.grants.find("of batch")).contains(ofBatch);
        }
    }
}
