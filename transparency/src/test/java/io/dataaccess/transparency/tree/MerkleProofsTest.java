/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import static io.dataaccess.transparency.tree.MerkleProofs.verifyConsistency;
import static io.dataaccess.transparency.tree.MerkleProofs.verifyInclusion;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every proof holds for what it was made for, and for nothing else. */
class MerkleProofsTest {

    private static final int SIZES = 130;
    private static final List<Hash> LEAVES = Reference.leaves(SIZES);

    private final Random random = new Random(6962);

    @Nested
    class Inclusion {

        @Test
        void holdsForEveryIndexAndSize() {
            for (int size = 1; size <= SIZES; size++) {
                List<Hash> leaves = LEAVES.subList(0, size);
                Hash root = Reference.root(leaves);
                for (int index = 0; index < size; index++) {
                    List<Hash> proof = Reference.inclusion(index, leaves);
                    assertThat(verifyInclusion(leaves.get(index), index, size, proof, root))
                            .isTrue();
                }
            }
        }

        /** In one tree, no leaf verifies at another's index; a proof of one size verifies at another only if that is the same path. */
        @Test
        void isRefusedWhenIndexOrLeafIsAnother() {
            for (int size = 1; size <= 40; size++) {
                List<Hash> leaves = LEAVES.subList(0, size);
                Hash root = Reference.root(leaves);
                for (int index = 0; index < size; index++) {
                    List<Hash> proof = Reference.inclusion(index, leaves);
                    for (int other = -1; other <= size; other++) {
                        if (other != index) {
                            assertThat(verifyInclusion(leaves.get(index), other, size, proof, root))
                                    .isFalse();
                        }
                    }
                    assertThat(verifyInclusion(LEAVES.get(SIZES - 1), index, size, proof, root))
                            .isFalse();
                }
            }
        }

        @Test
        void isRefusedWhenAnyBitIsFlipped() {
            for (int round = 0; round < 3_000; round++) {
                int size = 2 + random.nextInt(SIZES - 1);
                int index = random.nextInt(size);
                List<Hash> leaves = LEAVES.subList(0, size);
                Hash root = Reference.root(leaves);
                List<Hash> proof = Reference.inclusion(index, leaves);
                assertThat(verifyInclusion(leaves.get(index), index, size, flipped(proof), root))
                        .isFalse();
                assertThat(verifyInclusion(flipped(leaves.get(index)), index, size, proof, root))
                        .isFalse();
                assertThat(verifyInclusion(leaves.get(index), index, size, proof, flipped(root)))
                        .isFalse();
            }
        }

        @Test
        void isRefusedWhenTheProofIsTooShortOrTooLong() {
            for (int size = 1; size <= SIZES; size++) {
                List<Hash> leaves = LEAVES.subList(0, size);
                Hash root = Reference.root(leaves);
                int index = random.nextInt(size);
                List<Hash> proof = Reference.inclusion(index, leaves);
                for (List<Hash> other : otherLengths(proof)) {
                    assertThat(verifyInclusion(leaves.get(index), index, size, other, root))
                            .isFalse();
                }
            }
        }

        @Test
        void isRefusedWhenTheTreeIsEmptyOrOfNegativeSize() {
            Hash leaf = LEAVES.get(0);
            assertThat(verifyInclusion(leaf, 0, 1, List.of(), leaf)).isTrue();
            assertThat(verifyInclusion(leaf, 0, 0, List.of(), leaf)).isFalse();
            assertThat(verifyInclusion(leaf, 0, 0, List.of(), Hash.EMPTY_TREE)).isFalse();
            assertThat(verifyInclusion(leaf, -1, 1, List.of(), leaf)).isFalse();
            assertThat(verifyInclusion(leaf, 0, -1, List.of(), leaf)).isFalse();
        }

        /** A node of the tree is no entry, although its hash stands in it. */
        @Test
        void isRefusedWhenANodePosesAsAnEntry() {
            Hash left = Hash.node(LEAVES.get(0), LEAVES.get(1));
            Hash right = Hash.node(LEAVES.get(2), LEAVES.get(3));
            byte[] posing = new byte[64];
            System.arraycopy(LEAVES.get(0).bytes(), 0, posing, 0, 32);
            System.arraycopy(LEAVES.get(1).bytes(), 0, posing, 32, 32);
            assertThat(verifyInclusion(left, 0, 2, List.of(right), Hash.node(left, right)))
                    .isTrue();
            assertThat(verifyInclusion(Hash.leaf(posing), 0, 2, List.of(right), Hash.node(left, right)))
                    .isFalse();
        }

        @Test
        void endsWhenSizesAreTheLargest() {
            List<Hash> proof = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                proof.add(LEAVES.get(i));
                assertThat(verifyInclusion(LEAVES.get(0), Long.MAX_VALUE - 1, Long.MAX_VALUE, proof, LEAVES.get(0)))
                        .isFalse();
            }
        }
    }

    @Nested
    class Consistency {

        @Test
        void holdsForEveryTwoSizes() {
            for (int size = 1; size <= SIZES; size++) {
                List<Hash> leaves = LEAVES.subList(0, size);
                Hash root = Reference.root(leaves);
                for (int old = 1; old <= size; old++) {
                    Hash oldRoot = Reference.root(LEAVES.subList(0, old));
                    List<Hash> proof = Reference.consistency(old, leaves);
                    assertThat(verifyConsistency(old, oldRoot, size, root, proof))
                            .isTrue();
                }
            }
        }

        @Test
        void isRefusedWhenAnyBitIsFlipped() {
            for (int round = 0; round < 3_000; round++) {
                int size = 2 + random.nextInt(SIZES - 1);
                int old = 1 + random.nextInt(size - 1);
                Hash root = Reference.root(LEAVES.subList(0, size));
                Hash oldRoot = Reference.root(LEAVES.subList(0, old));
                List<Hash> proof = Reference.consistency(old, LEAVES.subList(0, size));
                assertThat(verifyConsistency(old, oldRoot, size, root, flipped(proof)))
                        .isFalse();
                assertThat(verifyConsistency(old, flipped(oldRoot), size, root, proof))
                        .isFalse();
                assertThat(verifyConsistency(old, oldRoot, size, flipped(root), proof))
                        .isFalse();
            }
        }

        @Test
        void isRefusedWhenTheProofIsTooShortOrTooLong() {
            for (int size = 1; size <= SIZES; size++) {
                int old = 1 + random.nextInt(size);
                Hash root = Reference.root(LEAVES.subList(0, size));
                Hash oldRoot = Reference.root(LEAVES.subList(0, old));
                for (List<Hash> other : otherLengths(Reference.consistency(old, LEAVES.subList(0, size)))) {
                    assertThat(verifyConsistency(old, oldRoot, size, root, other))
                            .isFalse();
                }
            }
        }

        @Test
        void isRefusedWhenTheLogWasCutOrItsPastIsAnother() {
            List<Hash> other = new ArrayList<>(LEAVES);
            other.set(3, LEAVES.get(4));
            Hash root = Reference.root(other);
            for (int old = 4; old < SIZES; old++) {
                Hash oldRoot = Reference.root(LEAVES.subList(0, old));
                assertThat(verifyConsistency(old, oldRoot, SIZES, root, Reference.consistency(old, other)))
                        .isFalse();
                assertThat(verifyConsistency(SIZES, root, old, oldRoot, Reference.consistency(old, other)))
                        .isFalse();
            }
        }

        @Test
        void isRefusedWhenTheOldTreeIsEmpty() {
            Hash root = Reference.root(LEAVES);
            assertThat(verifyConsistency(0, Hash.EMPTY_TREE, SIZES, root, List.of()))
                    .isFalse();
            assertThat(verifyConsistency(0, Hash.EMPTY_TREE, 0, Hash.EMPTY_TREE, List.of()))
                    .isFalse();
            assertThat(verifyConsistency(-1, root, SIZES, root, List.of())).isFalse();
        }

        @Test
        void holdsForOneSizeOnlyWhenRootsAreTheSameAndNothingIsProved() {
            Hash root = Reference.root(LEAVES);
            assertThat(verifyConsistency(SIZES, root, SIZES, root, List.of())).isTrue();
            assertThat(verifyConsistency(SIZES, root, SIZES, flipped(root), List.of()))
                    .isFalse();
            assertThat(verifyConsistency(SIZES, root, SIZES, root, List.of(root)))
                    .isFalse();
        }
    }

    private static List<List<Hash>> otherLengths(List<Hash> proof) {
        List<List<Hash>> others = new ArrayList<>();
        for (int length = 0; length < proof.size(); length++) {
            others.add(proof.subList(0, length));
        }
        for (int added = 1; added < 4; added++) {
            List<Hash> longer = new ArrayList<>(proof);
            longer.addAll(LEAVES.subList(0, added));
            others.add(longer);
        }
        return others;
    }

    private List<Hash> flipped(List<Hash> proof) {
        List<Hash> changed = new ArrayList<>(proof);
        int at = random.nextInt(proof.size());
        changed.set(at, flipped(proof.get(at)));
        return changed;
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return Hash.of(bytes);
    }
}
