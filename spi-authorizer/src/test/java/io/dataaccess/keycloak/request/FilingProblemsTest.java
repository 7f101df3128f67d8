/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Everything that is wrong with an application is said at once")
class FilingProblemsTest {

    private final Realm realm = Realm.demo();

    private static RequestDraft wrongInEveryField(RequestDraft draft) {
        return RequestDrafts.purpose(
                "curiosity",
                RequestDrafts.justified(
                        "Why not",
                        RequestDrafts.ticket("no ticket", RequestDrafts.lasting(Duration.ofDays(2), draft))));
    }

    @Test
    void saysNothingWhenAllIsRight() {
        assertThat(realm.problems(RequestDrafts.ofLin())).isEmpty();
    }

    @Test
    void namesEveryFieldWhenAllAreWrong() {
        assertThat(realm.problems(wrongInEveryField(RequestDrafts.ofLin())))
                .containsExactlyInAnyOrder(
                        Rejection.UNKNOWN_PURPOSE,
                        Rejection.INVALID_JUSTIFICATION,
                        Rejection.INVALID_TICKET,
                        Rejection.INVALID_DURATION);
        assertThat(realm.requests.all()).isEmpty();
    }

    @Test
    void namesNoFieldWhenBarred() {
        assertThat(realm.problems(wrongInEveryField(RequestDrafts.of(People.chen(), Scopes.usContact()))))
                .containsExactly(Rejection.NOT_ELIGIBLE);
    }
}
