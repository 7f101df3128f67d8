/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.OfflineNotes;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;

/** A running access grant opens data on a device only after a yes to what the device gets. */
final class DevicePageIT {

    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String GUARDED = "openid us-contact";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    private final Answer started = realm.tokens().device(Client.CLI, "openid us-contact");

    @BeforeAll
    static void approve() {
        approvals.addEmployee("device");
        realm.changeClient("cli", client -> client.setDirectAccessGrantsEnabled(true));
        grant = approvals.give("device", Client.CLI);
        realm.changeClient("sample-app", client -> {
            client.getAttributes().put("oauth2.device.authorization.grant.enabled", "true");
            client.getAttributes().put("standard.token.exchange.enabled", "true");
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        approvals.give("device", Client.SAMPLE_APP);
        realm.changeClient("sample-api", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        Mappers.allow(realm, "sample-api", "us-contact");
        new Mappers(realm)
                .add("sample-app", "oidc-audience-mapper", "api", Map.of("included.client.audience", "sample-api"));
        approvals.give("device", Client.SAMPLE_API);
        authorize();
    }

    private static void authorize() {
        var authorization = realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("sample-app").get(0).getId())
                .authorization();
        ResourceServerRepresentation settings = authorization.getSettings();
        settings.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
        authorization.update(settings);
        authorization.resources().create(new ResourceRepresentation("files")).close();
    }

    @Test
    void permitsDeviceWhenConfirmed() {
        consent(signedIn().confirmDevice());

        Answer answer = token(started);

        assertThat(answer.claims().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
        assertThat(realm.tokens()
                        .refresh(Client.CLI, answer.refreshToken(), "openid us-contact")
                        .scopes())
                .contains("us-contact");
    }

    @Test
    void saysWhatTheDeviceGetsWhenGrantRuns() {
        Visitor visitor = signedIn();

        assertThat(visitor.page().select("#data-access-device").text())
                .contains(
                        "Contact details of US users",
                        "Confidential",
                        "Application Command line (cli)",
                        "Code on the device " + started.text("user_code"),
                        "Access until");
        assertThat(visitor.page().select("#data-access-device button").eachText())
                .containsExactly("Yes, it is my device", "No");
    }

    @Test
    void asksAgainWhenConsentIsPostedInstead() {
        Visitor visitor = signedIn().postConsent();

        assertThat(visitor.page().select("#data-access-device")).hasSize(1);
        assertThat(token(started).error()).isEqualTo("authorization_pending");
    }

    @Test
    void refusesDeviceWhenPageIsSkipped() {
        skip(signedIn());

        assertRefused(token(started));
    }

    /** A yes is one to this code, not to whatever comes in the same session. */
    @Test
    void refusesDeviceWhenAnotherWasConfirmedInTheSameSession() {
        Visitor visitor = signedIn();
        consent(visitor.confirmDevice());
        Answer second = realm.tokens().device(Client.CLI, "openid us-contact");

        skip(visitor.open(second.text("verification_uri_complete")));

        assertRefused(token(second));
        assertThat(token(started).scopes()).contains("us-contact");
    }

    @Test
    void asksAgainWhenSomethingElseWasShown() {
        Visitor visitor = signedIn();
        String action = visitor.page().select("#kc-data-access-form").attr("abs:action");

        visitor.post(action, Map.of("action", "confirm", "shown", "something else"));

        assertThat(visitor.page().select("#data-access-device")).hasSize(1);
        consent(visitor.confirmDevice());
        assertThat(token(started).scopes()).contains("us-contact");
    }

    @Test
    void refusesDeviceWhenPersonSaysNo() {
        signedIn().submit("#data-access-device form", Map.of("action", "cancel"));

        assertThat(token(started).error()).isEqualTo("access_denied");
    }

    /** Nothing is guarded, so nobody is asked; what runs must not be had by the way of an exchange. */
    @Test
    void refusesExchangeWhenTheDeviceWasNotConfirmed() {
        Answer device = unconfirmed("openid");
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");

        assertRefused(exchange(Client.SAMPLE_APP, device, GUARDED));
        assertRefused(exchange(Client.SAMPLE_APP, refreshed, GUARDED));
        assertThat(exchange(Client.SAMPLE_APP, refreshed, "openid").status()).isEqualTo(200);
    }

    /** Wherever Keycloak finds its token endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"token/", "token;a=b", "token/;a=b", "token//", "/token", "t%6Fken"})
    void refusesExchangeWhenTheEndpointIsWrittenOtherwise(String endpoint) {
        Answer answer = realm.tokens()
                .post(
                        Client.SAMPLE_APP,
                        endpoint,
                        Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "subject_token",
                                unconfirmed("openid").accessToken(),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "scope",
                                GUARDED));

        assertThat(answer.status()).as("%s", answer.body()).isIn(400, 404);
        assertThat(answer.body().has("access_token")).isFalse();
    }

    /** Another client has no device login, and the token of the second exchange is its own. */
    @Test
    void refusesSecondExchangeWhenTheDeviceWasNotConfirmed() {
        Answer first = exchange(Client.SAMPLE_API, unconfirmed("openid"), "openid");

        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        assertRefused(exchange(Client.SAMPLE_API, first, GUARDED));
        assertRefused(exchange(Client.SAMPLE_API, exchange(Client.SAMPLE_API, first, "openid"), GUARDED));
    }

    @Test
    void refusesExchangeWhenDeviceLoginsWereSwitchedOffSince() {
        Answer device = unconfirmed("openid");
        switchDeviceLogins("false");
        try {
            assertRefused(exchange(Client.SAMPLE_APP, device, GUARDED));
        } finally {
            switchDeviceLogins("true");
        }
    }

    /** Keycloak ends the online session of a login that begins with an offline one. */
    @Test
    void refusesExchangeWhenTheSessionIsOffline() {
        Answer device = unconfirmed("openid offline_access");
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");

        assertRefused(exchange(Client.SAMPLE_APP, device, GUARDED));
        assertRefused(exchange(Client.SAMPLE_APP, refreshed, GUARDED));
        assertThat(exchange(Client.SAMPLE_APP, refreshed, "openid").status()).isEqualTo(200);
    }

    @Test
    void refusesExchangeWhenOnlyTheOfflineSessionIsLeft() {
        Visitor browser = browser("openid");
        Answer device = device(browser, "openid offline_access");
        realm.admin().deleteSession(device.text("session_state"), false);

        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");

        assertThat(refreshed.status()).as("%s", refreshed.body()).isEqualTo(200);
        assertRefused(exchange(Client.SAMPLE_APP, refreshed, GUARDED));
    }

    /** An offline session that is older than the device's login, of the same id. */
    @Test
    void refusesExchangeWhenTheOfflineSessionWasThereBefore() throws SQLException {
        Visitor browser = browser("openid");
        browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid offline_access"));
        realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
        Answer device = device(browser, "openid offline_access");
        assertThat(OfflineNotes.have(realm, device.text("session_state"), "data-access.device"))
                .isTrue();
        realm.admin().deleteSession(device.text("session_state"), false);

        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");

        assertThat(refreshed.status()).as("%s", refreshed.body()).isEqualTo(200);
        assertRefused(exchange(Client.SAMPLE_APP, refreshed, GUARDED));
    }

    @Test
    void permitsExchangesWhenThereIsNoDevice() {
        Answer own = code(browser("openid"));
        Answer first = exchange(Client.SAMPLE_API, own, "openid");

        assertThat(exchange(Client.SAMPLE_APP, own, GUARDED).scopes()).contains("us-contact");
        assertThat(exchange(Client.SAMPLE_API, first, GUARDED).scopes()).contains("us-contact");
    }

    @Test
    void permitsExchangesWhenTheDeviceWasConfirmed() {
        Answer guarded = realm.tokens().device(Client.SAMPLE_APP, GUARDED);
        consent(signedIn(guarded).confirmDevice());
        Answer device = token(Client.SAMPLE_APP, guarded);
        Answer narrow = exchange(Client.SAMPLE_APP, device, "openid");

        assertThat(exchange(Client.SAMPLE_APP, device, GUARDED).scopes()).contains("us-contact");
        Answer other = exchange(Client.SAMPLE_API, device, GUARDED);
        assertThat(exchange(Client.SAMPLE_API, other, GUARDED).scopes()).contains("us-contact");
        assertRefused(exchange(Client.SAMPLE_APP, narrow, GUARDED));
    }

    /** One session for both: what the browser asks for is the person's, and no token shown gets more than it has. */
    @Test
    void refusesOnlyTheDeviceWhenTheBrowserSharesItsSession() {
        Visitor browser = browser(GUARDED);
        Answer own = code(browser);
        Answer device = device(browser, "openid");

        assertThat(device.text("session_state")).isEqualTo(own.text("session_state"));
        assertRefused(exchange(Client.SAMPLE_APP, device, GUARDED));
        assertThat(exchange(Client.SAMPLE_APP, own, GUARDED).scopes()).contains("us-contact");
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, own.refreshToken(), GUARDED)
                        .scopes())
                .contains("us-contact");
        assertThat(code(browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, GUARDED)))
                        .scopes())
                .contains("us-contact");
        assertRefused(exchange(
                Client.SAMPLE_APP, code(browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))), GUARDED));
    }

    /** A party token has the scopes of the session at the client, where the browser's login left its own. */
    @Test
    void refusesPartyTokenWhenTheDeviceWasNotConfirmed() {
        Visitor browser = browser("openid");
        Answer device = device(browser, "openid");
        Answer own = code(browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, GUARDED)));

        assertNoPartyToken(partyToken(device.accessToken(), Map.of()));
        assertNoPartyToken(partyToken(device.text("id_token"), idToken(device)));
        assertThat(partyToken(own.accessToken(), Map.of()).scopes()).contains("us-contact");
    }

    @Test
    void permitsPartyTokenOfAnIdTokenWhenThereIsNoDevice() {
        Answer own = code(browser(GUARDED));

        assertThat(partyToken(own.text("id_token"), idToken(own)).scopes()).contains("us-contact");
    }

    /** What was said yes to was another scope: one that nobody guarded. */
    @Test
    void refusesRefreshWhenTheScopeBecameGuardedSince() {
        ClientScopeRepresentation later = new ClientScopeRepresentation();
        later.setName("later");
        later.setProtocol("openid-connect");
        later.setAttributes(Map.of("include.in.token.scope", "true"));
        realm.addScope(later);
        Mappers.allow(realm, "sample-app", "later");
        Answer device = unconfirmed("openid later");
        Answer offline = unconfirmed("openid later offline_access");
        Answer narrowed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");
        Answer own = code(browser("openid later"));
        realm.changeCategories("later", "us.user.contact");
        approvals.give("device", Client.SAMPLE_APP, Map.of("scope", "later"));

        for (Answer refused : List.of(
                refresh(device, ""), refresh(offline, ""), refresh(narrowed, ""), refresh(narrowed, "openid later"))) {
            assertThat(refused.error()).as("%s", refused.body()).isEqualTo("invalid_grant");
            assertThat(refused.reason()).isEqualTo("approval_required");
        }
        assertRefused(exchange(Client.SAMPLE_APP, device, "openid later"));
        assertThat(isActive(device)).isFalse();
        assertThat(isActive(own)).isTrue();
        assertThat(refresh(device, "openid").status()).isEqualTo(200);
        assertThat(refresh(own, "").scopes()).contains("later");
    }

    /** As from before this extension, or from a node without it: it does not say what it may yield. */
    @Test
    void refusesRefreshWhenTheTokenDoesNotSayWhatItMayYield() {
        Visitor browser = browser("openid us-contact");
        Answer own = code(browser);
        Answer device = device(browser, "openid");
        String ofDevice = RefreshTokens.without(realm, "data_access_refresh", device.refreshToken());
        String ofBrowser = RefreshTokens.without(realm, "data_access_refresh", own.refreshToken());

        assertThat(realm.tokens().refresh(Client.SAMPLE_APP, ofBrowser, "").reason())
                .isEqualTo("approval_required");
        assertThat(realm.tokens().refresh(Client.SAMPLE_APP, ofDevice, "openid").status())
                .isEqualTo(200);
        assertThat(refresh(own, "").scopes()).contains("us-contact");
    }

    private Visitor signedIn() {
        return signedIn(started);
    }

    private static Visitor signedIn(Answer started) {
        return new Visitor().open(started.text("verification_uri_complete")).signIn("device");
    }

    /** By a consent, which nothing stops while the step-up is switched off. */
    private static void skip(Visitor visitor) {
        realm.switchStepUp(false);
        try {
            visitor.postConsent();
        } finally {
            realm.switchStepUp(true);
        }
    }

    /** A device that asked for nothing guarded, so that nobody was asked. */
    private static Answer unconfirmed(String scope) {
        return device(new Visitor(), scope);
    }

    private static Answer device(Visitor browser, String scope) {
        Answer started = realm.tokens().device(Client.SAMPLE_APP, scope);
        browser.open(started.text("verification_uri_complete"));
        if (!browser.page().select("#kc-form-login").isEmpty()) {
            browser.signIn("device");
        }
        consent(browser);
        Answer device = token(Client.SAMPLE_APP, started);
        assertThat(device.status()).as("%s", device.body()).isEqualTo(200);
        return device;
    }

    private static Visitor browser(String scope) {
        return new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, scope))
                .signIn("device");
    }

    private static Answer code(Visitor browser) {
        return realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
    }

    private static Answer refresh(Answer session, String scope) {
        return realm.tokens().refresh(Client.SAMPLE_APP, session.refreshToken(), scope);
    }

    private static boolean isActive(Answer session) {
        return realm.tokens()
                .introspect(Client.SAMPLE_APP, session.refreshToken(), "refresh_token")
                .body()
                .path("active")
                .asBoolean();
    }

    private static Answer exchange(Client client, Answer shown, String scope) {
        return realm.tokens().exchange(client, shown.accessToken(), scope);
    }

    private static Answer partyToken(String token, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("audience", "sample-app");
        form.put("permission", "files");
        form.putIfAbsent("subject_token", token);
        return realm.tokens().grant(Client.SAMPLE_APP, "urn:ietf:params:oauth:grant-type:uma-ticket", form);
    }

    private static Map<String, String> idToken(Answer of) {
        return Map.of(
                "claim_token",
                of.text("id_token"),
                "claim_token_format",
                "http://openid.net/specs/openid-connect-core-1_0.html#IDToken");
    }

    /** As the contract says: fixed by Keycloak. */
    private static void assertNoPartyToken(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(500);
        assertThat(answer.error()).isEqualTo("server_error");
        assertThat(realm.events("PERMISSION_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required");
    }

    private static void switchDeviceLogins(String on) {
        realm.changeClient(
                "sample-app", client -> client.getAttributes().put("oauth2.device.authorization.grant.enabled", on));
    }

    private static void consent(Visitor visitor) {
        visitor.submit("form", Map.of("accept", "Yes"));
    }

    private static Answer token(Answer started) {
        return token(Client.CLI, started);
    }

    private static Answer token(Client client, Answer started) {
        return realm.tokens().grant(client, DEVICE, Map.of("device_code", started.text("device_code")));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.reason()).isEqualTo("approval_required");
    }
}
