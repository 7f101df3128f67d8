/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as a change request, and taken back. */
final class ProposingTest {

    private final ChangeRealm realm = new ChangeRealm();
    private final UserRef pat = realm.person("pat").user();

    @Test
    void keepsWhatItWasProposedFor() {
        ChangeRequest change = realm.propose(realm.shorter());

        assertThat(change.proposed().baseVersion()).isEqualTo(7);
        assertThat(change.proposed().base()).isEqualTo(realm.inForce.content());
        assertThat(change.state().status()).isEqualTo(RequestStatus.PENDING);
        assertThat(change.state().expiresAt())
                .isEqualTo(realm.realm.clock.instant().plus(Duration.ofDays(7)));
        assertThat(realm.inForce.version()).isEqualTo(7);
        assertThat(realm.heard).containsExactly("proposed");
    }

    @Test
    void refusesWhatIsInForceAlready() {
        assertRefused(Rejection.NOTHING_CHANGED, () -> realm.propose(realm.inForce.content()));
        assertThat(realm.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"too short", "    a word      ", "hidden\u200B characters"})
    void refusesAReasonThatSaysTooLittle(String reason) {
        Configuration content = realm.shorter();

        assertRefused(Rejection.INVALID_JUSTIFICATION, () -> propose(reason, content));
        assertThat(propose(" long enough ", content).reason()).isEqualTo("long enough");
    }

    @Test
    void refusesMoreThanAHundredWaiting() {
        for (int i = 0; i < 100; i++) {
            realm.propose(realm.shorter());
        }

        assertRefused(Rejection.TOO_MANY_PENDING, () -> realm.propose(realm.longer()));
        realm.realm.clock.advance(Duration.ofDays(8));
        assertThat(realm.propose(realm.longer()).state().status()).isEqualTo(RequestStatus.PENDING);
    }

    @Test
    void takesBackOnesOwnWhileItWaits() {
        ChangeRequest change = realm.propose(realm.shorter());

        assertRefused(
                Rejection.NOT_THE_PROPOSER,
                () -> realm.proposing().cancel(change.id(), realm.person("olga").user()));
        assertThat(realm.proposing().cancel(change.id(), pat).state().status()).isEqualTo(RequestStatus.CANCELLED);
        assertRefused(Rejection.NOT_PENDING, () -> realm.proposing().cancel(change.id(), pat));
        assertRefused(Rejection.NOT_FOUND, () -> realm.proposing().cancel("nothing", pat));
        assertThat(realm.heard).containsExactly("proposed", "cancelled");
    }

    @Test
    void namesPendingOnesThatAreAboutTheSame() {
        ChangeRequest shorter = realm.propose(realm.shorter());
        ChangeRequest contact = realm.propose(realm.with("us-confidential", "contact", "Desk"));
        ChangeRequest other = realm.propose(realm.with("eu-confidential", "contact", "Desk"));
        ChangeRequest gone = realm.propose(realm.longer());
        ChangeRequest cancelled = realm.proposing().cancel(gone.id(), pat);

        assertThat(realm.proposing().overlaps(contact)).containsExactly(shorter.id());
        assertThat(realm.proposing().overlaps(other)).isEmpty();
        assertThat(realm.proposing().overlaps(cancelled)).isEmpty();
    }

    private ChangeRequest propose(String reason, Configuration content) {
        return realm.proposing().propose(pat, reason, content, true);
    }

    private static void assertRefused(Rejection rejection, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(rejection));
    }
}
