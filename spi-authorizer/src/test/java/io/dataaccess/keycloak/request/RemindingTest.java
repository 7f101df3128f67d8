/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("POST requests/{id}/reminders, at most every 15 minutes")
class RemindingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Instant TIME = NOON.plus(PATIENCE);

    private final Realm realm = Realm.demo();
    private final AccessRequest request = realm.filing()
            .file(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())))
            .request();

    private AccessRequest remind(Person by) {
        return new Reminding(realm.records(), realm.clock).remind(request.id(), by.user());
    }

    @Test
    void remindsWhenFiledLongEnoughAgo() {
        realm.clock.set(TIME);
        AccessRequest reminded = remind(People.pat());

        assertThat(reminded.state().remindedAt()).contains(TIME);
        assertThat(reminded.state().status()).isEqualTo(RequestStatus.PENDING);
        assertThat(realm.requests.find(request.id())).contains(reminded);
    }

    @Test
    void refusesWhenFiledJustNow() {
        realm.clock.set(TIME.minusSeconds(1));

        assertThatExceptionOfType(TooSoonException.class)
                .isThrownBy(() -> remind(People.pat()))
                .satisfies(refused -> assertThat(refused.waiting()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(realm.requests.find(request.id())).contains(request);
    }

    @Test
    void refusesWhenRemindedJustNow() {
        realm.clock.set(TIME);
        remind(People.pat());
        realm.clock.set(TIME.plusSeconds(1));

        assertThatExceptionOfType(TooSoonException.class)
                .isThrownBy(() -> remind(People.batchAccount()))
                .satisfies(refused -> assertThat(refused.waiting()).isEqualTo(PATIENCE.minusSeconds(1)));
    }

    @Test
    void remindsAgainWhenRemindedLongEnoughAgo() {
        realm.clock.set(TIME);
        remind(People.pat());
        realm.clock.set(TIME.plus(PATIENCE));

        assertThat(remind(People.batchAccount()).state().remindedAt()).contains(TIME.plus(PATIENCE));
    }

    @Test
    void refusesWhenItIsSomebodyElses() {
        realm.clock.set(TIME);
        assertRejected(Rejection.NOT_FOUND, () -> remind(People.lin()));
    }

    @Test
    void refusesWhenNoLongerPending() {
        realm.clock.set(request.state().expiresAt());
        assertRejected(Rejection.NOT_PENDING, () -> remind(People.pat()));
    }

    @Test
    void tellsFromWhenOnlyWhenPending() {
        assertThat(request.remindableAt(NOON)).contains(TIME);
        assertThat(request.remindableAt(request.state().expiresAt())).isEmpty();
    }

    @Test
    void keepsTheReminderWhenClosedLater() {
        realm.clock.set(TIME);
        AccessRequest closed = remind(People.pat()).cancel(Cancellation.WITHDRAWN, TIME.plusSeconds(1));

        assertThat(closed.state().remindedAt()).contains(TIME);
        assertThat(closed.state().closedAt()).contains(TIME.plusSeconds(1));
    }
}
