/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of RFC 6962, section 2.1, word by word over a list: slow, and what the tiles are compared with. */
final class Reference {

    private Reference() {}

    static List<Hash> leaves(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Hash.leaf(("entry " + i).getBytes(UTF_8)));
        }
        return leaves;
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves.size());
        return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    static List<Hash> inclusion(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        return index < split
                ? plus(inclusion(index, left), root(right))
                : plus(inclusion(index - split, right), root(left));
    }

    static List<Hash> consistency(int old, List<Hash> leaves) {
        return subproof(old, leaves, true);
    }

    private static List<Hash> subproof(int old, List<Hash> leaves, boolean known) {
        if (old == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        return old <= split
                ? plus(subproof(old, left, known), root(right))
                : plus(subproof(old - split, right, false), root(left));
    }

    private static int split(int count) {
        int split = 1;
        while (split * 2 < count) {
            split *= 2;
        }
        return split;
    }

    private static List<Hash> plus(List<Hash> proof, Hash hash) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(hash);
        return longer;
    }

    /** Tiles in memory, that count what is read. */
    static final class Tiles implements TileSource {

        final Map<String, byte[]> stored = new HashMap<>();
        int reads;

        @Override
        public Optional<byte[]> read(TilePath path) {
            reads++;
            return Optional.ofNullable(stored.get(path.toString()));
        }

        void flipABit(String path) {
            read(TilePath.parse(path)).orElseThrow()[0] ^= 1;
        }

        CompactRange grow(CompactRange edge, List<Hash> leaves) {
            TreeExtension extension = TreeGrowth.extend(this, edge, leaves);
            extension.tiles().forEach(tile -> stored.put(tile.path().toString(), tile.bytes()));
            return extension.edge();
        }

        static Tiles of(List<Hash> leaves) {
            Tiles tiles = new Tiles();
            tiles.grow(CompactRange.EMPTY, leaves);
            return tiles;
        }

        static Tiles oneByOne(List<Hash> leaves) {
            Tiles tiles = new Tiles();
            CompactRange edge = CompactRange.EMPTY;
            for (Hash leaf : leaves) {
                edge = tiles.grow(edge, List.of(leaf));
            }
            return tiles;
        }
    }
}
