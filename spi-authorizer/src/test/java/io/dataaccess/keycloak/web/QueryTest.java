/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTest {

    @Test
    void readsNothingWhenParameterIsMissingOrBlank() {
        assertThat(query("other", "x").text("status")).isEmpty();
        assertThat(query("status", " ").choice("status", RequestStatus.class)).isEmpty();
        assertThat(query("first", "").page()).isEqualTo(new PageRange(0, 20));
        assertThat(query("sort", "").oneOf("sort", "-createdAt", "createdAt")).isEqualTo("-createdAt");
    }

    @Test
    void refusesWhenAParameterIsUnknown() {
        query("status", "").requireOnly(List.of("status", "max"));

        assertThatThrownBy(() -> query("Status", "").requireOnly(List.of("status", "max")))
                .isInstanceOf(InvalidCallException.class)
                .hasMessage("A query parameter is unknown; the parameters are status, max");
        assertThatThrownBy(() -> query("status", "").requireOnly(List.of()))
                .hasMessage("This call has no query parameters");
    }

    @Test
    void refusesWhenGivenTwice() {
        assertThatThrownBy(() -> query("status", "PENDING", "DENIED").text("status"))
                .isInstanceOf(InvalidCallException.class);
    }

    @Test
    void readsChoiceWhenKnown() {
        assertThat(query("status", "DENIED").choice("status", RequestStatus.class))
                .hasValue(RequestStatus.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "OPEN", "DENIED "})
    void refusesChoiceWhenUnknown(String value) {
        assertThatThrownBy(() -> query("status", value).choice("status", RequestStatus.class))
                .hasMessageContaining("PENDING, APPROVED, DENIED, CANCELLED, EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.5+02:00, 2026-03-01T08:00:00.500Z, 2026-03-01T08:00:00.500Z"
    })
    void readsTimesWhenTheyAreSome(String value, Instant from, Instant to) {
        assertThat(query("date", value).from("date")).hasValue(from);
        assertThat(query("date", value).to("date")).hasValue(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-3-1",
                "yesterday",
                "2026-03-01T10:00:00",
                "1772359200",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "-0001-01-1"
            })
    void refusesTimesWhenTheyAreNone(String value) {
        assertThatThrownBy(() -> query("date", value).from("date")).isInstanceOf(InvalidCallException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 100", "2147, 20"})
    void readsPageWhenWithinBounds(int first, int max) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle("first", String.valueOf(first));
        parameters.putSingle("max", String.valueOf(max));

        assertThat(new Query(parameters).page()).isEqualTo(new PageRange(first, max));
    }

    @ParameterizedTest
    @CsvSource({"first, -1", "first, x", "first, 1.5", "first, 99999999999", "max, 0", "max, 101", "max, -5"})
    void refusesPageWhenOutOfBounds(String name, String value) {
        assertThatThrownBy(() -> query(name, value).page()).isInstanceOf(InvalidCallException.class);
    }

    @Test
    void refusesPageOfRowsWhenItLiesBehindWhatIsCounted() {
        assertThat(query("first", "10000").pageOfRows()).isEqualTo(new PageRange(10_000, 20));
        assertThat(query("first", "10001").page()).isEqualTo(new PageRange(10_001, 20));
        assertThatThrownBy(() -> query("first", "10001").pageOfRows())
                .isInstanceOf(InvalidCallException.class)
                .hasMessage("first is at most 10000 here: use the filters, or ask for requests");
    }

    @Test
    void refusesTextWhenNoDatabaseCouldStoreIt() {
        assertThat(query("search", "x".repeat(255)).text("search")).isPresent();
        assertThatThrownBy(() -> query("search", "x".repeat(256)).text("search"))
                .isInstanceOf(InvalidCallException.class);
        assertThatThrownBy(() -> query("search", "\0").text("search")).isInstanceOf(InvalidCallException.class);
    }

    @Test
    void refusesFlagWhenItIsNone() {
        assertThat(query("active", "false").flag("active")).hasValue(false);
        assertThatThrownBy(() -> query("active", "1").flag("active")).isInstanceOf(InvalidCallException.class);
    }

    private static Query query(String name, String... values) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.addAll(name, values);
        return new Query(parameters);
    }
}
