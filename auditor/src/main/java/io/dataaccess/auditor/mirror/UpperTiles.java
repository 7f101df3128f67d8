/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.transparency.tree.MissingTileException;
import io.dataaccess.transparency.tree.TilePath;
import java.util.Arrays;

/**
 * The tiles above the hashes of entries. The mirror computes its own; those that are served must be the same, or others who prove with
 * them prove nothing.
 */
final class UpperTiles {

    private static final int HEIGHT = 8;

    private final LogServer server;
    private final TileFolder kept;
    private final Findings findings;

    UpperTiles(LogServer server, MirrorFolder folder, Findings findings) {
        this.server = server;
        this.kept = folder.tiles();
        this.findings = findings;
    }

    /** Compares those that are new or wider since the tree had so many entries. */
    void compare(long before, long size) {
        int level = 1;
        for (long count = size >> HEIGHT; count > 0; count >>= HEIGHT) {
            for (long start = (before >> (HEIGHT * level)) / TilePath.FULL * TilePath.FULL;
                    start < count && before >> (HEIGHT * level) < count;
                    start += TilePath.FULL) {
                int width = (int) Math.min(TilePath.FULL, count - start);
                compare(TilePath.hashes(level, start / TilePath.FULL, width));
            }
            level++;
        }
    }

    private void compare(TilePath path) {
        byte[] ours = kept.read(path).orElseThrow(() -> new MissingTileException(path));
        byte[] theirs = server.read(path)
                .or(() -> server.read(path.full()).map(full -> Arrays.copyOf(full, ours.length)))
                .orElseThrow(() -> new MissingTileException(path));
        if (!Arrays.equals(ours, theirs)) {
            findings.add(Code.TILE_DIFFERS, path + " is not what the entries below it give");
        }
    }
}
