/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What people and clients are called, in the subject of a mail")
class WordsTest {

    @Test
    void keepsTextWhenItIsOneLine() {
        assertThat(Words.inSubject("Straße {0} <b>")).isEqualTo("Straße {0} <b>");
    }

    @Test
    void joinsLinesWhenThereAreSeveral() {
        assertThat(Words.inSubject("a\r\nBcc: b\u0000\u007f\u2028c\n")).isEqualTo("a Bcc: b c");
    }

    @Test
    void makesNoLinkWhenItLooksLikeOne() {
        assertThat(Words.inMail("Desk: https://desk.example, WWW.desk.example\nmailto:a"))
                .isEqualTo("Desk: https: //desk.example, WWW .desk.example mailto :a");
        assertThat(Words.inMail("li\u202en")).isEqualTo("li\uFFFDn");
    }

    @Test
    void cutsTextWhenItIsLong() {
        assertThat(Words.inSubject("a".repeat(80))).hasSize(80);
        assertThat(Words.inSubject("a".repeat(81))).isEqualTo("a".repeat(79) + "…");
    }
}
