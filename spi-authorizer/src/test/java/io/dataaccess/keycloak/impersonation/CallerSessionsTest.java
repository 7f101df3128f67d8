/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallerSessionsTest {

    private static final String HEADER = encoded("{\"alg\":\"RS256\"}");

    @Test
    void findsTheIdWhenTheTokenNamesOne() {
        assertThat(idIn("{\"sid\":\"Kx-3_session.1\"}")).contains("Kx-3_session.1");
        assertThat(id(HEADER + "." + encoded("{\"sid\":\"one\"}") + ".c2ln")).contains("one");
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
        assertThat(id(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/realms/master, master",
        "https://sso.example.com/auth/realms/work%20force, work force",
        "https://sso.example.com/realms/work+force, work+force",
        "https://sso.example.com/realms/caf%C3%A9, café",
        "https://sso.example.com/realms/café, café",
        "master, master"
    })
    void findsTheRealmWhenTheIssuerEndsWithIt(String issuer, String realm) {
        assertThat(CallerSessions.realmName(issuer)).contains(realm);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://sso.example.com/realms/",
                "https://sso.example.com/realms/%",
                "https://sso.example.com/realms/%zz",
                "https://sso.example.com/realms/%00",
                "https://sso.example.com/realms/\u0000",
                "https://sso.example.com/realms/a\nb",
                "https://sso.example.com/realms/\ud800"
            })
    void findsNoRealmWhenNoneCanBeCalledSo(String issuer) {
        assertThat(CallerSessions.realmName(issuer)).isEmpty();
    }

    private static Optional<String> idIn(String payload) {
        return id(HEADER + "." + encoded(payload) + ".");
    }

    private static Optional<String> id(String token) {
        return SignedToken.read(token).map(SignedToken::content).flatMap(CallerSessions::sessionId);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
