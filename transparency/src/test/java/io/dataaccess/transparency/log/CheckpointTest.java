/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final Hash SIBLING = Hash.leaf("sibling".getBytes(UTF_8));

    private static final String EXAMPLE =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    @Test
    void readsTheExampleOfTheSpecification() {
        Checkpoint read = Checkpoint.parse(EXAMPLE);
        assertThat(read.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(read.size()).isEqualTo(20_852_163);
        assertThat(read.text()).isEqualTo(EXAMPLE);
    }

    @Test
    void keepsExtensionLines() {
        assertThat(Checkpoint.parse(EXAMPLE + "more\n").extensions()).containsExactly("more");
        assertThat(Checkpoint.parse(EXAMPLE + "more\n").text()).isEqualTo(EXAMPLE + "more\n");
    }

    @Test
    void isPossibleForAnEmptyLogOnlyWithTheRootOfTheEmptyTree() {
        assertThat(Checkpoint.parse("o\n0\n" + Hash.EMPTY_TREE + "\n").isPossible())
                .isTrue();
        assertThat(Checkpoint.parse("o\n0\n" + SIBLING + "\n").isPossible()).isFalse();
        assertThat(Checkpoint.parse("o\n1\n" + SIBLING + "\n").isPossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n",
                "o\n1\n",
                "\n1\nROOT\n",
                "o\n01\nROOT\n",
                "o\n-1\nROOT\n",
                "o\n1\nROOT",
                "o\n1\nROOT\n\n",
                "o\n1\nROOTA\n",
                "o\n1\n\n",
                "o\n9223372036854775808\nROOT\n",
                "o\r\n1\nROOT\n"
            })
    void isRefusedWhenItIsSpeltOtherwise(String text) {
        String changed = text.replace("ROOT", SIBLING.base64());
        assertThatThrownBy(() -> Checkpoint.parse(changed)).isInstanceOf(MalformedException.class);
    }
}
