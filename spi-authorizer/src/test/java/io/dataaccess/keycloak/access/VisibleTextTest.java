/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is shown hides nothing, moves nothing and stays in its place")
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0x2800,
                0x3164, 0xD800, 0xDFFF, 0xE000, 0xF8FF, 0xFDD0, 0xFE00, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0x1FFFF,
                        0xE0001,
                0xE0041, 0xE007F, 0xE0100, 0xE01EF, 0xF0000, 0x10FFFF
            })
    void marksWhenACharacterHides(int point) {
        String hidden = "li" + Character.toString(point) + "n";

        assertThat(Characters.isHidden(point)).isTrue();
        assertThat(VisibleText.line(hidden)).isEqualTo("li\uFFFDn");
        assertThat(VisibleText.prose(hidden)).isEqualTo("li\uFFFDn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stra\u00dfe {0} <b>",
                "\u0645\u0631\u06cc\u0645",
                "\u05d0\u05d1",
                "\u0928\u0940\u0924\u093e",
                "\u6797\u3000\u96ea",
                "\ud83d\ude00",
                "\ud83e\udee0",
                "e\u0301",
                "a\u00a0b"
            })
    void keepsTextWhenEverythingShows(String text) {
        assertThat(text.codePoints().anyMatch(Characters::isHidden)).isFalse();
        assertThat(VisibleText.line(text)).isEqualTo(text);
        assertThat(VisibleText.prose(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\n\n\n"})
    void staysOnOneLineWhenThereAreSeveral(String separator) {
        assertThat(VisibleText.line("lin" + separator + "Urgent: yes" + separator))
                .isEqualTo("lin Urgent: yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f"})
    void endsEachLineAlikeWhenItIsProse(String separator) {
        assertThat(VisibleText.prose("one" + separator + "two")).isEqualTo("one\ntwo");
    }

    @Test
    void keepsTabsAndEmojiWhenItIsProse() {
        assertThat(VisibleText.prose("a\tb \u2764\ufe0f")).isEqualTo("a\tb \u2764\ufe0f");
        assertThat(VisibleText.line("lin\ufe0f")).isEqualTo("lin\uFFFD");
    }
}
