/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.tree.Hash;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void writesTheExampleOfTheSpecification() {
        String json = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(new String(CanonicalJson.of(json), UTF_8))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, section 3.2.3: by UTF-16 code units. */
    @Test
    void sortsTheMembersOfTheExampleOfTheSpecification() {
        String json =
                "{\"\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(new String(CanonicalJson.of(json), UTF_8).replaceAll("\"[^\"]*\":\"([^\"]*)\"", "$1"))
                .isEqualTo(
                        "{Carriage Return,One,Control,Latin Small Letter O With Diaeresis,Euro Sign,Emoji: Grinning Face,"
                                + "Hebrew Letter Dalet With Dagesh}");
    }

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "1.0000000000000001e23, 1.0000000000000001e+23",
        "999999999999999700000, 999999999999999700000",
        "1e21, 1e+21",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "0.000001, 0.000001",
        "333333333.33333325, 333333333.33333325",
        "-0.0000033333333333333333, -0.0000033333333333333333",
        "1424953923781206.2, 1424953923781206.2"
    })
    void writesNumbersAsTheSpecification(String number, String canonical) {
        assertThat(CanonicalJson.of("{\"n\":" + number + "}")).isEqualTo(("{\"n\":" + canonical + "}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{}x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":1e400}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\t\"}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":tru}"
            })
    void refusesWhatIsNoObjectOrNotSafelyWritten(String json) {
        assertThatThrownBy(() -> CanonicalJson.of(json)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesWhenItIsTooDeep() {
        assertThat(CanonicalJson.of("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}"))
                .hasSize(132);
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"))
                .isInstanceOf(MalformedException.class);
        assertThat(CanonicalJson.of("{\"a\":\"\\\"" + "[".repeat(99) + "\"}")).hasSize(109);
    }

    @Test
    void knowsWhatIsCanonical() {
        assertThat(CanonicalJson.isCanonical("{\"a\":1,\"b\":[]}".getBytes(UTF_8)))
                .isTrue();
        assertThat(CanonicalJson.isCanonical("{\"b\":[],\"a\":1}".getBytes(UTF_8)))
                .isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\":1.0}".getBytes(UTF_8))).isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\":01}".getBytes(UTF_8))).isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\":9007199254740993}".getBytes(UTF_8)))
                .isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\": 1}".getBytes(UTF_8))).isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\":1,\"a\":1}".getBytes(UTF_8)))
                .isFalse();
        assertThat(CanonicalJson.isCanonical(new byte[] {(byte) 0xFF})).isFalse();
    }

    @Nested
    class Openings {

        @Test
        void openTheirCommitmentOnly() {
            String salt = Base64.getEncoder().encodeToString(new byte[32]);
            Opening opening = Opening.of(salt, "LEG-1");
            assertThat(opening.commitment()).isEqualTo(Hash.sha256(new byte[32], "LEG-1".getBytes(UTF_8)));
            assertThat(Opening.of(salt, "LEG-2").commitment()).isNotEqualTo(opening.commitment());
            assertThat(Opening.random("LEG-1", new SecureRandom()).commitment()).isNotEqualTo(opening.commitment());
        }

        @Test
        void areReadAsTheyAreWritten() {
            Opening opening = Opening.random("Lin \u00c4", new SecureRandom());
            assertThat(Opening.of(opening.salt(), opening.value())).isEqualTo(opening);
            assertThat(opening.toString()).doesNotContain("Lin");
        }

        @Test
        void areRefusedWhenTheSaltIsShort() {
            String salt = Base64.getEncoder().encodeToString(new byte[31]);
            assertThatThrownBy(() -> Opening.of(salt, "x")).isInstanceOf(MalformedException.class);
        }
    }
}
