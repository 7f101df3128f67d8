/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Application;
import io.dataaccess.keycloak.request.Applications;
import io.dataaccess.keycloak.request.Realm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Three urgent requests an hour of one requester reach approvers at once")
final class UrgentAllowanceTest {

    private static final Application URGENT = Applications.urgent(Applications.ofLin());

    private final Realm realm = Realm.demo();
    private final UrgentAllowance allowance = new UrgentAllowance(realm.requests);

    private AccessRequest fileAndTakeBack(Application application) {
        AccessRequest request = realm.filing().file(application).request();
        realm.withdrawal().cancel(request.id(), application.requester().user());
        realm.clock.advance(Duration.ofMinutes(1));
        return request;
    }

    @Test
    void coversThreeWhenTakenBackAndFiledAgain() {
        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isTrue();
        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isTrue();
        AccessRequest third = fileAndTakeBack(URGENT);
        AccessRequest fourth = fileAndTakeBack(URGENT);

        assertThat(allowance.covers(third)).isTrue();
        assertThat(allowance.covers(fourth)).isFalse();
        assertThat(fourth.ask().wish().urgent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999S, false", "PT1H, true"})
    void coversAgainWhenTheFirstWasAnHourAgo(Duration sinceTheFirst, boolean covered) {
        Instant first = fileAndTakeBack(URGENT).course().times().createdAt();
        fileAndTakeBack(URGENT);
        fileAndTakeBack(URGENT);
        realm.clock.set(first.plus(sinceTheFirst));

        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isEqualTo(covered);
    }

    @Test
    void coversWhenTheOthersAreSomebodyElsesOrNotUrgent() {
        for (int filed = 0; filed < 3; filed++) {
            fileAndTakeBack(Applications.ofLin());
            fileAndTakeBack(Applications.urgent(Applications.of(People.maria(), Scopes.usContact())));
        }

        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isTrue();
    }

    @Test
    void refusesWhenNotUrgent() {
        assertThat(allowance.covers(fileAndTakeBack(Applications.ofLin()))).isFalse();
    }
}
