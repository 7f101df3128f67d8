/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogEntryEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import io.dataaccess.transparency.tree.EntryBundle;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileTree;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The log of a realm as outsiders read it: nothing that is not in the tree yet. */
public final class LogReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LogStore store;
    private final Clock clock;

    public LogReader(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.store = new LogStore(session, realm.getId());
    }

    /**
     * The signed state of the log (C2SP tlog-checkpoint): the newest that its witnesses saw while they keep up, else the newest;
     * empty before the first.
     */
    public Optional<String> checkpoint() {
        boolean unseen = state().isUnseen(clock.instant());
        return store.find()
                .flatMap(log -> log.witnessed().filter(note -> !unseen).or(log::checkpoint));
    }

    /** How the log is doing, also before its first entry. */
    public LogState state() {
        Optional<LogEntity> log = store.find();
        return new LogState(
                !LogKeys.of(session, realm, "log").isEmpty(),
                LogWitnesses.areNamedIn(realm),
                store.oldestWaiting().map(Instant::ofEpochMilli),
                log.flatMap(LogEntity::stopped),
                log.flatMap(LogEntity::behindSince).map(Instant::ofEpochMilli),
                log.flatMap(LogEntity::witnessFailure));
    }

    /** The verifier keys of the log and of its witnesses (C2SP signed-note); none before its first entry, or without an Ed25519 key. */
    public List<String> verifierKeys() {
        return store.find().stream()
                .flatMap(log -> Stream.concat(
                        LogKeys.of(session, realm, log.origin()).stream().map(NoteSigner::key),
                        LogWitnesses.keys(realm)))
                .map(VerifierKey::toString)
                .toList();
    }

    /** A tile of hashes or a bundle of entries (C2SP tlog-tiles); empty where the tree does not reach. */
    public Optional<byte[]> tile(TilePath path) {
        return path.isEntries() ? bundle(path) : new StoredTiles(store).read(path);
    }

    private Optional<byte[]> bundle(TilePath path) {
        if (path.index() > Long.MAX_VALUE / TilePath.FULL - 1) {
            return Optional.empty();
        }
        long first = path.index() * TilePath.FULL;
        List<LogEntryEntity> entries = store.between(first, first + path.width());
        return Optional.of(entries)
                .filter(found -> found.size() == path.width())
                .map(found ->
                        EntryBundle.encode(found.stream().map(LogReader::bytes).toList()));
    }

    private static byte[] bytes(LogEntryEntity entry) {
        return entry.entry().getBytes(UTF_8);
    }

    /**
     * The proven entries of an access grant and of its request, in the order of the log.
     *
     * @return empty while one of them is not in the tree yet
     */
    public Optional<List<ProvenEntry>> proven(AccessGrant grant) {
        List<LogEntryEntity> entries = store.about(List.of(grant.approval().requestId(), grant.id()));
        if (entries.stream().anyMatch(entry -> entry.index() == LogEntryEntity.WAITING)) {
            return Optional.empty();
        }
        long highest = entries.stream().mapToLong(LogEntryEntity::index).max().orElse(-1);
        return Optional.of(store.find().flatMap(log -> covering(log, highest)).map(SignedNote::parse).stream()
                .flatMap(note -> proven(entries, note))
                .toList());
    }

    /** A checkpoint that has the entry at this index: the one that witnesses saw, if it has it. */
    private static Optional<String> covering(LogEntity log, long index) {
        return log.witnessed().filter(note -> log.witnessedSize() > index).or(log::checkpoint);
    }

    private Stream<ProvenEntry> proven(List<LogEntryEntity> entries, SignedNote note) {
        TileTree tree = new TileTree(
                new StoredTiles(store), Checkpoint.parse(note.text()).size());
        return entries.stream()
                .map(entry -> new ProvenEntry(
                        entry.entry(),
                        EntryOpenings.parse(entry.openings()),
                        new LogProof(entry.index(), tree.inclusionProof(entry.index()), note).toString()));
    }
}
