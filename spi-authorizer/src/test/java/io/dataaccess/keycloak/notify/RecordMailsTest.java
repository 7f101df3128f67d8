/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.grant.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Before a grant ends: an eighth of its life for each approval, of at least 5 and at most 60 minutes")
class RecordMailsTest {

    private static Optional<Instant> warning(Duration life, int approvals) {
        return RecordMails.warning(new Term(NOON, NOON.plus(life), Optional.empty()), approvals);
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT5M", "PT40M, PT5M", "PT48M, PT6M", "PT1H, PT7M30S", "PT8H, PT1H", "P30D, PT1H"})
    void warnsInTimeWhenLifeIsLongEnough(Duration life, Duration notice) {
        assertThat(warning(life, 1)).contains(NOON.plus(life).minus(notice));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 3, PT22M30S", "PT1H, 5, PT30M", "PT8H, 3, PT3H", "PT10M, 3, PT5M", "PT1H, 0, PT7M30S"})
    void warnsEarlierWhenSeveralMustApprove(Duration life, int approvals, Duration notice) {
        assertThat(warning(life, approvals)).contains(NOON.plus(life).minus(notice));
    }

    @Test
    void warnsNobodyWhenMostOfItsLifeWouldBeOver() {
        assertThat(warning(Duration.ofMinutes(10).minusSeconds(1), 3)).isEmpty();
    }
}
