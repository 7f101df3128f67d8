/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An authorization code, asked for in every form that the request can take. */
final class AuthorizationRequestIT {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer application;

    /** Forms of the request; what they ask for is the same. */
    enum Form {
        PLAIN,
        PUSHED,
        PKCE,
        UNSIGNED_REQUEST_OBJECT,
        SIGNED_REQUEST_OBJECT,
        REQUEST_OBJECT_BY_REFERENCE,
        FORM_POST,
        JWT,
        FORM_POST_JWT,
        PROMPT_LOGIN,
        MAX_AGE,
        ACR_VALUES,
        LOGIN_HINT,
        CLAIMS,
        UNKNOWN_ACTION,
        POSTED
    }

    @BeforeAll
    static void approve() throws IOException {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/request", exchange -> {
            byte[] object = requestObject("openid us-contact").unsigned().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, object.length);
            exchange.getResponseBody().write(object);
            exchange.close();
        });
        application.start();
        realm.changeClient(
                "sample-app", client -> client.getAttributes().put("request.uris", applicationUrl() + "/request"));
    }

    @AfterAll
    static void stop() {
        application.stop(0);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void asksForApprovalWhenNotApproved(Form form) {
        Visitor visitor = start(form).signIn("maria");

        Outcome.assertStepUp(visitor);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void opensWhenApproved(Form form) {
        Visitor visitor = start(form).signIn("approved");

        Outcome.assertOpens(token(form, code(form, visitor)), grant);
    }

    @Test
    void keepsToThePushedScopeWhenTheAddressNamesAnother() {
        Answer pushed = push("openid");
        AuthorizationUrl url = new AuthorizationUrl(
                realm,
                Map.of("client_id", "sample-app", "request_uri", pushed.text("request_uri"), "scope", "us-contact"));

        Visitor visitor = new Visitor().open(url.toString()).signIn("maria");

        Outcome.assertOpensNothing(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")));
    }

    private static Visitor start(Form form) {
        AuthorizationUrl plain = AuthorizationUrl.of(realm, "openid us-contact");
        AuthorizationUrl objectOnly = AuthorizationUrl.of(realm, "openid");
        Visitor visitor = new Visitor();
        return switch (form) {
            case PLAIN -> visitor.open(plain.toString());
            case PUSHED ->
                visitor.open(new AuthorizationUrl(
                                realm,
                                Map.of(
                                        "client_id",
                                        "sample-app",
                                        "request_uri",
                                        push("openid us-contact").text("request_uri")))
                        .toString());
            case PKCE ->
                visitor.open(plain.with("code_challenge", CHALLENGE)
                        .with("code_challenge_method", "S256")
                        .toString());
            case UNSIGNED_REQUEST_OBJECT ->
                visitor.open(objectOnly
                        .with("request", requestObject("openid us-contact").unsigned())
                        .toString());
            case SIGNED_REQUEST_OBJECT ->
                visitor.open(objectOnly
                        .with("request", requestObject("openid us-contact").signedBy(Client.SAMPLE_APP))
                        .toString());
            case REQUEST_OBJECT_BY_REFERENCE ->
                visitor.open(objectOnly
                        .with("request_uri", applicationUrl() + "/request")
                        .toString());
            case FORM_POST ->
                visitor.open(plain.with("response_mode", "form_post").toString());
            case JWT -> visitor.open(plain.with("response_mode", "jwt").toString());
            case FORM_POST_JWT ->
                visitor.open(plain.with("response_mode", "form_post.jwt").toString());
            case PROMPT_LOGIN -> visitor.open(plain.with("prompt", "login").toString());
            case MAX_AGE -> visitor.open(plain.with("max_age", "0").toString());
            case ACR_VALUES -> visitor.open(plain.with("acr_values", "0").toString());
            case LOGIN_HINT -> visitor.open(plain.with("login_hint", "approved").toString());
            case CLAIMS ->
                visitor.open(
                        plain.with("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"0\",\"1\"]}}}")
                                .toString());
            case UNKNOWN_ACTION ->
                visitor.open(plain.with("kc_action", "nothing").toString());
            case POSTED -> visitor.post(realm.issuer() + "/protocol/openid-connect/auth", plain.parameters());
        };
    }

    private static String code(Form form, Visitor visitor) {
        return switch (form) {
            case FORM_POST -> visitor.submit("form", Map.of()).told("code");
            case JWT -> Jwt.claims(visitor.told("response")).path("code").asText();
            case FORM_POST_JWT ->
                Jwt.claims(visitor.submit("form", Map.of()).told("response"))
                        .path("code")
                        .asText();
            default -> visitor.told("code");
        };
    }

    private static Answer token(Form form, String code) {
        if (form != Form.PKCE) {
            return realm.tokens().code(Client.SAMPLE_APP, code);
        }
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "authorization_code",
                        Map.of("code", code, "redirect_uri", AuthorizationUrl.CALLBACK, "code_verifier", VERIFIER));
    }

    private static Answer push(String scope) {
        Answer pushed = realm.tokens()
                .post(
                        Client.SAMPLE_APP,
                        "ext/par/request",
                        AuthorizationUrl.of(realm, scope).parameters());
        assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(201);
        return pushed;
    }

    private static RequestObject requestObject(String scope) {
        Map<String, String> claims =
                new LinkedHashMap<>(AuthorizationUrl.of(realm, scope).parameters());
        claims.put("iss", "sample-app");
        claims.put("aud", realm.issuer());
        return new RequestObject(claims);
    }

    private static String applicationUrl() {
        return "http://127.0.0.1:" + application.getAddress().getPort();
    }
}
