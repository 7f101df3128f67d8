/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import java.util.Optional;

/** Where the tiles of a tree are kept: a table, a folder, a server. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes at this path, or empty when none are there. Whoever asks for a partial tile that is missing asks for the
     * full one next: a log may drop partial tiles once the full one is there (C2SP tlog-tiles).
     */
    Optional<byte[]> read(TilePath path);
}
