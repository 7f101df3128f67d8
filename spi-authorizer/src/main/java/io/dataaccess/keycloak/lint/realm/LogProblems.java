/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.log.LogState;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What keeps the approval log from proving anything. */
public final class LogProblems {

    private final RealmModel realm;
    private final LogState log;
    private final Instant now;

    public LogProblems(RealmModel realm, LogState log, Clock clock) {
        this.realm = realm;
        this.log = log;
        this.now = clock.instant();
    }

    public Stream<Problem> find() {
        return Stream.of(key(), stopped(), witnesses()).flatMap(found -> found);
    }

    private Stream<Problem> key() {
        return log.hasKey()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "log_key_missing",
                        RealmElement.realm(realm),
                        "has no Ed25519 key, so that nobody can prove what was approved, and entries of the approval log"
                                + " wait: add a key provider 'eddsa-generated' with the curve Ed25519"));
    }

    /** Without a key entries wait as well, which is said already. */
    private Stream<Problem> stopped() {
        return log.hasKey() && (log.stopped().isPresent() || log.isWaitingTooLong(now))
                ? Stream.of(Problem.error(
                        "log_stopped",
                        RealmElement.realm(realm),
                        "has an approval log that does not go on ({reason}): look at the server's log, and bring back the"
                                + " rows of the tables DATA_ACCESS_LOG as they were; entries wait meanwhile",
                        ParameterizedText.naming("reason", log.stopped().orElse("entries have waited for a minute"))))
                : Stream.empty();
    }

    private Stream<Problem> witnesses() {
        return log.isUnseen(now)
                ? Stream.of(Problem.warning(
                        "log_witness_behind",
                        RealmElement.realm(realm),
                        "has an approval log whose newest entries too few witnesses have seen for ten minutes ({reason}):"
                                + " see that the server reaches the witnesses of the attribute {attribute}",
                        ParameterizedText.naming(
                                "reason",
                                log.witnessFailure().orElse("no answer"),
                                "attribute",
                                "data-access.log.witnesses")))
                : Stream.empty();
    }
}
