/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.CompactRange;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.Tile;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import io.dataaccess.transparency.tree.TileTree;
import io.dataaccess.transparency.tree.TreeExtension;
import io.dataaccess.transparency.tree.TreeGrowth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step from the last checkpoint to the next. The new tree is computed from the tiles that were kept and the new hashes, so that it
 * has the root of the checkpoint only when nothing of the past has changed.
 */
final class Growth {

    /** Hashes that are taken at once: a first mirror of a long log needs no more memory than that. */
    private static final int AT_ONCE = 256 * TilePath.FULL;

    private final LogServer server;
    private final MirrorFolder folder;
    private final Findings findings;

    Growth(LogServer server, MirrorFolder folder, Findings findings) {
        this.server = server;
        this.folder = folder;
        this.findings = findings;
    }

    /** Whether the checkpoint goes on from the one kept; then the tiles of its tree are kept. */
    boolean goesOn(SignedNote note, Checkpoint next) {
        Optional<Checkpoint> kept = folder.checkpoint().map(before -> Checkpoint.parse(before.text()));
        Checkpoint before = kept.orElseGet(() -> new Checkpoint(next.origin(), 0, Hash.EMPTY_TREE));
        if (!before.origin().equals(next.origin())) {
            findings.add(
                    Code.ANOTHER_LOG, "The address serves " + next.origin() + ", before it was " + before.origin());
            return false;
        }
        if (next.size() < before.size()) {
            found(
                    Code.TRUNCATED,
                    next.size(),
                    "The log had " + before.size() + " entries and has " + next.size(),
                    note);
            return false;
        }
        if (next.size() == before.size() && next.root().equals(before.root())) {
            return true;
        }
        TileFolder incoming = folder.incoming();
        incoming.remove();
        CompactRange grown = grow(before, next, incoming);
        if (next.size() == before.size() || !grown.root().equals(next.root())) {
            incoming.remove();
            broken(before, next, note);
            return false;
        }
        folder.tiles().takeOver(incoming);
        return true;
    }

    private CompactRange grow(Checkpoint before, Checkpoint next, TileFolder incoming) {
        TileSource kept = folder.tiles();
        TileSource both = path -> incoming.read(path).or(() -> kept.read(path));
        CompactRange edge = new TileTree(kept, before.size()).edge();
        if (!edge.root().equals(before.root())) {
            throw new UndecidedException(
                    "The tiles kept here are not those of the checkpoint kept here: begin a new mirror");
        }
        while (edge.size() < next.size()) {
            TreeExtension extension = TreeGrowth.extend(both, edge, leaves(edge.size(), next.size()));
            for (Tile tile : extension.tiles()) {
                incoming.write(tile.path(), tile.bytes());
            }
            edge = extension.edge();
        }
        return edge;
    }

    private List<Hash> leaves(long from, long size) {
        TileTree served = new TileTree(server, size);
        List<Hash> leaves = new ArrayList<>();
        for (long i = from; i < size && i < from + AT_ONCE; i++) {
            leaves.add(served.leaf(i));
        }
        return leaves;
    }

    /** Finds out what the log did to its past; when its tiles show nothing, its signature still contradicts the one before. */
    private void broken(Checkpoint before, Checkpoint next, SignedNote note) {
        Optional<Divergence> divergence = Divergence.find(folder.tiles(), before.size(), server, next.size());
        if (next.size() == before.size()) {
            found(
                    Code.FORKED,
                    divergence.map(Divergence::index).orElse(0L),
                    "The log signed two states of " + next.size() + " entries"
                            + divergence
                                    .map(found -> ", " + found.code() + " from here")
                                    .orElse(""),
                    note);
        } else if (divergence.isPresent()) {
            Divergence found = divergence.get();
            found(found.code(), found.index(), found.message(), note);
        } else {
            found(Code.TILE_DIFFERS, before.size(), "The tiles from here do not give the root that was signed", note);
        }
    }

    private void found(Code code, long index, String message, SignedNote note) {
        findings.add(code, index, message + "; the checkpoint is kept in " + folder.keepEvidence(note));
    }
}
