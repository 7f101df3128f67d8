/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isEqualTo("Desk: https: //desk.\u200Cexample, WWW .\u200Cdesk.\u200Cexample mailto :a");
        assertThat(Words.inMail("li\u202en")).isEqualTo("li\uFFFDn");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example.com, evil.|example.|com",
        "lin.wu@clips.example, lin.|wu@clips.|example",
        "10.0.0.1, 10.|0.|0.|1",
        "пример.рф, пример.|рф",
        "例え。テスト, 例え。|テスト",
        "evil．example, evil．|example"
    })
    void keepsTheNameReadableWhenItLooksLikeADomain(String name, String inMail) {
        assertThat(Words.inMail(name)).isEqualTo(inMail.replace('|', '\u200C'));
        assertThat(Words.inSubject(name)).isEqualTo(inMail.replace('|', '\u200C'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin", "Dr. Lin Wu", "Lin Wu jr.", "A. B. Desk", "Desk ..."})
    void leavesTheNameAloneWhenItLooksLikeNoDomain(String name) {
        assertThat(Words.inMail(name)).isEqualTo(name);
    }

    @Test
    void cutsTextWhenItIsLong() {
        assertThat(Words.inSubject("a".repeat(80))).hasSize(80);
        assertThat(Words.inSubject("a".repeat(81))).isEqualTo("a".repeat(79) + "…");
    }
}
