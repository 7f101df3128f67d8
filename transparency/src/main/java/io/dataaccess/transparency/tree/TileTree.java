/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree of one size, read from its tiles (C2SP tlog-tiles). Each answer reads O(log n) tiles, and each tile once in the life of
 * this object, which is for one thread and for a short while. What it answers is true of the tiles; that they are those of a
 * signed tree shows only when {@link #root} is the root of a checkpoint.
 */
public final class TileTree {

    /** Levels of the tree between two levels of tiles. */
    static final int HEIGHT = 8;

    private final TileSource source;
    private final long size;
    private final Map<TilePath, Tile> read = new HashMap<>();

    public TileTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size");
        }
        this.source = source;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? Hash.EMPTY_TREE : root(0, size);
    }

    /** The hash of the entry at this index. */
    public Hash leaf(long index) {
        checkIndex(index);
        return subtree(0, index);
    }

    /** The right edge of this tree. */
    public CompactRange edge() {
        List<Hash> hashes = new ArrayList<>();
        long start = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            long width = Long.highestOneBit(rest);
            hashes.add(root(start, start + width));
            start += width;
        }
        return new CompactRange(size, hashes);
    }

    /** The proof that this tree has the entry at this index: the siblings from leaf to root (RFC 6962, section 2.1.1). */
    public List<Hash> inclusionProof(long index) {
        checkIndex(index);
        List<Hash> fromRoot = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long split = start + leftPart(end - start);
            if (index < split) {
                fromRoot.add(root(split, end));
                end = split;
            } else {
                fromRoot.add(root(start, split));
                start = split;
            }
        }
        return reversed(fromRoot);
    }

    /** The proof that this tree goes on from the one of its first {@code old} entries, of which there is at least one (RFC 6962, section 2.1.2). */
    public List<Hash> consistencyProof(long old) {
        if (old < 1 || old > size) {
            throw new IllegalArgumentException("A tree goes on from one of 1 to as many entries");
        }
        List<Hash> fromRoot = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end != old) {
            long split = start + leftPart(end - start);
            if (old <= split) {
                fromRoot.add(root(split, end));
                end = split;
            } else {
                fromRoot.add(root(start, split));
                start = split;
            }
        }
        if (start > 0) {
            fromRoot.add(root(start, end));
        }
        return reversed(fromRoot);
    }

    /** The tile that holds this hash of a level of tiles, as wide as this tree makes it. */
    Tile tile(int level, long hash) {
        long count = size >> (HEIGHT * level);
        long index = hash / TilePath.FULL;
        int width = index < count / TilePath.FULL ? TilePath.FULL : (int) (count % TilePath.FULL);
        return read.computeIfAbsent(TilePath.hashes(level, index, width), this::load);
    }

    private Tile load(TilePath path) {
        Optional<byte[]> bytes = source.read(path);
        if (bytes.isPresent()) {
            return Tile.parse(path, bytes.get());
        }
        if (path.isPartial()) {
            Optional<byte[]> full = source.read(path.full());
            if (full.isPresent()) {
                return Tile.parse(path.full(), full.get()).narrowed(path.width());
            }
        }
        throw new MissingTileException(path);
    }

    /** The root over the entries from start to before end; start is where a subtree of that size may start. */
    private Hash root(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return subtree(height, start >> height);
        }
        long split = start + leftPart(count);
        return Hash.node(root(start, split), root(split, end));
    }

    /** The root of the complete subtree of this height at this place among those of its height. */
    private Hash subtree(int height, long index) {
        int within = height % HEIGHT;
        long first = index << within;
        Tile tile = tile(height / HEIGHT, first);
        int offset = (int) (first % TilePath.FULL);
        if (offset + (1 << within) > tile.hashes().size()) {
            throw new MalformedException("A complete subtree lies within one tile");
        }
        return tile.subtree(offset, 1 << within);
    }

    /** The largest power of two that is smaller than this: entries on the left of a node (RFC 6962, section 2.1). */
    private static long leftPart(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static List<Hash> reversed(List<Hash> hashes) {
        List<Hash> reversed = new ArrayList<>(hashes);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    private void checkIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("An index is less than the size of the tree");
        }
    }
}
