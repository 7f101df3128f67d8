/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import java.util.List;

/**
 * What has become of a tree with new entries.
 *
 * @param edge the new right edge, which tells size and root
 * @param tiles what must be stored: each tile that is new or has grown, full or partial as the new size wants it
 */
public record TreeExtension(CompactRange edge, List<Tile> tiles) {

    public TreeExtension {
        tiles = List.copyOf(tiles);
    }

    public long size() {
        return edge.size();
    }

    public Hash root() {
        return edge.root();
    }
}
