/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** Grows a tree from its right edge: it reads the partial tile of each level, at most eight, and no other. */
public final class TreeGrowth {

    private final List<Tile> full = new ArrayList<>();
    private final List<GrowingTile> levels = new ArrayList<>();

    private TreeGrowth() {}

    /**
     * Appends these entries to a tree.
     *
     * @param source the tiles of the tree as it is
     * @param edge its right edge, as it was kept with the last checkpoint
     * @param leaves hashes of the new entries, in their order
     * @throws MissingTileException when a tile is missing
     * @throws MalformedException when tiles and edge tell of different trees: one of them was changed
     */
    public static TreeExtension extend(TileSource source, CompactRange edge, List<Hash> leaves) {
        TileTree tree = new TileTree(source, edge.size());
        if (!tree.edge().equals(edge)) {
            throw new MalformedException("The tiles at the right edge are not those of the tree that was signed");
        }
        TreeGrowth growth = new TreeGrowth();
        for (long count = edge.size(); count > 0; count >>= TileTree.HEIGHT) {
            growth.levels.add(GrowingTile.atTheEdge(tree, growth.levels.size(), count));
        }
        leaves.forEach(leaf -> growth.add(0, leaf));
        return new TreeExtension(edge.appendAll(leaves), growth.changed());
    }

    private void add(int level, Hash hash) {
        if (level == levels.size()) {
            levels.add(new GrowingTile(level, 0, List.of()));
        }
        GrowingTile tile = levels.get(level);
        tile.add(hash);
        if (tile.isFull()) {
            Tile done = tile.tile();
            full.add(done);
            levels.set(level, new GrowingTile(level, done.path().index() + 1, List.of()));
            add(level + 1, done.subtree(0, TilePath.FULL));
        }
    }

    private List<Tile> changed() {
        List<Tile> changed = new ArrayList<>(full);
        levels.stream().filter(GrowingTile::hasGrown).map(GrowingTile::tile).forEach(changed::add);
        return changed;
    }
}
