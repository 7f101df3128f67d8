/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.transparency.tree.EntryBundle;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MissingTileException;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import io.dataaccess.transparency.tree.TileTree;
import java.util.List;
import java.util.Optional;

/** The entries of a mirrored log, each the one of which the tree has the hash. */
final class MirroredEntries {

    private final LogServer server;
    private final TileFolder kept;
    private final Findings findings;

    MirroredEntries(LogServer server, MirrorFolder folder, Findings findings) {
        this.server = server;
        this.kept = folder.tiles();
        this.findings = findings;
    }

    /**
     * Keeps the bundles that are missing.
     *
     * @param again whether those that are there are asked for as well
     * @return how many entries were read
     */
    long keep(long size, boolean again) {
        long read = 0;
        for (long start = 0; start < size; start += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, size - start);
            TilePath path = TilePath.entries(start / TilePath.FULL, width);
            if (again || !kept.has(path)) {
                List<byte[]> entries = bundle(server, path);
                if (areLogged(entries, start, size)) {
                    kept.write(path, EntryBundle.encode(entries));
                }
                read += width;
            }
        }
        return read;
    }

    private boolean areLogged(List<byte[]> entries, long start, long size) {
        TileTree tree = new TileTree(kept, size);
        boolean all = true;
        for (int i = 0; i < entries.size(); i++) {
            if (!Hash.leaf(entries.get(i)).equals(tree.leaf(start + i))) {
                findings.add(Code.ENTRY_DIFFERS, start + i, "The entry that is served is not the one that was logged");
                all = false;
            }
        }
        return all;
    }

    /** The bundle, or the beginning of the full one where the partial one was dropped (C2SP tlog-tiles). */
    private static List<byte[]> bundle(TileSource source, TilePath path) {
        Optional<byte[]> bytes = source.read(path);
        if (bytes.isPresent()) {
            return EntryBundle.decode(bytes.get(), path.width());
        }
        byte[] full = source.read(path.full()).orElseThrow(() -> new MissingTileException(path));
        return EntryBundle.decode(full, TilePath.FULL).subList(0, path.width());
    }
}
