/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {

    @Test
    void readsFieldsWhenAllIsRight() {
        JsonBody body = read("{'text': 'a b', 'prose': ' a\\n\\tb ', 'duration': 'PT30M', 'flag': true}");

        assertThat(body.text("text")).isEqualTo("a b");
        assertThat(body.prose("prose")).isEqualTo("a\n\tb");
        assertThat(body.duration("duration")).hasValue(Duration.ofMinutes(30));
        assertThat(body.flag("flag")).isTrue();
    }

    @Test
    void readsNothingWhenFieldsAreNullOrMissing() {
        JsonBody body = read("{'text': null, 'duration': null}");

        assertThat(body.optional("text")).isEmpty();
        assertThat(body.prose("prose")).isEmpty();
        assertThat(body.duration("duration")).isEmpty();
        assertThat(body.flag("flag")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "'a'",
                "{} {}",
                "{'text': 1, 'text': 2}",
                "{'other': 1}",
                "{'text': }",
                "{text: 1}"
            })
    void refusesWhenBodyIsNoProperObject(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest);
    }

    @Test
    void namesFieldsWhenOneIsUnknown() {
        assertThatThrownBy(() -> read("{'other': 1}")).hasMessageEndingWith("text, prose, duration, flag");
    }

    @Test
    void refusesWhenThereIsNoBody() {
        assertThatThrownBy(() -> JsonBody.read(null, "text"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest);
    }

    @Test
    void refusesWhenBodyIsNoText() {
        InputStream latin = new ByteArrayInputStream("{\"text\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> JsonBody.read(latin, "text"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest);
    }

    @Test
    void readsWhenBodyIsAsLongAsItMayBe() {
        assertThat(read(ofLength(64 * 1024)).prose("text")).hasSize(64 * 1024 - 12);
    }

    @Test
    void refusesWhenBodyIsTooLong() {
        assertThatThrownBy(() -> read(ofLength(64 * 1024 + 1)))
                .isInstanceOfSatisfying(
                        InvalidCallException.class,
                        refused -> assertThat(refused.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}", "''", "' '", "'a\\u0000'", "'a\\nb'", "'\\u0085'", "'\\ud800'"})
    void refusesWhenTextIsNone(String value) {
        assertThatThrownBy(() -> read("{'text': " + value + "}").text("text"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest)
                .hasMessageStartingWith("text ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'a\\u0000'", "'\\u001b[31m'", "'\\udc00'"})
    void refusesWhenProseIsNone(String value) {
        assertThatThrownBy(() -> read("{'prose': " + value + "}").prose("prose"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest)
                .hasMessageStartingWith("prose ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1h'", "'PT'", "30", "'PT99999999999999999999H'"})
    void refusesWhenDurationIsNone(String value) {
        assertThatThrownBy(() -> read("{'duration': " + value + "}").duration("duration"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest)
                .hasMessageStartingWith("duration ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "1", "[]"})
    void refusesWhenFlagIsNone(String value) {
        assertThatThrownBy(() -> read("{'flag': " + value + "}").flag("flag"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest)
                .hasMessageStartingWith("flag ");
    }

    @Test
    void refusesTextWhenLongerThanAnyName() {
        assertThat(read("{'text': '" + "x".repeat(255) + "'}").text("text")).hasSize(255);
        assertThatThrownBy(() -> read("{'text': '" + "x".repeat(256) + "'}").text("text"))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'text': <b>}", "{'<b>': 1, '<b>': 2}", "{'text': 1e", "{'text': 'a"})
    void saysWhereButNotWhatWhenBodyIsNoJson(String json) {
        assertThatThrownBy(() -> read(json)).hasMessageMatching("The body is no proper JSON: line 1, column \\d+");
    }

    @Test
    void tellsNothingOfTheParserWhenBodyIsTooDeep() {
        assertThatThrownBy(() -> read("[".repeat(2000)))
                .isInstanceOfSatisfying(InvalidCallException.class, this::isBadRequest)
                .hasMessage("The body is no proper JSON");
    }

    private void isBadRequest(InvalidCallException refused) {
        assertThat(refused.status()).isEqualTo(400);
    }

    private static String ofLength(int length) {
        return "{\"text\": \"" + "x".repeat(length - 12) + "\"}";
    }

    private static JsonBody read(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return JsonBody.read(new ByteArrayInputStream(bytes), "text", "prose", "duration", "flag");
    }
}
