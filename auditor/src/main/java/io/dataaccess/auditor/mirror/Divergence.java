/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import io.dataaccess.transparency.tree.TileTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The first entry in which what a log says now differs from what it said before.
 *
 * @param code REWRITTEN, REORDERED, REMOVED or INSERTED
 */
record Divergence(Code code, long index, String message) {

    /** Compares the entries that both have, tile by tile. */
    static Optional<Divergence> find(TileSource kept, long before, TileSource served, long now) {
        long common = Math.min(before, now);
        for (long start = 0; start < common; start += TilePath.FULL) {
            TileTree old = new TileTree(kept, before);
            TileTree recent = new TileTree(served, now);
            for (long i = start; i < Math.min(start + TilePath.FULL, common); i++) {
                if (!old.leaf(i).equals(recent.leaf(i))) {
                    return Optional.of(classify(old, recent, i));
                }
            }
        }
        return Optional.empty();
    }

    private static Divergence classify(TileTree old, TileTree recent, long index) {
        Hash was = old.leaf(index);
        Hash is = recent.leaf(index);
        boolean later = index + 1 < Math.min(old.size(), recent.size());
        boolean wasNext = later && recent.leaf(index + 1).equals(was);
        boolean isNext = later && old.leaf(index + 1).equals(is);
        if (isNext && !wasNext) {
            return new Divergence(Code.REMOVED, index, "The entry that stood here is gone, those after it moved up");
        }
        if (wasNext && !isNext) {
            return new Divergence(Code.INSERTED, index, "An entry was put before the one that stood here");
        }
        if (remaining(old, index).contains(is)) {
            return new Divergence(Code.REORDERED, index, "The entries from here stand in another order");
        }
        return new Divergence(Code.REWRITTEN, index, "The entry is another than the one that stood here");
    }

    private static Set<Hash> remaining(TileTree tree, long from) {
        Set<Hash> hashes = new HashSet<>();
        for (long i = from; i < tree.size(); i++) {
            hashes.add(tree.leaf(i));
        }
        return hashes;
    }
}
