/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.request.Rejections.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A requester has at most so many requests pending")
class PendingRoomTest {

    private final Realm realm = Realm.demo();

    private void assertFiled(Application application) {
        assertThat(realm.filing().file(application).created()).isTrue();
    }

    private final Application second = Applications.of(People.lin(), Scopes.euContact());

    private void assertNoRoom(Application application) {
        List<AccessRequest> before = realm.requests.all();
        assertRejected(Rejection.TOO_MANY_PENDING, () -> realm.filing().file(application));
        assertThat(realm.requests.all()).isEqualTo(before);
    }

    @Test
    void refusesWhenAsManyArePendingAsMayBe() {
        realm.mostPending = 1;
        assertFiled(Applications.ofLin());
        assertNoRoom(second);
    }

    @Test
    void filesWhenOneFewerIsPending() {
        realm.mostPending = 2;
        assertFiled(Applications.ofLin());
        assertFiled(second);
        assertNoRoom(Applications.of(People.lin(), Scopes.usPrivate()));
    }

    @Test
    void filesWhenTheOthersAreSomebodyElses() {
        realm.mostPending = 1;
        assertFiled(Applications.of(People.maria(), Scopes.usContact()));
        assertFiled(second);
    }

    @Test
    void countsWhatWasFiledForOthersWhenTheRequesterIsNotTheSubject() {
        realm.mostPending = 1;
        assertFiled(Applications.by(People.pat(), Applications.of(People.batchAccount(), Scopes.usContact())));
        assertNoRoom(Applications.of(People.pat(), Scopes.euContact()));
        assertFiled(Applications.of(People.batchAccount(), Scopes.euContact()));
    }

    @Test
    void filesWhenThePendingOneHasExpired() {
        realm.mostPending = 1;
        assertFiled(Applications.ofLin());
        realm.clock.advance(Duration.ofDays(1));
        assertFiled(second);
    }

    @Test
    void findsTheSameWhenIdenticalAndThereIsNoMoreRoom() {
        realm.mostPending = 1;
        AccessRequest first = realm.filing().file(Applications.ofLin()).request();
        assertThat(realm.filing().file(Applications.ofLin())).isEqualTo(new Filed(first, false));
    }

    @Test
    void filesWhenTheNewOneTakesThePlaceOfTheOld() {
        realm.mostPending = 1;
        assertFiled(Applications.ofLin());
        realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
        assertFiled(Applications.ofLin());
    }

    @Test
    void refusesWhenTheOldOneInItsPlaceWasSomebodyElses() {
        realm.mostPending = 1;
        Application forBatch = Applications.of(People.batchAccount(), Scopes.usContact());
        assertFiled(Applications.by(People.pat(), Applications.of(People.batchAccount(), Scopes.euContact())));
        assertFiled(Applications.by(People.dana(), forBatch));
        realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
        assertNoRoom(Applications.by(People.pat(), forBatch));
    }

    @Test
    void checksRoomWhenSeveralAreFiledTogether() {
        realm.mostPending = 3;
        assertFiled(Applications.ofLin());
        realm.filing().checkRoom(People.lin().user(), 2);
        assertRejected(
                Rejection.TOO_MANY_PENDING,
                () -> realm.filing().checkRoom(People.lin().user(), 3));
    }

    @Test
    void refusesWhenNobodyMayHaveAny() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(realm.requests, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(realm.requests, 1, 0));
    }
}
