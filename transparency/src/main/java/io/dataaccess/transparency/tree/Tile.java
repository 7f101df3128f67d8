/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive hashes of one level of the tree, up to 256 (C2SP tlog-tiles). Those of level 0 are of entries, each of level 1 is the
 * root of a full tile of level 0, and so on.
 */
public record Tile(TilePath path, List<Hash> hashes) {

    public Tile {
        if (path.isEntries() || hashes.size() != path.width()) {
            throw new MalformedException("A tile has as many hashes as its path says");
        }
        hashes = List.copyOf(hashes);
    }

    /** Reads the bytes at this path. */
    public static Tile parse(TilePath path, byte[] bytes) {
        if (bytes.length != path.width() * Hash.LENGTH) {
            throw new MalformedException("A tile has 32 bytes for each hash");
        }
        List<Hash> hashes = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            byte[] hash = new byte[Hash.LENGTH];
            rest.get(hash);
            hashes.add(Hash.of(hash));
        }
        return new Tile(path, hashes);
    }

    /** The bytes that are served at the path. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    /** The leftmost part of this tile, as it was when it had so many hashes. */
    Tile narrowed(int width) {
        return new Tile(new TilePath(path.level(), path.index(), width), hashes.subList(0, width));
    }

    /** The root of the complete subtree over so many hashes, a power of two, from the one at this offset. */
    Hash subtree(int offset, int count) {
        if (count == 1) {
            return hashes.get(offset);
        }
        int half = count / 2;
        return Hash.node(subtree(offset, half), subtree(offset + half, half));
    }
}
