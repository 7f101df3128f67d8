/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static io.dataaccess.keycloak.access.Rejections.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A requester has at most so many requests pending")
class PendingRoomTest {

    private final Realm realm = Realm.demo();

    private void assertFiled(RequestDraft draft) {
        assertThat(realm.filing().file(draft).created()).isTrue();
    }

    private final RequestDraft second = RequestDrafts.of(People.lin(), Scopes.euContact());

    private void assertNoRoom(RequestDraft draft) {
        List<AccessRequest> before = realm.requests.all();
        assertRejected(Rejection.TOO_MANY_PENDING, () -> realm.filing().file(draft));
        assertThat(realm.requests.all()).isEqualTo(before);
    }

    @Test
    void refusesWhenAsManyArePendingAsMayBe() {
        realm.mostPending = 1;
        assertFiled(RequestDrafts.ofLin());
        assertNoRoom(second);
    }

    @Test
    void filesWhenOneFewerIsPending() {
        realm.mostPending = 2;
        assertFiled(RequestDrafts.ofLin());
        assertFiled(second);
        assertNoRoom(RequestDrafts.of(People.lin(), Scopes.usPrivate()));
    }

    @Test
    void filesWhenTheOthersAreSomebodyElses() {
        realm.mostPending = 1;
        assertFiled(RequestDrafts.of(People.maria(), Scopes.usContact()));
        assertFiled(second);
    }

    @Test
    void countsWhatWasFiledForOthersWhenTheRequesterIsNotTheSubject() {
        realm.mostPending = 1;
        assertFiled(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.usContact())));
        assertNoRoom(RequestDrafts.of(People.pat(), Scopes.euContact()));
        assertFiled(RequestDrafts.of(People.batchAccount(), Scopes.euContact()));
    }

    @Test
    void filesWhenThePendingOneHasExpired() {
        realm.mostPending = 1;
        assertFiled(RequestDrafts.ofLin());
        realm.clock.advance(Duration.ofDays(1));
        assertFiled(second);
    }

    @Test
    void findsTheSameWhenIdenticalAndThereIsNoMoreRoom() {
        realm.mostPending = 1;
        AccessRequest first = realm.filing().file(RequestDrafts.ofLin()).request();
        assertThat(realm.filing().file(RequestDrafts.ofLin())).isEqualTo(new FilingResult(first, false));
    }

    @Test
    void filesWhenTheNewOneTakesThePlaceOfTheOld() {
        realm.mostPending = 1;
        assertFiled(RequestDrafts.ofLin());
        realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
        assertFiled(RequestDrafts.ofLin());
    }

    @Test
    void refusesWhenTheOldOneInItsPlaceWasSomebodyElses() {
        realm.mostPending = 1;
        RequestDraft forBatch = RequestDrafts.of(People.batchAccount(), Scopes.usContact());
        assertFiled(RequestDrafts.by(People.pat(), RequestDrafts.of(People.batchAccount(), Scopes.euContact())));
        assertFiled(RequestDrafts.by(People.dana(), forBatch));
        realm.replace(Categories.at(Sensitivity.RESTRICTED, Categories.usContact()));
        assertNoRoom(RequestDrafts.by(People.pat(), forBatch));
    }

    @Test
    void checksRoomWhenSeveralAreFiledTogether() {
        realm.mostPending = 3;
        assertFiled(RequestDrafts.ofLin());
        realm.filing().checkRoom(Filer.inPerson(People.lin().user()), 2);
        assertRejected(
                Rejection.TOO_MANY_PENDING,
                () -> realm.filing().checkRoom(Filer.inPerson(People.lin().user()), 3));
    }

    @Test
    void filesWhenAnApplicationHasUsedUpItsOwn() {
        realm.mostPending = 1;
        assertFiled(through("sample-app", Scopes.usContact()));
        assertNoRoom(through("sample-app", Scopes.euContact()));

        assertFiled(through("batch", Scopes.euContact()));
        assertFiled(RequestDrafts.of(People.lin(), Scopes.usPrivate()));
    }

    @Test
    void refusesWhenManyApplicationsHaveUsedUpWhatIsForAll() {
        realm.mostPending = 1;
        for (int number = 1; number <= 5; number++) {
            assertFiled(ofApplication(number));
        }
        assertNoRoom(ofApplication(6));

        assertFiled(RequestDrafts.ofLin());
    }

    private static RequestDraft ofApplication(int number) {
        ClientRef application = Clients.named("app-" + number);
        return RequestDrafts.filedThrough(application, RequestDrafts.through(application, RequestDrafts.ofLin()));
    }

    private static RequestDraft through(String application, GuardedScope scope) {
        return RequestDrafts.filedThrough(Clients.named(application), RequestDrafts.of(People.lin(), scope));
    }

    @Test
    void refusesWhenNobodyMayHaveAny() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestIntake(realm.records(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestIntake(realm.records(), 1, 0));
    }
}
