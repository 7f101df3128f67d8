/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.persistence.log.LogEntity;
import io.dataaccess.keycloak.persistence.log.LogEntryEntity;
import io.dataaccess.keycloak.persistence.log.LogStore;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.CompactRange;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MissingTileException;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileTree;
import io.dataaccess.transparency.tree.TreeExtension;
import io.dataaccess.transparency.tree.TreeGrowth;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Takes the entries of a realm that wait into its tree, and signs the tree. The row of the log is locked meanwhile: one node does it
 * at a time, and who writes entries waits for nobody.
 */
final class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Entries in one transaction. */
    private static final int BATCH = 1000;

    /** Older entries that are read again each time that the tree grows: whole tiles. */
    private static final int READ_AGAIN = 4 * TilePath.FULL;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LogStore store;
    private final StoredTiles tiles;
    private final Clock clock;

    Sequencer(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.store = new LogStore(session, realm.getId());
        this.tiles = new StoredTiles(store);
        this.clock = clock;
    }

    /** Takes in the entries that have waited the longest; tells whether there may be more. */
    boolean takeIn() {
        return store.lock().map(this::takeIn).orElse(false);
    }

    private boolean takeIn(LogEntity log) {
        List<NoteSigner> signers = LogKeys.of(session, realm, log.origin());
        List<LogEntryEntity> entries = signers.isEmpty() ? List.of() : store.waiting(BATCH);
        if (entries.isEmpty()) {
            return false;
        }
        try {
            extend(log, entries, signers);
            log.goOn();
            return entries.size() == BATCH;
        } catch (MalformedException | MissingTileException e) {
            stop(log, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Said once, though it is tried again every second. */
    private void stop(LogEntity log, String why) {
        if (!log.stopped().equals(Optional.of(why))) {
            LOG.errorf("The approval log of realm %s has stopped: %s", realm.getName(), why);
            log.stop(why);
        }
    }

    private void extend(LogEntity log, List<LogEntryEntity> entries, List<NoteSigner> signers) {
        CompactRange edge = checkedEdge(log);
        List<Hash> leaves = entries.stream().map(Sequencer::leaf).toList();
        TreeExtension grown = TreeGrowth.extend(tiles, edge, leaves);
        long index = log.size();
        for (LogEntryEntity entry : entries) {
            entry.place(index++);
        }
        grown.tiles().forEach(tiles::keep);
        log.grow(
                grown.size(),
                signed(new Checkpoint(log.origin(), grown.size(), grown.root()), signers),
                clock.millis());
    }

    /** The right edge of the tree as it was signed: rows that somebody changed since would be signed again as if they were true. */
    private CompactRange checkedEdge(LogEntity log) {
        long size = log.size();
        if (store.highestIndex() + 1 != size) {
            throw new MalformedException("The tree has " + size + " entries, and the table goes to another number");
        }
        TileTree tree = new TileTree(tiles, size);
        Hash root = log.checkpoint()
                .map(SignedNote::parse)
                .map(note -> Checkpoint.parse(note.text()).root())
                .orElse(Hash.EMPTY_TREE);
        if (!tree.root().equals(root)) {
            throw new MalformedException("The tiles of the tree are not those that were signed");
        }
        compareEntries(tree, Math.max(0, size - 1) / TilePath.FULL * TilePath.FULL, size);
        readAgain(log, tree);
        return tree.edge();
    }

    /** Goes through the older entries, some each time and then from the first again; stays where one was changed. */
    private void readAgain(LogEntity log, TileTree tree) {
        long first = log.readAgain();
        long before = Math.min(first + READ_AGAIN, tree.size());
        compareEntries(tree, first, before);
        log.readAgain(before < tree.size() ? before : 0);
    }

    /** The entries at these places are there, and are those of the tree. */
    private void compareEntries(TileTree tree, long first, long before) {
        List<LogEntryEntity> entries = store.between(first, before);
        if (entries.size() != before - first) {
            throw new MalformedException("Entries from " + first + " on are missing");
        }
        entries.stream()
                .filter(entry -> !leaf(entry).equals(tree.leaf(entry.index())))
                .findFirst()
                .ifPresent(entry -> {
                    throw new MalformedException("Entry " + entry.index() + " is not the one that was signed");
                });
    }

    private static Hash leaf(LogEntryEntity entry) {
        return Hash.leaf(entry.entry().getBytes(UTF_8));
    }

    private static String signed(Checkpoint checkpoint, List<NoteSigner> signers) {
        SignedNote note = SignedNote.sign(checkpoint.text(), signers.get(0));
        return note.with(signers.stream()
                        .skip(1)
                        .map(signer -> signer.sign(checkpoint.text()))
                        .toList())
                .toString();
    }
}
