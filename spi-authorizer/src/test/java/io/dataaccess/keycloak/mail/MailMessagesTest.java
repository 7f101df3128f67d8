/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;

@DisplayName("What people and clients are called, and when things happen, in a mail")
class MailMessagesTest {

    @Test
    void keepsTextWhenItIsOneLine() {
        assertThat(MailMessages.inMail("Straße {0} <b>")).isEqualTo("Straße {0} <b>");
    }

    @Test
    void joinsLinesWhenThereAreSeveral() {
        assertThat(MailMessages.inMail("a\r\nBcc: b\u0000\u007f\u2028c\n")).isEqualTo("a Bcc: b c");
    }

    @Test
    void makesNoLinkWhenItLooksLikeOne() {
        assertThat(MailMessages.inMail("Desk: https://desk.example, WWW.desk.example\nmailto:a"))
                .isEqualTo("Desk: https: //desk.\u200Cexample, WWW .\u200Cdesk.\u200Cexample mailto :a");
        assertThat(MailMessages.inMail("li\u202en")).isEqualTo("li\uFFFDn");
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
        assertThat(MailMessages.inMail(name)).isEqualTo(inMail.replace('|', '\u200C'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin", "Dr. Lin Wu", "Lin Wu jr.", "A. B. Desk", "Desk ..."})
    void leavesTheNameAloneWhenItLooksLikeNoDomain(String name) {
        assertThat(MailMessages.inMail(name)).isEqualTo(name);
    }

    @Test
    void isolatesTextWhenItIsReadFromRightToLeft() {
        assertThat(MailMessages.isolated("lin")).isEqualTo("lin");
        assertThat(MailMessages.isolated("דנה (1)")).isEqualTo("\u2068דנה (1)\u2069");
    }

    @Test
    void cutsTextWhenItIsLong() {
        assertThat(MailMessages.cut("a".repeat(80))).hasSize(80);
        assertThat(MailMessages.cut("a".repeat(81))).isEqualTo("a".repeat(79) + "…");
        assertThat(MailMessages.cut("\u2068" + "ד".repeat(81) + "\u2069"))
                .isEqualTo("\u2068" + "ד".repeat(78) + "…\u2069");
        assertThat(MailMessages.cut("\u2068ד\u2069" + "a".repeat(80)))
                .isEqualTo("\u2068ד\u2069" + "a".repeat(76) + "…");
    }

    /** Kept short, it cannot pass for the facts before it, nor push out those behind it. */
    @Test
    void keepsChosenNameShortWhenItWouldFillTheLine() {
        assertThat(MailMessages.chosen("Lin Zhou")).isEqualTo("Lin Zhou");
        assertThat(MailMessages.chosen("Dana" + "\u00a0".repeat(60) + "\u3000Reyes "))
                .isEqualTo("Dana Reyes");
        assertThat(MailMessages.chosen("a".repeat(41))).isEqualTo("a".repeat(39) + "…");
        assertThat(MailMessages.chosen("\u00a0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Singapore, Asia/Singapore", "' Europe/Berlin ', Europe/Berlin"})
    void takesTheReadersZoneWhenItIsOne(String zoneinfo, String zone) {
        assertThat(MailMessages.zone(reader(zoneinfo))).hasToString(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "", "+01:00", "../etc"})
    @NullSource
    void takesTheServersZoneWhenTheReadersIsNone(@Nullable String zoneinfo) {
        assertThat(MailMessages.zone(reader(zoneinfo))).isEqualTo(ZoneId.systemDefault());
    }

    private static UserModel reader(@Nullable String zoneinfo) {
        UserModel reader = mock(UserModel.class);
        when(reader.getFirstAttribute("zoneinfo")).thenReturn(zoneinfo);
        return reader;
    }
}
