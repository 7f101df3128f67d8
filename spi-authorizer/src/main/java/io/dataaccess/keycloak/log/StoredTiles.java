/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.persistence.log.LogStore;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.Tile;
import io.dataaccess.transparency.tree.TilePath;
import io.dataaccess.transparency.tree.TileSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The tiles of hashes of a realm's log in the database. A partial tile is the beginning of what is stored in its place. */
record StoredTiles(LogStore store) implements TileSource {

    @Override
    public Optional<byte[]> read(TilePath path) {
        int length = path.width() * Hash.LENGTH;
        return Optional.of(path)
                .filter(tile -> !tile.isEntries())
                .flatMap(tile -> store.tile(tile.level(), tile.index()))
                .flatMap(StoredTiles::decoded)
                .filter(hashes -> hashes.length >= length)
                .map(hashes -> Arrays.copyOf(hashes, length));
    }

    /** What somebody wrote there that is not base64 is no tile. */
    private static Optional<byte[]> decoded(String hashes) {
        try {
            return Optional.of(Base64.getDecoder().decode(hashes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void keep(Tile tile) {
        TilePath path = tile.path();
        store.keep(path.level(), path.index(), Base64.getEncoder().encodeToString(tile.bytes()));
    }
}
