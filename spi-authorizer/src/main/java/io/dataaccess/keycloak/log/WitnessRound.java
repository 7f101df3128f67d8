/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.log.WitnessPolicy.Witness;
import io.dataaccess.transparency.note.NoteSignature;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MissingTileException;
import io.dataaccess.transparency.tree.TileTree;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Shows the newest checkpoint of each log that grew to all witnesses of its realm, and keeps what they say once it is enough.
 * Whatever they do, the log goes on.
 */
final class WitnessRound {

    /** A log in which nothing happens is shown once in this time all the same: its readers see that it lives. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(12);

    private final KeycloakSessionFactory factory;
    private final Clock clock;
    private final WitnessCall calls;

    WitnessRound(KeycloakSessionFactory factory, Clock clock, WitnessCall calls) {
        this.factory = factory;
        this.clock = clock;
        this.calls = calls;
    }

    /** A checkpoint, and who is to see it. */
    private record Shown(WitnessPolicy policy, SignedNote note) {}

    /** What the witnesses of one realm said. */
    private record Said(List<NoteSignature> signatures, List<String> failures) {}

    void run() {
        Instant time = clock.instant().minus(LONGEST_SILENCE);
        inTransaction(session -> LogStore.unseenSince(session, time).stream()
                        .filter(realmId -> hasWitnesses(session, realmId))
                        .toList())
                .forEach(this::show);
    }

    private static boolean hasWitnesses(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm != null && LogWitnesses.areNamedIn(realm);
    }

    private void show(String realmId) {
        try {
            Optional<Shown> shown = inTransaction(session -> shown(session, realmId));
            shown.ifPresent(one -> show(realmId, one));
        } catch (MalformedException e) {
            keep(realmId, log -> log.unwitnessed(LogWitnesses.ATTRIBUTE + ": " + e.getMessage()));
        }
    }

    private static Optional<Shown> shown(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        Optional<SignedNote> note = new LogStore(session, realmId)
                .find()
                .flatMap(LogEntity::checkpoint)
                .map(SignedNote::parse);
        return Optional.ofNullable(realm)
                .flatMap(LogWitnesses::of)
                .flatMap(policy -> note.map(newest -> new Shown(policy, newest)));
    }

    private void show(String realmId, Shown shown) {
        Checkpoint checkpoint = Checkpoint.parse(shown.note().text());
        Said said = ask(realmId, shown, checkpoint.size());
        SignedNote cosigned = shown.note().with(said.signatures());
        if (shown.policy().hasQuorum(cosigned)) {
            keep(realmId, log -> log.witnessed(checkpoint.size(), cosigned.toString(), clock.millis()));
        } else {
            keep(realmId, log -> log.unwitnessed(String.join("; ", said.failures())));
        }
    }

    /** No connection to the database is held while a witness thinks: what it needs is read between its answers. */
    private Said ask(String realmId, Shown shown, long size) {
        List<NoteSignature> signatures = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (KeycloakSession session = factory.create()) {
            for (Witness witness : shown.policy().witnesses()) {
                if (witness.url().isEmpty()) {
                    continue;
                }
                try {
                    signatures.addAll(calls.cosign(session, witness, shown.note(), old -> proof(realmId, old, size)));
                } catch (WitnessCall.NotCosignedException e) {
                    failures.add(e.getMessage());
                } catch (MalformedException | MissingTileException e) {
                    failures.add("The tiles of the tree cannot be read: " + e.getMessage());
                }
            }
        }
        return new Said(signatures, failures);
    }

    private List<Hash> proof(String realmId, long old, long size) {
        return inTransaction(
                session -> new TileTree(new StoredTiles(new LogStore(session, realmId)), size).consistencyProof(old));
    }

    private <T> T inTransaction(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, task);
    }

    /** In a transaction of its own: nobody waits for the lock while a witness thinks. */
    private void keep(String realmId, Consumer<LogEntity> change) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new LogStore(session, realmId).lock().ifPresent(change));
    }
}
