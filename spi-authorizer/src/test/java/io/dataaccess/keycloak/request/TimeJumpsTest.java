/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.LoginTooWeakException;
import io.dataaccess.keycloak.approver.VoteInputs;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Clocks jump, are set back, and differ from node to node")
class TimeJumpsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant END = NOON.plus(Duration.ofMinutes(30));

    private final Realm realm = Realm.demo();

    /** Lin's request for half an hour, filed now. */
    private AccessRequest filed() {
        return realm.filing().file(RequestDrafts.ofLin()).request();
    }

    /** The grant that avery gives now, logged in just before. */
    private AccessGrant approved(AccessRequest request) {
        Voter avery = Voters.loggedIn(realm.clock.instant(), "gold", People.avery());
        assertThat(realm.vote(request.id(), avery, VoteInputs.approve()).state().status())
                .isEqualTo(RequestStatus.APPROVED);
        return realm.grants.all().get(realm.grants.all().size() - 1);
    }

    private boolean isAllowed() {
        return realm.decide(People.lin(), Scopes.usContact()).isAllowed();
    }

    private void revoke(AccessGrant grant) {
        Voter avery = Voters.loggedIn(realm.clock.instant(), "gold", People.avery());
        realm.accessEnding().revoke(grant.id(), avery, "No longer needed");
    }

    @Nested
    @DisplayName("Forward")
    public class Forward {

        @Test
        void refusesWhenPastTheEndOfTheGrant() {
            approved(filed());

            realm.clock.set(END.minusMillis(1));
            assertThat(isAllowed()).isTrue();
            realm.clock.set(END);
            assertThat(isAllowed()).isFalse();
        }

        @Test
        void refusesTheVoteWhenPastTheExpiryOfTheRequest() {
            AccessRequest request = filed();
            realm.clock.set(request.state().expiresAt());

            assertRejected(
                    Rejection.NOT_PENDING,
                    () -> realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.approve()));
            realm.clock.set(request.state().expiresAt().minusMillis(1));
            approved(request);
        }

        @Test
        void refusesTheVoteWhenTheExpiryComesWhileOthersVote() {
            AccessRequest request = filed();
            Voter avery = Voters.fresh(People.avery());
            Instant expiry = request.state().expiresAt();
            realm.clock.set(expiry.minusMillis(2));

            realm.requests.whileWaiting = () -> realm.clock.set(expiry);
            assertRejected(Rejection.NOT_PENDING, () -> realm.vote(request.id(), avery, VoteInputs.approve()));
            realm.requests.whileWaiting = () -> realm.clock.set(expiry.minusMillis(1));
            approved(request);
        }
    }

    @Nested
    @DisplayName("Backward")
    public class Backward {

        @Test
        void staysEndedWhenSetBackBehindTheRevocation() {
            AccessGrant grant = approved(filed());
            realm.clock.set(NOON.plus(MINUTE.multipliedBy(5)));
            realm.clock.set(NOON.plus(MINUTE));
            assertThat(isAllowed()).isTrue();

            realm.clock.set(NOON.plus(MINUTE.multipliedBy(5)));
            revoke(grant);
            realm.clock.set(NOON.plus(MINUTE));

            assertThat(isAllowed()).isFalse();
            assertRejected(Rejection.ALREADY_ENDED, () -> revoke(grant));
        }

        @Test
        void refusesWhenSetBackBeforeTheApproval() {
            approved(filed());

            assertThat(isAllowed()).isTrue();
            realm.clock.set(NOON.minusMillis(1));
            assertThat(isAllowed()).isFalse();
        }

        @Test
        void keepsTheEndWhenSetBack() {
            approved(filed());
            realm.clock.set(NOON.plus(MINUTE.multipliedBy(20)));

            realm.clock.set(NOON);

            assertThat(realm.decide(People.lin(), Scopes.usContact()).until()).contains(END);
        }

        @Test
        void refusesTheVoteWhenTheLoginIsFromTheFuture() {
            AccessRequest request = filed();
            Voter avery = Voters.loggedIn(NOON.plus(Duration.ofDays(1)), "gold", People.avery());

            assertThatExceptionOfType(LoginTooWeakException.class)
                    .isThrownBy(() -> realm.vote(request.id(), avery, VoteInputs.approve()));
            assertThat(realm.grants.all()).isEmpty();
            approved(request);
        }

        @Test
        void keepsTheVotesWhenTheyAreFromTheFuture() {
            AccessRequest request = realm.filing()
                    .file(RequestDrafts.of(People.lin(), Scopes.usPrivate()))
                    .request();
            realm.vote(request.id(), Voters.fresh(People.avery()), VoteInputs.approve());
            realm.vote(request.id(), Voters.fresh(People.blake()), VoteInputs.approve());

            realm.clock.set(NOON.minus(MINUTE));
            AccessRequest approved = realm.vote(request.id(), Voters.fresh(People.dana()), VoteInputs.approve());

            assertThat(approved.state().status()).isEqualTo(RequestStatus.APPROVED);
            assertThat(realm.grants.all())
                    .singleElement()
                    .satisfies(grant -> assertThat(grant.term().from()).isEqualTo(NOON.minus(MINUTE)));
        }
    }

    @Nested
    @DisplayName("A node whose clock is a minute ahead approved")
    class Ahead {

        private final AccessGrant grant = aMinuteAhead();

        private AccessGrant aMinuteAhead() {
            realm.clock.set(NOON.plus(MINUTE));
            AccessGrant approved = approved(filed());
            realm.clock.set(NOON);
            return approved;
        }

        private void assertEnded() {
            realm.clock.set(NOON.plus(MINUTE));
            assertThat(isAllowed()).isFalse();
        }

        @Test
        void waitsWhenItHasNotBegun() {
            assertThat(isAllowed()).isFalse();
            realm.clock.set(NOON.plus(MINUTE));
            assertThat(isAllowed()).isTrue();
        }

        @Test
        void endsWhenRevokedBeforeItBegan() {
            revoke(grant);
            assertEnded();
        }

        @Test
        void endsWhenHandedBackBeforeItBegan() {
            realm.accessEnding().handBack(grant.id(), People.lin().user());
            assertEnded();
        }

        @Test
        void endsAlongWhenAnotherGrantOfTheAccessIsRevoked() {
            AccessGrant running = approved(filed());
            revoke(running);
            assertEnded();
        }

        @Test
        void endsWhenTheSubjectIsDeletedBeforeItBegan() {
            AccessFilter lin =
                    new AccessFilter(Optional.of(People.lin().user().id()), Optional.empty(), Optional.empty());
            assertThat(realm.accessEnding().endAll(lin, "user deleted").grants())
                    .extracting(AccessGrant::id)
                    .containsExactly(grant.id());
            assertEnded();
        }
    }
}
