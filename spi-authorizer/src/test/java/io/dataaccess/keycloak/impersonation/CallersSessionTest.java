/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallersSessionTest {

    private static final String HEADER = encoded("{\"alg\":\"RS256\"}");

    @Test
    void findsTheIdWhenTheTokenNamesOne() {
        assertThat(idIn("{\"sid\":\"Kx-3_session.1\"}")).contains("Kx-3_session.1");
        assertThat(CallersSession.sessionId(HEADER + "." + encoded("{\"sid\":\"one\"}") + ".c2ln"))
                .contains("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[{\"sid\":\"one\"}]",
                "1",
                "\"sid\"",
                "nothing",
                "",
                "{",
                "{}",
                "{\"sid\":null}",
                "{\"sid\":\"\"}",
                "{\"sid\":{}}",
                "{\"sid\":[\"one\"]}",
                "{\"sid\":\"\\u0000\"}",
                "{\"sid\":\"one two\"}"
            })
    void findsNothingWhenThePayloadNamesNoSession(String payload) {
        assertThat(idIn(payload)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "one", "one.two", "e30.%%%.e30", "bnVsbA"})
    void findsNothingWhenItIsNoToken(String token) {
        assertThat(CallersSession.sessionId(token)).isEmpty();
    }

    private static Optional<String> idIn(String payload) {
        return CallersSession.sessionId(HEADER + "." + encoded(payload) + ".");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
