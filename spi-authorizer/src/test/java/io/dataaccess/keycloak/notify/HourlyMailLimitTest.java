/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

class HourlyMailLimitTest {

    private static final Instant ONE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-22T09:10:00Z");
    private static final Instant THREE = Instant.parse("2026-11-22T09:20:00Z");

    @Test
    void hasRoomWhenFewerWereSent() {
        assertThat(new HourlyMailLimit(2).fullUntil(List.of(ONE))).isEmpty();
    }

    @Test
    void isFullForAnHourWhenAsManyWereSent() {
        assertThat(new HourlyMailLimit(2).fullUntil(List.of(ONE, TWO))).contains(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void isFullUntilEnoughAreOlderWhenMoreWereSent() {
        assertThat(new HourlyMailLimit(2).fullUntil(List.of(ONE, TWO, THREE)))
                .contains(Instant.parse("2026-11-22T10:10:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "10, 5", "999, 500"})
    void sharesHalfWhenAsked(int most, int share) {
        assertThat(new HourlyMailLimit(most).share().most()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"25, 25", "many, 10", "null, 10"})
    void takesWhatTheRealmSaysWhenItIsANumber(@Nullable String attribute, int most) {
        RealmModel realm = mock(RealmModel.class);
        when(realm.getAttribute("data-access.mailsPerHour")).thenReturn(attribute);

        assertThat(HourlyMailLimit.of(realm).most()).isEqualTo(most);
    }
}
