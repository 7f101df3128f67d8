/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TileTreeTest {

    private static final int SIZES = 300;
    private static final List<Hash> LEAVES = Reference.leaves(SIZES);

    @Nested
    class Proofs {

        /** With the partial tiles of every size, as of a log that signed a checkpoint after each entry. */
        private final Reference.Tiles tiles = Reference.Tiles.oneByOne(LEAVES);

        private final List<Hash> roots = IntStream.rangeClosed(0, SIZES)
                .mapToObj(size -> new TileTree(tiles, size).root())
                .toList();

        @Test
        void areThoseOfTheDefinition() {
            for (int size : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 255, 256, 257, 300}) {
                List<Hash> leaves = LEAVES.subList(0, size);
                TileTree tree = new TileTree(tiles, size);
                for (int index = 0; index < size; index++) {
                    assertThat(tree.inclusionProof(index)).isEqualTo(Reference.inclusion(index, leaves));
                    assertThat(tree.consistencyProof(index + 1)).isEqualTo(Reference.consistency(index + 1, leaves));
                }
            }
        }

        @Test
        void holdForEverySizeAndIndex() {
            for (int size = 0; size <= SIZES; size += size < 70 || (size > 253 && size < 260) ? 1 : 23) {
                TileTree tree = new TileTree(tiles, size);
                Hash root = Reference.root(LEAVES.subList(0, size));
                assertThat(tree.root()).isEqualTo(root);
                assertThat(tree.edge()).isEqualTo(CompactRange.EMPTY.appendAll(LEAVES.subList(0, size)));
                for (int index = 0; index < size; index++) {
                    Hash leaf = LEAVES.get(index);
                    Hash old = roots.get(index + 1);
                    assertThat(tree.leaf(index)).isEqualTo(leaf);
                    assertThat(MerkleProofs.verifyInclusion(leaf, index, size, tree.inclusionProof(index), root))
                            .isTrue();
                    assertThat(MerkleProofs.verifyConsistency(
                                    index + 1, old, size, root, tree.consistencyProof(index + 1)))
                            .isTrue();
                }
            }
        }

        @Test
        void areRefusedWhenTheTreeHasNoSuchEntryOrPast() {
            TileTree tree = new TileTree(tiles, 7);
            assertThat(tree.inclusionProof(6)).hasSize(2);
            assertThat(tree.consistencyProof(7)).isEmpty();
            assertThatThrownBy(() -> tree.inclusionProof(7)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tree.inclusionProof(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tree.consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tree.consistencyProof(8)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new TileTree(tiles, -1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Growth {

        @Test
        void writesTheTilesOfTheExampleOfTheSpecification() {
            Reference.Tiles tiles = Reference.Tiles.of(Reference.leaves(70_000));
            assertThat(tiles.stored.keySet().stream()
                            .filter(path -> path.startsWith("tile/0/") && !path.contains(".p/")))
                    .hasSize(273);
            assertThat(new TreeSet<>(tiles.stored.keySet()))
                    .contains("tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1")
                    .hasSize(273 + 4);
        }

        @Test
        void writesAFullTileAndAPartialOneAboveAt256() {
            assertThat(Reference.Tiles.of(Reference.leaves(256)).stored)
                    .containsOnlyKeys("tile/0/000", "tile/1/000.p/1");
        }

        @Test
        void leadsToTheSameTreeInWhateverSteps() {
            List<Hash> leaves = Reference.leaves(70_000);
            Reference.Tiles tiles = new Reference.Tiles();
            CompactRange edge = CompactRange.EMPTY;
            int step = 1;
            for (int at = 0; at < leaves.size(); at += step) {
                step = Math.min(step * 3, leaves.size() - at);
                edge = tiles.grow(edge, leaves.subList(at, at + step));
            }
            Reference.Tiles atOnce = Reference.Tiles.of(leaves);
            assertThat(edge.root()).isEqualTo(new TileTree(atOnce, 70_000).root());
            atOnce.stored.forEach(
                    (path, bytes) -> assertThat(tiles.stored.get(path)).as(path).isEqualTo(bytes));
        }

        @Test
        void writesNothingWhenNothingIsNew() {
            Reference.Tiles tiles = Reference.Tiles.of(LEAVES);
            CompactRange edge = new TileTree(tiles, SIZES).edge();
            assertThat(TreeGrowth.extend(tiles, edge, List.of()).tiles()).isEmpty();
            assertThat(TreeGrowth.extend(tiles, edge, List.of()).edge()).isEqualTo(edge);
        }

        @Test
        void readsOnlyTheRightEdgeOfAMillionEntries() {
            int million = 1_000_003;
            Reference.Tiles tiles = Reference.Tiles.of(Reference.leaves(million));
            CompactRange edge = new TileTree(tiles, million).edge();
            tiles.reads = 0;
            TreeExtension extension = TreeGrowth.extend(tiles, edge, LEAVES);
            assertThat(tiles.reads).isEqualTo(3);
            assertThat(extension.tiles()).hasSizeLessThan(6);

            tiles.reads = 0;
            List<Hash> proof = new TileTree(tiles, million).inclusionProof(123_456);
            assertThat(tiles.reads).isLessThanOrEqualTo(6);
            Hash leaf = Hash.leaf("entry 123456".getBytes(UTF_8));
            assertThat(MerkleProofs.verifyInclusion(leaf, 123_456, million, proof, edge.root()))
                    .isTrue();
        }

        @Test
        void refusesWhenATileAtTheEdgeWasChanged() {
            Reference.Tiles tiles = Reference.Tiles.of(LEAVES);
            CompactRange edge = new TileTree(tiles, SIZES).edge();
            tiles.flipABit("tile/0/001.p/44");
            assertThatThrownBy(() -> TreeGrowth.extend(tiles, edge, LEAVES)).isInstanceOf(MalformedException.class);
            tiles.flipABit("tile/0/001.p/44");
            assertThat(TreeGrowth.extend(tiles, edge, LEAVES).size()).isEqualTo(2 * SIZES);
        }

        @Test
        void refusesWhenATileIsMissingOrShort() {
            Reference.Tiles tiles = Reference.Tiles.of(LEAVES);
            CompactRange edge = new TileTree(tiles, SIZES).edge();
            byte[] taken = tiles.stored.put("tile/0/001.p/44", new byte[43 * 32]);
            assertThatThrownBy(() -> TreeGrowth.extend(tiles, edge, LEAVES)).isInstanceOf(MalformedException.class);
            tiles.stored.remove("tile/0/001.p/44");
            assertThatThrownBy(() -> TreeGrowth.extend(tiles, edge, LEAVES))
                    .isInstanceOf(MissingTileException.class)
                    .hasMessageContaining("tile/0/001.p/44");
            tiles.stored.put("tile/0/001.p/44", taken);
            assertThat(TreeGrowth.extend(tiles, edge, LEAVES).size()).isEqualTo(2 * SIZES);
        }

        @Test
        void takesTheFullTileWhenThePartialOneWasDropped() {
            Reference.Tiles tiles = Reference.Tiles.of(LEAVES);
            tiles.grow(new TileTree(tiles, SIZES).edge(), LEAVES);
            tiles.stored.remove("tile/0/001.p/44");
            assertThat(new TileTree(tiles, SIZES).root()).isEqualTo(Reference.root(LEAVES));
        }
    }

    @Nested
    class Edge {

        @Test
        void hasOneHashForEachCompleteSubtree() {
            assertThat(CompactRange.EMPTY.appendAll(LEAVES.subList(0, 6)).hashes())
                    .hasSize(2);
            assertThat(new CompactRange(6, LEAVES.subList(0, 2)).size()).isEqualTo(6);
            assertThatThrownBy(() -> new CompactRange(6, LEAVES.subList(0, 3))).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> new CompactRange(-1, LEAVES.subList(0, 64)))
                    .isInstanceOf(MalformedException.class);
        }

        @Test
        void growsOneByOneAsAtOnce() {
            CompactRange edge = CompactRange.EMPTY;
            List<Hash> leaves = new ArrayList<>();
            for (Hash leaf : LEAVES) {
                leaves.add(leaf);
                edge = edge.append(leaf);
                assertThat(edge.root()).isEqualTo(Reference.root(leaves));
            }
        }
    }
}
