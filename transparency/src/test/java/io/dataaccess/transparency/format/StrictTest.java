/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTest {

    @Test
    void readsNumbersFromZeroToTheLargest() {
        assertThat(Strict.decimal("0")).isZero();
        assertThat(Strict.decimal("20852163")).isEqualTo(20_852_163);
        assertThat(Strict.decimal("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "01", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808", "\u0661"})
    void refusesANumberWhenItIsSpeltOtherwise(String text) {
        assertThatThrownBy(() -> Strict.decimal(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void readsBase64() {
        assertThat(Strict.base64("")).isEmpty();
        assertThat(Strict.base64("YQ==")).isEqualTo("a".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ", "YQ=", "YR==", "YQ==\n", " YQ==", "Y Q==", "_-8=", "YQ==YQ==", "="})
    void refusesBase64WhenItIsSpeltOtherwise(String text) {
        assertThatThrownBy(() -> Strict.base64(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesTextsWhenTheyAreNoUnicode() {
        assertThatThrownBy(() -> Strict.utf8(new byte[] {(byte) 0xC3})).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Strict.utf8(new byte[] {(byte) 0xC0, (byte) 0x8A}))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Strict.utf8("\ud800")).isInstanceOf(MalformedException.class);
        assertThat(Strict.utf8(Strict.utf8("\u00e4 \ud83d\ude00"))).isEqualTo("\u00e4 \ud83d\ude00");
    }

    @Test
    void readsLinesThatEachEnd() {
        assertThat(Strict.lines("a\n\nb\n")).containsExactly("a", "", "b");
        assertThat(Strict.lines("\n")).containsExactly("");
        assertThatThrownBy(() -> Strict.lines("a\nb")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Strict.lines("")).isInstanceOf(MalformedException.class);
    }
}
