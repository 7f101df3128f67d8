/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import java.util.List;

/**
 * Checks proofs. What does not hold, is too long or too short, or is about an entry or tree that cannot be, is false, never an
 * exception. The steps are those of RFC 9162, sections 2.1.3.2 and 2.1.4.2, for the proofs of RFC 6962, section 2.1.
 */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** Whether the tree of this size and root has this entry at this index (RFC 6962, section 2.1.1). */
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash computed = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                computed = Hash.node(sibling, computed);
                while ((node & 1) == 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                computed = Hash.node(computed, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && computed.equals(root);
    }

    /**
     * Whether the larger tree goes on from the smaller one (RFC 6962, section 2.1.2). From a tree without entries every tree goes
     * on, and nothing proves it: it is false here, and for the caller to allow. Trees of one size go on from one another when
     * they are the same and the proof is empty.
     */
    public static boolean verifyConsistency(long size1, Hash root1, long size2, Hash root2, List<Hash> proof) {
        if (size1 < 1 || size1 > size2) {
            return false;
        }
        if (size1 == size2) {
            return proof.isEmpty() && root1.equals(root2);
        }
        boolean complete = Long.bitCount(size1) == 1;
        if (proof.isEmpty() && !complete) {
            return false;
        }
        long node = size1 - 1;
        long last = size2 - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = complete ? root1 : proof.get(0);
        Hash computed1 = first;
        Hash computed2 = first;
        for (Hash sibling : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                computed1 = Hash.node(sibling, computed1);
                computed2 = Hash.node(sibling, computed2);
                while (node != 0 && (node & 1) == 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                computed2 = Hash.node(computed2, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && computed1.equals(root1) && computed2.equals(root2);
    }
}
