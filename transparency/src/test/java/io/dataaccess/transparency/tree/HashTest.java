/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void knowsTheEmptyTreeAsTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(Hash.EMPTY_TREE.bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void hashesLeavesAndNodesApart() {
        assertThat(HexFormat.of().formatHex(Hash.leaf(new byte[0]).bytes()))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.node(Hash.EMPTY_TREE, Hash.EMPTY_TREE))
                .isEqualTo(Hash.sha256(new byte[] {1}, Hash.EMPTY_TREE.bytes(), Hash.EMPTY_TREE.bytes()));
    }

    @Test
    void readsTheBase64ThatItWrites() {
        assertThat(Hash.fromBase64(Hash.EMPTY_TREE.base64())).isEqualTo(Hash.EMPTY_TREE);
    }

    @Test
    void refusesBase64WhenItIsOfOtherLengthOrSpelling() {
        String written = Hash.EMPTY_TREE.base64();
        assertThatThrownBy(() -> Hash.fromBase64(written.replace("=", ""))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Hash.fromBase64(written.replace("FU=", "FV="))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Hash.fromBase64(written + "\n")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Hash.of(new byte[33])).isInstanceOf(MalformedException.class);
    }

    @Test
    void staysWhenItsBytesAreChanged() {
        byte[] bytes = Hash.EMPTY_TREE.bytes();
        Hash hash = Hash.of(bytes);
        bytes[0] ^= 1;
        hash.bytes()[0] ^= 1;
        assertThat(hash).isEqualTo(Hash.EMPTY_TREE);
    }
}
