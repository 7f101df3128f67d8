/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.policy.RequiredLogin;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorResponsesTest {

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CLIENT, 400",
        "UNKNOWN_SCOPE, 400",
        "UNKNOWN_PURPOSE, 400",
        "INVALID_JUSTIFICATION, 400",
        "INVALID_TICKET, 400",
        "INVALID_DURATION, 400",
        "NOT_ELIGIBLE, 403",
        "NOT_A_SERVICE_OWNER, 403",
        "NOT_AN_APPROVER, 403",
        "OWN_REQUEST, 403",
        "CONDITIONS_NOT_MET, 403",
        "IMPERSONATED, 403",
        "NOT_FOUND, 404",
        "DIFFERENT_PENDING, 409",
        "TOO_SOON, 429",
        "NO_APPROVER, 409",
        "NOT_PENDING, 409",
        "ALREADY_VOTED, 409",
        "ALREADY_ENDED, 409"
    })
    void answersAsTheContractSaysWhenRejected(Rejection rejection, int status) {
        assertThat(RejectionStatus.of(rejection)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void answersInTheClientsRangeWhenRejected(Rejection rejection) {
        assertThat(RejectionStatus.of(rejection)).isIn(400, 403, 404, 409, 429);
    }

    @Test
    void namesAcrWhenOneIsNeeded() {
        assertThat(BearerChallenge.stepUp(new RequiredLogin(Duration.ofMinutes(15), "gold")))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent or"
                        + " stronger login is needed\", acr_values=\"gold\", max_age=\"900\"");
    }

    @Test
    void namesNoAcrWhenNoneIsNeeded() {
        assertThat(BearerChallenge.stepUp(new RequiredLogin(Duration.ofHours(1), " ")))
                .doesNotContain("acr")
                .endsWith("\"3600\"");
    }

    @Test
    void keepsHeaderWholeWhenAcrHasQuotes() {
        assertThat(BearerChallenge.stepUp(new RequiredLogin(Duration.ofHours(1), "a\"b\\c\r\nd")))
                .contains("acr_values=\"abcd\"");
    }
}
