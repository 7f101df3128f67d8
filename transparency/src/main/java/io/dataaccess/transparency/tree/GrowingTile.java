/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import java.util.ArrayList;
import java.util.List;

/** The last tile of a level while entries are appended. */
final class GrowingTile {

    private final int level;
    private final long index;
    private final int before;
    private final List<Hash> hashes;

    GrowingTile(int level, long index, List<Hash> hashes) {
        this.level = level;
        this.index = index;
        this.before = hashes.size();
        this.hashes = new ArrayList<>(hashes);
    }

    /** @param count hashes of this level in the tree */
    static GrowingTile atTheEdge(TileTree tree, int level, long count) {
        List<Hash> hashes = count % TilePath.FULL == 0
                ? List.of()
                : tree.tile(level, count - 1).hashes();
        return new GrowingTile(level, count / TilePath.FULL, hashes);
    }

    void add(Hash hash) {
        hashes.add(hash);
    }

    boolean isFull() {
        return hashes.size() == TilePath.FULL;
    }

    boolean hasGrown() {
        return hashes.size() > before;
    }

    Tile tile() {
        return new Tile(TilePath.hashes(level, index, hashes.size()), hashes);
    }
}
