/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import io.dataaccess.transparency.format.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: the roots of its complete subtrees, the largest first, one for each bit that is set in the
 * size. A tree of 6 entries has two: of entries 0 to 3, and of 4 and 5. That is all a tree needs to grow and to tell its
 * root (RFC 6962, section 2.1).
 *
 * @param size entries in the tree
 * @param hashes roots of the complete subtrees, from left to right
 */
public record CompactRange(long size, List<Hash> hashes) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new MalformedException("An edge has one hash for each complete subtree");
        }
        hashes = List.copyOf(hashes);
    }

    /** This edge after one more entry. */
    public CompactRange append(Hash leaf) {
        return appendAll(List.of(leaf));
    }

    /** This edge after these entries, in their order. */
    public CompactRange appendAll(List<Hash> leaves) {
        List<Hash> edge = new ArrayList<>(hashes);
        long grown = size;
        for (Hash leaf : leaves) {
            Hash subtree = leaf;
            for (long rest = grown; (rest & 1) == 1; rest >>= 1) {
                subtree = Hash.node(edge.remove(edge.size() - 1), subtree);
            }
            edge.add(subtree);
            grown = Math.addExact(grown, 1);
        }
        return new CompactRange(grown, edge);
    }

    /** The root of the tree. */
    public Hash root() {
        if (hashes.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = Hash.node(hashes.get(i), root);
        }
        return root;
    }
}
