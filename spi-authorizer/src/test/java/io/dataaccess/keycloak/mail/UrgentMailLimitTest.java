/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestDraft;
import io.dataaccess.keycloak.request.RequestDrafts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Three urgent requests an hour of one requester reach approvers at once")
final class UrgentMailLimitTest {

    private static final RequestDraft URGENT = RequestDrafts.urgent(RequestDrafts.ofLin());

    private final Realm realm = Realm.demo();
    private final UrgentMailLimit allowance = new UrgentMailLimit(realm.requests);

    private AccessRequest fileAndTakeBack(RequestDraft application) {
        AccessRequest request = realm.filing().file(application).request();
        realm.accessEnding().cancel(request.id(), application.requester().user());
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
        assertThat(fourth.content().urgent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999S, false", "PT1H, true"})
    void coversAgainWhenTheFirstWasAnHourAgo(Duration sinceTheFirst, boolean covered) {
        Instant first = fileAndTakeBack(URGENT).state().createdAt();
        fileAndTakeBack(URGENT);
        fileAndTakeBack(URGENT);
        realm.clock.set(first.plus(sinceTheFirst));

        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isEqualTo(covered);
    }

    @Test
    void coversWhenTheOthersAreSomebodyElsesOrNotUrgent() {
        for (int filed = 0; filed < 3; filed++) {
            fileAndTakeBack(RequestDrafts.ofLin());
            fileAndTakeBack(RequestDrafts.urgent(RequestDrafts.of(People.maria(), Scopes.usContact())));
        }

        assertThat(allowance.covers(fileAndTakeBack(URGENT))).isTrue();
    }

    @Test
    void refusesWhenNotUrgent() {
        assertThat(allowance.covers(fileAndTakeBack(RequestDrafts.ofLin()))).isFalse();
    }
}
