/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static io.dataaccess.sample.TestTokens.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The API")
final class DataApiTest {
    private static final String CONTACT = "/api/users/1001/contact";
    private static final String PRIVATE = "/api/users/1001/private";
    private static final String NEEDS_CONTACT = "Bearer error=\"insufficient_scope\", scope=\"us-contact\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestIssuer keycloak;
    private final SampleApp app;

    DataApiTest() throws IOException, ParseException {
        keycloak = new TestIssuer();
        app = new SampleApp(new Config(0, keycloak.issuer(), "sample-app-secret", "sample-api-secret"));
    }

    @AfterEach
    void stop() {
        app.close();
        keycloak.close();
    }

    @Nested
    @DisplayName("wants a valid token")
    final class ValidToken {
        @Test
        void acceptsWhenEverythingIsInOrder() {
            HttpResponse<String> answer = get(CONTACT, contact());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("user1001@example.com", "data_access entry: us-contact", "audience: sample-api");
        }

        @Test
        void refusesWhenTokenMissing() {
            HttpResponse<String> answer = send(request(CONTACT));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(challenge(answer)).isEqualTo("Bearer");
        }

        @Test
        void refusesWhenNotJwt() {
            refusesAsInvalid(CONTACT, "nonsense");
        }

        @Test
        void refusesWhenSignedByAnotherKey() {
            refusesAsInvalid(CONTACT, TestIssuer.sign(contact().build(), TestIssuer.OTHER_KEY));
        }

        @Test
        void refusesWhenNotSigned() {
            refusesAsInvalid(CONTACT, new PlainJWT(contact().build()).serialize());
        }

        @Test
        void refusesWhenIssuerDiffers() {
            refusesAsInvalid(CONTACT, contact().issuer("http://localhost:1/realms/other"));
        }

        @Test
        void refusesWhenAudienceDiffers() {
            refusesAsInvalid(CONTACT, contact().audience("account"));
        }

        @Test
        void refusesWhenExpired() {
            refusesAsInvalid(CONTACT, contact().expirationTime(TestTokens.in(Duration.ofMinutes(-1))));
        }

        @Test
        void refusesWhenExpiryMissing() {
            refusesAsInvalid(CONTACT, contact().expirationTime(null));
        }

        @Test
        void refusesWhenNotYetValid() {
            refusesAsInvalid(CONTACT, contact().notBeforeTime(TestTokens.in(Duration.ofMinutes(1))));
        }

        @Test
        void refusesWhenItIsAnIdToken() {
            refusesAsInvalid(CONTACT, contact().claim("typ", "ID"));
        }
    }

    @Nested
    @DisplayName("wants the scope and a data_access entry behind it")
    final class Entry {
        @Test
        void acceptsWhenNoApprovalWasNeeded() {
            assertThat(get(CONTACT, withEntry(entry("us-contact", null, "us.user.contact")))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void refusesWhenScopeMissing() {
            refusesAsInsufficient("scope", contact().claim("scope", "openid us-contact-2"));
        }

        @Test
        void namesTheScopeWhenScopeAndItsAudienceMissing() {
            refusesAsInsufficient("scope", contact().claim("scope", "openid").audience((String) null));
        }

        @Test
        void refusesWhenScopeHasNoEntry() {
            refusesAsInsufficient("entry", contact().claim("authorization_details", null));
        }

        @Test
        void refusesWhenEntryIsOfAnotherType() {
            Map<String, Object> other =
                    Map.of("type", "payment", "identifier", "us-contact", "datatypes", List.of("us.user.contact"));
            refusesAsInsufficient("entry", withEntry(other));
        }

        @Test
        void refusesWhenEntryIsForAnotherScope() {
            refusesAsInsufficient("entry", withEntry(entry("eu-contact", TestTokens.LONG, "us.user.contact")));
        }

        @Test
        void refusesWhenEntryLacksCategory() {
            refusesAsInsufficient("categories", withEntry(entry("us-contact", TestTokens.LONG, "eu.user.contact")));
        }

        @Test
        void refusesWhenTokenLacksCategory() {
            refusesAsInsufficient("categories", contact().claim("data_categories", List.of("eu.user.contact")));
        }

        @Test
        void refusesWhenApprovalIsOver() {
            refusesAsInsufficient(
                    "approval", withEntry(entry("us-contact", Duration.ofSeconds(-1), "us.user.contact")));
        }

        @Test
        void refusesWhenApprovalHasNoEnd() {
            refusesAsInsufficient(
                    "approval",
                    withEntry(Map.of(
                            "type",
                            "data_access",
                            "identifier",
                            "us-contact",
                            "datatypes",
                            List.of("us.user.contact"),
                            "approval",
                            Map.of("id", "grant-1"))));
        }

        private void refusesAsInsufficient(String check, JWTClaimsSet.Builder claims) {
            HttpResponse<String> answer = get(CONTACT, claims);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(challenge(answer)).isEqualTo(NEEDS_CONTACT);
            assertThat(answer.body()).contains("\"failed\":\"" + check + "\"").doesNotContain("user1001@");
        }

        private JWTClaimsSet.Builder withEntry(Map<String, Object> entry) {
            return contact().claim("authorization_details", List.of(entry));
        }
    }

    @Nested
    @DisplayName("asks Keycloak at the moment of access for the most sensitive data")
    final class Live {
        @Test
        void acceptsWhenStillActive() {
            HttpResponse<String> answer = get(PRIVATE, TestTokens.privateData(keycloak.issuer()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("introspection: still allowed");
        }

        @Test
        void refusesWhenRevoked() {
            keycloak.introspection = TestIssuer.Introspection.INACTIVE;
            refusesAsInvalid(PRIVATE, TestTokens.privateData(keycloak.issuer()));
        }

        @Test
        void refusesWhenIntrospectionShowsNoEntry() {
            keycloak.introspection = TestIssuer.Introspection.WITHOUT_ENTRIES;
            assertThat(get(PRIVATE, TestTokens.privateData(keycloak.issuer())).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void refusesWhenIntrospectionIsDown() {
            keycloak.introspection = TestIssuer.Introspection.DOWN;
            HttpResponse<String> answer = get(PRIVATE, TestTokens.privateData(keycloak.issuer()));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("messages");
        }

        @Test
        void acceptsOtherDataWhenIntrospectionIsDown() {
            keycloak.introspection = TestIssuer.Introspection.DOWN;
            assertThat(get(CONTACT, contact()).statusCode()).isEqualTo(200);
        }

        @Test
        void refusesWhenKeycloakIsGone() {
            keycloak.close();
            assertThat(get(CONTACT, contact()).statusCode()).isEqualTo(503);
        }
    }

    private JWTClaimsSet.Builder contact() {
        return TestTokens.contact(keycloak.issuer());
    }

    private void refusesAsInvalid(String path, JWTClaimsSet.Builder claims) {
        refusesAsInvalid(path, TestIssuer.sign(claims.build()));
    }

    private void refusesAsInvalid(String path, String token) {
        HttpResponse<String> answer = send(request(path).header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(challenge(answer)).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).contains("\"failed\"").doesNotContain("\"data\"");
    }

    private HttpResponse<String> get(String path, JWTClaimsSet.Builder claims) {
        return send(request(path).header("Authorization", "Bearer " + TestIssuer.sign(claims.build())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }
}
