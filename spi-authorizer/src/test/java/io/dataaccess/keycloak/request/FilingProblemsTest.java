/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Everything that is wrong with an application is said at once")
class FilingProblemsTest {

    private final Realm realm = Realm.demo();

    private static Application wrongInEveryField(Application application) {
        return Applications.purpose(
                "curiosity",
                Applications.justified(
                        "Why not",
                        Applications.ticket("no ticket", Applications.lasting(Duration.ofDays(2), application))));
    }

    @Test
    void saysNothingWhenAllIsRight() {
        assertThat(realm.filing().problems(Applications.ofLin())).isEmpty();
    }

    @Test
    void namesEveryFieldWhenAllAreWrong() {
        assertThat(realm.filing().problems(wrongInEveryField(Applications.ofLin())))
                .containsExactlyInAnyOrder(
                        Rejection.UNKNOWN_PURPOSE,
                        Rejection.INVALID_JUSTIFICATION,
                        Rejection.INVALID_TICKET,
                        Rejection.INVALID_DURATION);
        assertThat(realm.requests.all()).isEmpty();
    }

    @Test
    void namesNoFieldWhenBarred() {
        assertThat(realm.filing().problems(wrongInEveryField(Applications.of(People.chen(), Scopes.usContact()))))
                .containsExactly(Rejection.NOT_ELIGIBLE);
    }
}
