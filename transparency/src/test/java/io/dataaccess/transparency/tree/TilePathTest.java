/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    static Stream<TilePath> paths() {
        return Stream.of(
                TilePath.hashes(0, 0, 256),
                TilePath.hashes(0, 999, 1),
                TilePath.hashes(1, 1000, 255),
                TilePath.hashes(63, 999_999_999_999_999_999L, 256),
                TilePath.entries(1_234_067, 256),
                TilePath.entries(12, 34));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void readsWhatItWrites(TilePath path) {
        assertThat(TilePath.parse(path.toString())).isEqualTo(path);
    }

    @Test
    void writesTheExampleOfTheSpecification() {
        assertThat(TilePath.hashes(3, 1_234_067, 256)).hasToString("tile/3/x001/x234/067");
        assertThat(TilePath.entries(1_234_067, 17)).hasToString("tile/entries/x001/x234/067.p/17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/001",
                "tile/0/x001",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/entry/000",
                "tile/Entries/000",
                "tile/0/x001/x001/x001/x001/x001/x001/001",
                "tile/0/00\u0660",
                "tile/0/../000"
            })
    void refusesWhenItIsSpeltOtherwise(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
    }

    @Nested
    class Bundles {

        @Test
        void readWhatTheyWrite() {
            List<byte[]> entries = List.of("a".getBytes(UTF_8), new byte[0], new byte[0xFFFF]);
            byte[] bundle = EntryBundle.encode(entries);
            assertThat(Arrays.copyOf(bundle, 5)).isEqualTo(new byte[] {0, 1, 'a', 0, 0});
            assertThat(EntryBundle.decode(bundle, 3))
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(entries);
        }

        @Test
        void areRefusedWhenCutOrLongerOrOfAnotherWidth() {
            byte[] bundle = EntryBundle.encode(List.of("a".getBytes(UTF_8), "bc".getBytes(UTF_8)));
            for (int length = 0; length < bundle.length; length++) {
                byte[] cut = Arrays.copyOf(bundle, length);
                assertThatThrownBy(() -> EntryBundle.decode(cut, 2)).isInstanceOf(MalformedException.class);
            }
            byte[] longer = Arrays.copyOf(bundle, bundle.length + 1);
            assertThatThrownBy(() -> EntryBundle.decode(longer, 2)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> EntryBundle.decode(bundle, 1)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> EntryBundle.decode(bundle, 3)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> EntryBundle.decode(new byte[0], 0)).isInstanceOf(MalformedException.class);
        }

        @Test
        void areRefusedWhenAnEntryIsTooLongOrThereAreTooMany() {
            assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[0x10000])))
                    .isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[0])))
                    .isInstanceOf(MalformedException.class);
            assertThat(EntryBundle.encode(Collections.nCopies(256, new byte[0])))
                    .hasSize(512);
        }
    }
}
