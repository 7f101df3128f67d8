/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.directory.DirectoryAwayException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

/** What it means when the database does not do what it is asked. */
public final class DatabaseFailure {

    private DatabaseFailure() {}

    /** Whether somebody else was at the same records at that moment: whoever tries again finds what they left. */
    public static boolean isLostRace(ModelException failure) {
        return failure instanceof ModelDuplicateException
                || failure instanceof ModelIllegalStateException
                || isLockConflict(failure);
    }

    /** Whether a lock was not given in time, or for fear of a deadlock, on the databases that Keycloak supports. */
    public static boolean isLockConflict(ModelException failure) {
        return sqlStates(failure)
                .anyMatch(state -> state.startsWith("40") || state.equals("55P03") || state.equals("HYT00"));
    }

    /**
     * Whether there was no connection to be had, or it broke; the pool gives no state when it has none left. A directory of
     * people is asked by Keycloak's storage like a database, and is as far away when it does not answer.
     */
    public static boolean isUnreachable(ModelException failure) {
        return failure instanceof DirectoryAwayException
                || causes(failure).anyMatch(IOException.class::isInstance)
                || sqlStates(failure)
                        .anyMatch(state -> state.isEmpty() || state.startsWith("08") || state.startsWith("57P"));
    }

    private static Stream<String> sqlStates(ModelException failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""));
    }

    private static Stream<Throwable> causes(ModelException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause);
    }
}
