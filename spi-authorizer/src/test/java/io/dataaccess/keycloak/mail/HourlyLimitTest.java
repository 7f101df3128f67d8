/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.ConfigurationTable;
import io.dataaccess.keycloak.catalog.ConfigurationTable.Cell;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.RealmModel;

class HourlyLimitTest {

    private static final Instant ONE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-22T09:10:00Z");
    private static final Instant THREE = Instant.parse("2026-11-22T09:20:00Z");

    @Test
    void hasRoomWhenFewerWereSent() {
        assertThat(new HourlyLimit(2).fullUntil(List.of(ONE))).isEmpty();
    }

    @Test
    void isFullForAnHourWhenAsManyWereSent() {
        assertThat(new HourlyLimit(2).fullUntil(List.of(ONE, TWO))).contains(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void isFullUntilEnoughAreOlderWhenMoreWereSent() {
        assertThat(new HourlyLimit(2).fullUntil(List.of(ONE, TWO, THREE)))
                .contains(Instant.parse("2026-11-22T10:10:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "10, 5", "999, 500"})
    void sharesHalfWhenAsked(int most, int share) {
        assertThat(new HourlyLimit(most).share().most()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 25 ', 25", "999, 999", "0, 10", "-1, 10", "1000, 10", "many, 10", "'', 10", ", 10"})
    void takesNumbersOnlyWhenRealmSaysSome(String attribute, int most) {
        RealmModel realm = mock(RealmModel.class);
        when(realm.getAttribute("data-access.mailsPerHour")).thenReturn(attribute);

        assertThat(HourlyLimit.of(realm).most()).isEqualTo(most);
    }

    static Stream<Cell> promises() {
        return ConfigurationTable.below("Realm attributes")
                .filter(cell -> cell.field().endsWith("mailsPerHour"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void answersAsPromisedWhenRealmIsWrong(Cell cell) {
        RealmModel realm = mock(RealmModel.class);
        String value = cell.input().isEmpty() ? null : cell.input();
        when(realm.getAttribute(cell.field()))
                .thenReturn(
                        switch (cell.mistake()) {
                            case "blank" -> " ";
                            case "several" -> "5 " + value;
                            default -> value;
                        });

        assertThat(HourlyLimit.of(realm).most()).hasToString(cell.answer());
    }
}
