/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

final class DatabaseFailureTest {

    @Test
    void isALostRaceWhenSomebodyElseWasThere() {
        assertThat(DatabaseFailure.isLostRace(new ModelDuplicateException("there already")))
                .isTrue();
        assertThat(DatabaseFailure.isLostRace(new ModelIllegalStateException("changed")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void isALostRaceWhenALockIsNotGiven(String state) {
        ModelException failure = failure(new SQLException("no lock", state));

        assertThat(DatabaseFailure.isLostRace(failure)).isTrue();
        assertThat(DatabaseFailure.isLockConflict(failure)).isTrue();
        assertThat(DatabaseFailure.isUnreachable(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08006", "57P01"})
    void isNoRaceWhenTheDatabaseIsAway(String state) {
        ModelException failure = failure(new SQLException("away", state));

        assertThat(DatabaseFailure.isLostRace(failure)).isFalse();
        assertThat(DatabaseFailure.isUnreachable(failure)).isTrue();
    }

    @Test
    void isNoRaceWhenItIsSomethingElse() {
        assertThat(DatabaseFailure.isLostRace(new ModelException("no such column")))
                .isFalse();
        assertThat(DatabaseFailure.isLostRace(failure(new SQLException("no such column", "42703"))))
                .isFalse();
        assertThat(DatabaseFailure.isUnreachable(failure(new SQLException("no such column", "42703"))))
                .isFalse();
        assertThat(DatabaseFailure.isUnreachable(failure(new IOException("reset"))))
                .isTrue();
    }

    private static ModelException failure(Exception cause) {
        return new ModelException("failed", new IllegalStateException(cause));
    }
}
