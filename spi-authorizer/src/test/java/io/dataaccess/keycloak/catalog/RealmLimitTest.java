/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.lint.ProblemRealm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmLimitTest {

    private static final Map<RealmLimit, String> PROBLEMS = Map.of(
            RealmLimit.PENDING_REQUESTS, "pending_limit_invalid",
            RealmLimit.FILINGS_PER_HOUR, "requests_per_hour_invalid",
            RealmLimit.MAILS_PER_HOUR, "mail_limit_invalid",
            RealmLimit.MAILS_PER_REQUEST, "mails_per_request_invalid",
            RealmLimit.CHANGE_APPROVALS, "change_approvals_invalid");

    private final ProblemRealm configured = new ProblemRealm();

    @ParameterizedTest
    @CsvSource({"1, 1", "' 7 ', 7", "999, 999"})
    void takesTheNumberWhenTheAttributeSaysOne(String value, int limit) {
        for (RealmLimit one : RealmLimit.values()) {
            write(one, value);

            assertThat(one.in(configured.realm)).as("%s", one).isEqualTo(limit);
            assertThat(configured.problems()).as("%s", one).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_REQUESTS, 20",
        "FILINGS_PER_HOUR, 60",
        "MAILS_PER_HOUR, 10",
        "MAILS_PER_REQUEST, 100",
        "CHANGE_APPROVALS, 1"
    })
    void takesTheUsualNumberWhenTheAttributeSaysNone(RealmLimit limit, int usual) {
        for (String value : List.of("", " ", "0", "-1", "1000", "5.5", "many", "5 7", "٧")) {
            write(limit, value);
            assertThat(limit.in(configured.realm)).as(value).isEqualTo(usual);
        }
        write(limit, null);
        assertThat(limit.in(configured.realm)).isEqualTo(usual);
        assertThat(configured.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "5.5", "many", "5 7"})
    void isAProblemWhenItIsNoNumber(String value) {
        for (RealmLimit limit : RealmLimit.values()) {
            write(limit, value);
            assertThat(configured.problems()).containsExactly("WARNING " + PROBLEMS.get(limit) + " at realm");
            write(limit, " ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNoProblemWhenTheAttributeIsBlank(RealmLimit limit) {
        write(limit, " ");

        assertThat(configured.problems()).isEmpty();
    }

    private void write(RealmLimit limit, @Nullable String value) {
        when(configured.realm.getAttribute(limit.attribute())).thenReturn(value);
    }
}
