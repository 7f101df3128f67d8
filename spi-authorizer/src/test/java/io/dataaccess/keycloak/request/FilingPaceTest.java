/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A requester files at most so many requests an hour, taken back or not")
class FilingPaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Realm realm = Realm.demo();

    @BeforeEach
    void letTwoBeFiledAnHour() {
        realm.mostPerHour = 2;
    }

    private AccessRequest file(RequestDraft draft) {
        FilingResult filed = realm.filing().file(draft);
        assertThat(filed.created()).isTrue();
        return filed.request();
    }

    private void fileAndTakeBack() {
        AccessRequest request = file(alone(RequestDrafts.ofLin()));
        realm.accessEnding().cancel(request.id(), People.lin().user());
        realm.clock.advance(MINUTE);
    }

    /** In a bundle of its own, as each call of the REST interface files. */
    private static RequestDraft alone(RequestDraft draft) {
        return RequestDrafts.bundled(UUID.randomUUID().toString(), draft);
    }

    private void assertTooSoon(Duration wait, RequestDraft draft) {
        List<AccessRequest> before = realm.requests.all();
        assertThatExceptionOfType(TooSoonException.class)
                .isThrownBy(() -> realm.filing().file(draft))
                .withMessage(
                        "You may file " + realm.mostPerHour + " requests an hour, and have: file further ones later")
                .satisfies(refused -> assertThat(refused.waiting()).isEqualTo(wait));
        assertThat(realm.requests.all()).isEqualTo(before);
    }

    @Test
    void refusesWhenAsManyWereFiledAndTakenBack() {
        fileAndTakeBack();
        fileAndTakeBack();

        assertTooSoon(HOUR.minus(MINUTE).minus(MINUTE), RequestDrafts.of(People.lin(), Scopes.euContact()));
    }

    @Test
    void filesWhenOneFewerWasFiled() {
        fileAndTakeBack();

        file(RequestDrafts.ofLin());
    }

    @Test
    void filesWhenTheFirstWasAnHourAgo() {
        fileAndTakeBack();
        fileAndTakeBack();
        realm.clock.advance(HOUR.minus(MINUTE).minus(MINUTE).minusMillis(1));
        assertTooSoon(Duration.ofMillis(1), RequestDrafts.ofLin());
        realm.clock.advance(Duration.ofMillis(1));

        fileAndTakeBack();
    }

    @Test
    void filesWhenTheOthersAreSomebodyElses() {
        fileAndTakeBack();
        fileAndTakeBack();

        file(RequestDrafts.of(People.maria(), Scopes.usContact()));
    }

    @Test
    void filesInPersonWhenAnApplicationHasFiledAsOftenAsItMay() {
        realm.mostPerHour = 1;
        RequestDraft ofApplication = RequestDrafts.filedThrough(Clients.sampleApp(), RequestDrafts.ofLin());
        realm.accessEnding()
                .cancel(file(alone(ofApplication)).id(), People.lin().user());

        assertThatExceptionOfType(TooSoonException.class)
                .isThrownBy(() -> realm.filing().file(alone(ofApplication)))
                .withMessage(
                        "One application may file 1 requests an hour in your name, and has: file further ones later");
        fileAndTakeBack();
        file(alone(RequestDrafts.filedThrough(Clients.batch(), RequestDrafts.ofLin())));
    }

    @Test
    void findsTheSameWhenIdenticalAndNoMoreMayBeFiled() {
        fileAndTakeBack();
        AccessRequest pending = file(alone(RequestDrafts.ofLin()));

        assertThat(realm.filing().file(RequestDrafts.ofLin())).isEqualTo(new FilingResult(pending, false));
    }

    /** However many scopes a login asks for, its form is sent once. */
    @Test
    void countsOnceWhenSeveralAreFiledTogether() {
        realm.mostPerHour = 1;

        file(RequestDrafts.ofLin());
        file(RequestDrafts.of(People.lin(), Scopes.euContact()));

        assertTooSoon(HOUR, alone(RequestDrafts.of(People.lin(), Scopes.usPrivate())));
    }

    @Test
    void checksPaceWhenABundleIsToBeFiled() {
        Filing filing = realm.filing();
        fileAndTakeBack();
        assertThatCode(() -> filing.checkPace(Filer.inPerson(People.lin().user()), "another"))
                .doesNotThrowAnyException();
        fileAndTakeBack();
        assertThatExceptionOfType(TooSoonException.class)
                .isThrownBy(() -> filing.checkPace(Filer.inPerson(People.lin().user()), "another"))
                .satisfies(refused -> assertThat(refused.waiting())
                        .isEqualTo(HOUR.minus(MINUTE).minus(MINUTE)));
    }
}
