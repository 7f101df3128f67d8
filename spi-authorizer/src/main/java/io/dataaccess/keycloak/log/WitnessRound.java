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

    /** What the witnesses of one realm said. */
    private record Said(List<NoteSignature> signatures, List<String> failures) {}

    void run() {
        Instant time = clock.instant().minus(LONGEST_SILENCE);
        KeycloakModelUtils.runJobInTransactionWithResult(
                        factory,
                        session -> LogStore.unseenSince(session, time).stream()
                                .filter(realmId -> hasWitnesses(session, realmId))
                                .toList())
                .forEach(this::show);
    }

    private static boolean hasWitnesses(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm != null && LogWitnesses.areNamedIn(realm);
    }

    private void show(String realmId) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm);
                show(session, realm);
            }
        });
    }

    private void show(KeycloakSession session, RealmModel realm) {
        LogStore store = new LogStore(session, realm.getId());
        try {
            Optional<WitnessPolicy> policy = LogWitnesses.of(realm);
            Optional<SignedNote> note =
                    store.find().flatMap(LogEntity::checkpoint).map(SignedNote::parse);
            if (policy.isPresent() && note.isPresent()) {
                show(session, realm, policy.get(), note.get());
            }
        } catch (MalformedException e) {
            keep(realm.getId(), log -> log.unwitnessed(LogWitnesses.ATTRIBUTE + ": " + e.getMessage()));
        }
    }

    private void show(KeycloakSession session, RealmModel realm, WitnessPolicy policy, SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        TileTree tree = new TileTree(new StoredTiles(new LogStore(session, realm.getId())), checkpoint.size());
        Said said = ask(session, policy, note, tree);
        SignedNote cosigned = note.with(said.signatures());
        if (policy.hasQuorum(cosigned)) {
            keep(realm.getId(), log -> log.witnessed(checkpoint.size(), cosigned.toString(), clock.millis()));
        } else {
            keep(realm.getId(), log -> log.unwitnessed(String.join("; ", said.failures())));
        }
    }

    private Said ask(KeycloakSession session, WitnessPolicy policy, SignedNote note, TileTree tree) {
        List<NoteSignature> signatures = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Witness witness : policy.witnesses()) {
            if (witness.url().isEmpty()) {
                continue;
            }
            try {
                signatures.addAll(calls.cosign(session, witness, note, tree));
            } catch (WitnessCall.NotCosignedException e) {
                failures.add(e.getMessage());
            }
        }
        return new Said(signatures, failures);
    }

    /** In a transaction of its own: nobody waits for the lock while a witness thinks. */
    private void keep(String realmId, Consumer<LogEntity> change) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new LogStore(session, realmId).lock().ifPresent(change));
    }
}
