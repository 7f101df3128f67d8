/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static io.dataaccess.sample.TestTokens.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The web part")
final class WebPartTest {
    private static final String CONTACT = "/users/1001/contact";

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestIssuer keycloak;
    private final SampleApp app;
    private String cookie = "";

    WebPartTest() throws IOException, ParseException {
        keycloak = new TestIssuer();
        app = new SampleApp(new Config(0, keycloak.issuer(), "sample-app-secret", "sample-api-secret"));
    }

    @AfterEach
    void stop() {
        app.close();
        keycloak.close();
    }

    @Test
    void asksKeycloakWithStateNonceAndPkceWhenSigningIn() {
        HttpResponse<String> answer = get("/login");
        Map<String, String> asked = asked(answer);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(asked)
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", url("/callback").toString())
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("prompt");
    }

    @Test
    void signsInWhenStateMatches() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid us-public"), "/login");
        HttpResponse<String> home = get("/");
        assertThat(home.body()).contains("<span id=\"user\">lin</span>", "link-us-contact", "us-public");
    }

    @Test
    void sendsTheVerifierOfTheChallengeWhenRedeeming() {
        Map<String, String> asked = signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        CodeVerifier verifier = new CodeVerifier(keycloak.tokenRequests.get(0).get("code_verifier"));
        assertThat(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue())
                .isEqualTo(asked.get("code_challenge"));
    }

    @Test
    void takesANewSessionIdWhenSignedIn() {
        get("/login");
        String before = cookie;
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        assertThat(cookie).isNotEqualTo(before);
    }

    @Test
    void keepsTheSessionIdWhenAskingForMore() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        get("/");
        HttpResponse<String> answer = get(CONTACT);
        assertThat(asked(answer)).containsEntry("scope", "openid us-contact");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** As it does when someone goes back to, or reloads, a page that Keycloak sent them to. */
    @Test
    void saysThatItIsOverWhenAnsweredTwice() {
        String state = asked(get("/login")).get("state");
        String answer = "/callback?error=access_denied&error_description=No+(denied)&state=" + state;
        assertThat(get(answer).statusCode()).isEqualTo(403);
        HttpResponse<String> again = get(answer);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("This sign-in is over");
    }

    @Test
    void refusesWhenStateDiffers() {
        get("/login");
        HttpResponse<String> answer = get("/callback?code=abc&state=wrong");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(keycloak.tokenRequests).isEmpty();
    }

    @Test
    void refusesWhenBrowserDiffers() {
        String state = asked(get("/login")).get("state");
        cookie = "";
        assertThat(get("/callback?code=abc&state=" + state).statusCode()).isEqualTo(400);
        assertThat(keycloak.tokenRequests).isEmpty();
    }

    @Test
    void refusesWhenNonceDiffers() {
        Map<String, String> asked = asked(get("/login"));
        grant(TestTokens.claims(keycloak.issuer(), "openid"), "another nonce");
        get("/callback?code=abc&state=" + asked.get("state"));
        assertThat(get("/").body()).doesNotContain("id=\"user\"");
    }

    @Test
    void asksForCurrentScopesAndTheMissingOneWhenApiSaysSo() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid us-public"), "/login");
        get("/");
        assertThat(asked(get(CONTACT)))
                .containsEntry("scope", "openid us-public us-contact")
                .doesNotContainKey("prompt");
    }

    @Test
    void showsTheDataWhenApproved() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        get("/");
        signIn(TestTokens.contact(keycloak.issuer()), CONTACT);
        HttpResponse<String> page = get(CONTACT);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence("<dt>user</dt>", "<dt>name</dt>", "<dt>email</dt>", "<dt>phone</dt>")
                .contains("user1001@example.com", "data-scope=\"us-contact\"", "legal-request", "audience: sample-api");
    }

    @Test
    void asksAnewForAPageWhenAnApprovalOnItIsOver() {
        signIn(withContact(Duration.ofMinutes(10)), "/login");
        HttpResponse<String> page = get("/");
        assertThat(page.headers().firstValueAsLong("Refresh").orElseThrow()).isBetween(590L, 601L);
        assertThat(page.body()).contains("left when this page was opened)");
    }

    @Test
    void leavesAPageAloneWhenNothingOnItWasApproved() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid us-public"), "/login");
        assertThat(get("/").headers().firstValue("Refresh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_eligible", "undecidable", "unclassified", "no_policy", "impersonated"})
    void offersNoLoopWhenAskingAgainDoesNotHelp(String reason) {
        assertThat(refused("No (" + reason + ")").body())
                .contains("data-reason=\"" + reason + "\"", "id=\"back\"")
                .doesNotContain("ask-again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "request_expired", "cancelled", "sign_in_cancelled"})
    void offersToAskAgainWhenThatMayHelp(String reason) {
        assertThat(refused("No (" + reason + ")").body()).contains("id=\"ask-again\"");
    }

    @Test
    void doesNotAskAgainAtOnceWhenGoneOnWithout() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        get("/");
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), CONTACT);
        HttpResponse<String> page = get(CONTACT);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("data-reason=\"scope\"", "id=\"ask-again\"");
        assertThat(asked(get(CONTACT))).containsEntry("scope", "openid us-contact");
    }

    @Test
    void saysWhyWhenKeycloakDenies() {
        HttpResponse<String> page = refused("Request was denied (denied)");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("An approver denied the request.", "(denied)", "data-reason=\"denied\"");
    }

    @Test
    void escapesWhenDescriptionHoldsHtml() {
        assertThat(refused("<script>alert(1)</script>").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void escapesWhenClaimsHoldHtml() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid").claim("preferred_username", "<i>lin's"), "/login");
        assertThat(get("/").body()).contains("&lt;i&gt;lin&#39;s").doesNotContain("<i>");
    }

    @Test
    void keepsTheTokenWhenItLasts() {
        signIn(withContact(Duration.ofMinutes(10)), "/login");
        get("/");
        get("/");
        assertThat(keycloak.tokenRequests).hasSize(1);
    }

    @Test
    void narrowsWhenAnApprovalIsAboutToEnd() {
        signIn(withContact(Duration.ofSeconds(20)), "/login");
        get("/");
        grant(TestTokens.claims(keycloak.issuer(), "openid us-public"), "");
        String home = get("/").body();
        assertThat(keycloak.tokenRequests.get(1))
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("scope", "openid us-public");
        assertThat(home).contains("id=\"user\"").doesNotContain("data-scope=\"us-contact\"");
    }

    @Test
    void keepsTheScopesWhenOnlyTheTokenIsAboutToEnd() {
        signIn(withContact(Duration.ofMinutes(10)).expirationTime(TestTokens.in(Duration.ofSeconds(20))), "/login");
        get("/");
        grant(withContact(Duration.ofMinutes(10)), "");
        get("/");
        assertThat(keycloak.tokenRequests.get(1)).containsEntry("scope", "openid us-public us-contact");
    }

    @Test
    void narrowsWhenTheWideRefreshIsRefused() {
        signIn(withContact(Duration.ofMinutes(10)).expirationTime(TestTokens.in(Duration.ofSeconds(20))), "/login");
        get("/");
        keycloak.tokenEndpoint = request -> request.getOrDefault("scope", "").contains("us-contact")
                ? TestIssuer.error("invalid_grant", "Not approved (approval_required)")
                : tokens(TestTokens.claims(keycloak.issuer(), "openid"), "");
        assertThat(get("/").body()).contains("id=\"user\"");
        assertThat(keycloak.tokenRequests).hasSize(3);
    }

    @Test
    void signsInAgainWhenNoRefreshWorks() {
        signIn(withContact(Duration.ofSeconds(20)), "/login");
        get("/");
        keycloak.tokenEndpoint = request -> TestIssuer.error("invalid_grant", "Session not active");
        assertThat(asked(get(CONTACT))).containsEntry("scope", "openid");
    }

    @Test
    void endsTheSessionAtKeycloakTooWhenLoggingOut() {
        signIn(TestTokens.claims(keycloak.issuer(), "openid"), "/login");
        String target = get("/logout").headers().firstValue("Location").orElseThrow();
        assertThat(target).startsWith(keycloak.issuer() + "/logout?").contains("id_token_hint=");
        assertThat(get("/").body()).doesNotContain("id=\"user\"");
    }

    @Test
    void answersWhenKeycloakIsNotUpYet() {
        keycloak.close();
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/login").statusCode()).isEqualTo(503);
    }

    /** us-public without approval, us-contact with one. */
    private JWTClaimsSet.Builder withContact(Duration left) {
        return TestTokens.claims(keycloak.issuer(), "openid us-public us-contact")
                .claim(
                        "authorization_details",
                        List.of(
                                entry("us-public", null, "us.user.content.public"),
                                entry("us-contact", left, "us.user.contact")));
    }

    private Map<String, String> signIn(JWTClaimsSet.Builder accessToken, String path) {
        Map<String, String> asked = asked(get(path));
        grant(accessToken, asked.getOrDefault("nonce", ""));
        HttpResponse<String> answer = get("/callback?code=abc&state=" + asked.get("state"));
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .isEqualTo(url(path.equals("/login") ? "/" : path).toString());
        return asked;
    }

    private HttpResponse<String> refused(String description) {
        String state = asked(get("/login")).get("state");
        return get("/callback?error=access_denied&state=" + state + "&error_description="
                + URLEncoder.encode(description, StandardCharsets.UTF_8));
    }

    private void grant(JWTClaimsSet.Builder accessToken, String nonce) {
        keycloak.tokenEndpoint = request -> tokens(accessToken, nonce);
    }

    private Reply tokens(JWTClaimsSet.Builder accessToken, String nonce) {
        JWTClaimsSet idToken = new JWTClaimsSet.Builder()
                .issuer(keycloak.issuer())
                .audience("sample-app")
                .subject("lin-id")
                .issueTime(TestTokens.in(Duration.ZERO))
                .expirationTime(TestTokens.in(Duration.ofMinutes(5)))
                .claim("nonce", nonce)
                .build();
        return Reply.json(
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "access_token",
                        TestIssuer.sign(accessToken.build()),
                        "refresh_token",
                        "refresh",
                        "id_token",
                        TestIssuer.sign(idToken)));
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(url(path)).header("Cookie", cookie).build();
        HttpResponse<String> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        answer.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value.split(";", 2)[0]);
        return answer;
    }

    private Map<String, String> asked(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(target.toString()).startsWith(keycloak.issuer() + "/auth?");
        Map<String, String> asked = new HashMap<>();
        URLUtils.parseParameters(target.getRawQuery()).forEach((name, values) -> asked.put(name, values.get(0)));
        return asked;
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + app.port() + path);
    }
}
