/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.impersonation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Impersonator;
import io.dataaccess.keycloak.testing.OfflineNotes;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Who acts as somebody else changes nothing of that person's credentials, profile or account. */
final class ImpersonatedChangesIT {

    private static final String PROVIDER = "company";
    private static final String CONSENT = "form[action*=login-actions/consent]";
    private static final Map<String, String> YES = Map.of("accept", "Yes");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Impersonator impersonator = new Impersonator(realm);
    private static final List<String> OFF_BY_DEFAULT =
            List.of("CONFIGURE_RECOVERY_AUTHN_CODES", "delete_account", "UPDATE_EMAIL", "idp_link");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final String person = newcomer();

    @BeforeAll
    static void prepare() {
        impersonator.hire();
        realm.changeClient("sample-app", client -> {
            client.setFullScopeAllowed(true);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
        });
        OFF_BY_DEFAULT.forEach(ImpersonatedChangesIT::enable);
        askForNoLogin("UPDATE_PASSWORD");
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(PROVIDER);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(Map.of(
                "authorizationUrl",
                realm.issuer() + "/nowhere",
                "tokenUrl",
                realm.issuer() + "/nowhere",
                "clientId",
                "workforce",
                "clientSecret",
                "secret"));
        realm.admin().identityProviders().create(provider).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_PASSWORD",
                "CONFIGURE_TOTP",
                "webauthn-register",
                "webauthn-register-passwordless",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "delete_account",
                "delete_credential",
                "idp_link"
            })
    void refusesActionWhenImpersonated(String action) {
        String asked = asking(action);

        Visitor taken = impersonator.takeOver(person, new Visitor()).open(asked);

        assertThat(taken.isAtApplication()).as(taken.page().text()).isTrue();
        assertThat(taken.told("kc_action_status")).isEqualTo("error");
        assertThat(refusals())
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails())
                        .containsEntry("custom_required_action", action)
                        .containsEntry("impersonator", Impersonator.NAME)
                        .containsEntry("impersonator_id", id(Impersonator.NAME))
                        .containsEntry("impersonator_realm", realm.name()));

        assertThat(inPerson().open(asked).told("kc_action_status"))
                .as("in person")
                .isNotEqualTo("error");
    }

    @Test
    void refusesPendingActionWhenImpersonated() {
        realm.changeUser(person, user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));

        Visitor taken =
                impersonator.takeOver(person, new Visitor()).open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));

        assertThat(taken.isAtApplication()).as(taken.page().text()).isTrue();
        assertThat(refusals()).hasSize(1);
        assertThat(realm.user(person).toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        assertThat(inPerson().page().select("#password-new")).isNotEmpty();
    }

    @Test
    void refusesAccountChangesWhenImpersonated() {
        Rest taken = account(codeOf(impersonator.takeOver(person, new Visitor())));
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
        Rest own = account(realm.tokens().password(new Client("account-console", ""), person, "openid"));
        ObjectNode renamed = (ObjectNode) own.get("?userProfileMetadata=false").body();
        renamed.put("lastName", "Renamed");

        assertImpersonated(taken.post("", renamed.toString()));
        assertImpersonated(taken.post("applications/sample-app/consent", Map.of()));
        assertImpersonated(taken.delete("credentials/" + password()));
        assertImpersonated(taken.delete("linked-accounts/" + PROVIDER));
        assertImpersonated(taken.delete("sessions"));

        assertThat(taken.get("?userProfileMetadata=false").status()).isEqualTo(200);
        assertThat(refusals())
                .hasSize(5)
                .allSatisfy(event -> assertThat(event.getDetails()).containsEntry("impersonator", Impersonator.NAME));
        assertThat(own.post("", renamed.toString()).status()).isEqualTo(204);
        assertThat(own.delete("linked-accounts/" + PROVIDER).error()).isNotEqualTo("impersonated");
        assertThat(own.delete("sessions").status()).isEqualTo(204);
    }

    @Test
    void refusesAdministrationWhenImpersonated() {
        administer();
        Rest taken = realm.keycloaksAdminRest(
                codeOf(impersonator.takeOver(person, new Visitor())).accessToken());
        Rest own = realm.keycloaksAdminRest(codeOf(inPerson()).accessToken());
        String path = "users/" + id(person);

        assertImpersonated(taken.post("users", Map.of("username", person + "-friend")));
        assertImpersonated(taken.put(path, Map.of("lastName", "Renamed")));
        assertImpersonated(
                taken.put(path + "/reset-password", Map.of("type", "password", "value", "mine", "temporary", false)));
        assertImpersonated(taken.delete(path + "/credentials/" + password()));
        assertImpersonated(taken.put("", Map.of("displayName", "Renamed")));
        assertImpersonated(taken.post("clients", Map.of("clientId", person)));
        assertImpersonated(taken.post(path + "/impersonation", Map.of()));

        assertThat(taken.get(path).status()).isEqualTo(200);
        assertThat(refusals())
                .hasSize(7)
                .allSatisfy(event -> assertThat(event.getDetails())
                        .containsEntry("impersonator", Impersonator.NAME)
                        .hasEntrySatisfying(
                                "data_access_action", call -> assertThat(call).contains("/admin/realms/")));
        assertThat(own.post("users", Map.of("username", person + "-friend")).status())
                .isEqualTo(201);
        assertThat(own.post("clients", Map.of("clientId", person)).status()).isEqualTo(201);
    }

    /** Their token is of another realm than the one that they administer. */
    @Test
    void refusesAdministrationWhenAdministratorOfTheServerIsImpersonated() {
        try (MasterRealm master = new MasterRealm(realm)) {
            Rest taken = realm.keycloaksAdminRest(master.impersonated());
            Rest own = realm.keycloaksAdminRest(master.inPerson());
            Map<String, Object> user = Map.of("username", person + "-friend");

            assertImpersonated(taken.post("users", user));

            assertThat(taken.get("users/count").status()).isEqualTo(200);
            assertThat(own.post("users", user).status()).isEqualTo(201);
        }
    }

    @Test
    void refusesRegistrationOfClientsWhenImpersonated() {
        administer();
        Map<String, Object> client = Map.of("clientId", person + "-client");
        Answer taken = codeOf(impersonator.takeOver(person, new Visitor()));
        Answer own = codeOf(inPerson());

        assertImpersonated(registration(taken).post("default", client));

        assertThat(registration(own).post("default", client).status()).isEqualTo(201);
        assertImpersonated(registration(taken).delete("default/" + person + "-client"));
        assertThat(registration(taken).get("default/" + person + "-client").status())
                .isEqualTo(200);
    }

    @Test
    void refusesSharingOfResourcesWhenImpersonated() {
        String path = "/authz/protection/uma-policy/1";
        Answer taken = codeOf(impersonator.takeOver(person, new Visitor()));
        Map<String, Object> policy = Map.of("name", "friends");

        assertImpersonated(realm.keycloaksRest(path, taken.accessToken()).post("", policy));

        assertThat(realm.keycloaksRest(path, codeOf(inPerson()).accessToken())
                        .post("", policy)
                        .error())
                .isEqualTo("invalid_request");
    }

    /** OpenID Connect gives no more than the session has. */
    @Test
    void permitsUserinfoWhenImpersonated() {
        Answer taken = codeOf(impersonator.takeOver(person, new Visitor()));

        assertThat(realm.keycloaksRest("/protocol/openid-connect/userinfo", taken.accessToken())
                        .post("", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "null",
                "{'iss': null, 'sid': 'one'}",
                "{'iss': 'http://localhost/realms/%zz', 'sid': 'one'}",
                "{'iss': 'http://localhost/realms/%00', 'sid': 'one'}",
                "{'iss': 'http://localhost/realms/master', 'sid': 'one'}"
            })
    void leavesAnswerToKeycloakWhenTheTokenIsBroken(String payload) {
        String token = payload.isEmpty() ? "" : "eyJhbGciOiJSUzI1NiJ9." + encoded(payload) + ".c2lnbmF0dXJl";

        assertThat(realm.keycloaksAdminRest(token)
                        .post("users", Map.of("username", person + "-friend"))
                        .error())
                .isNotEqualTo("impersonated");
        assertThat(refusals()).isEmpty();
    }

    /** Nobody writes an event in the impersonator's name who only knows the id of the session. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg': 'RS256'}",
                "{'alg': 'RS256', 'kid': 'other'}",
                "{'alg': 'none', 'kid': 'KID'}",
                "{'kid': 'KID'}",
                "{'alg': 'RS256', 'kid': 'KID'}"
            })
    void leavesAnswerToKeycloakWhenTheTokenIsForged(String header) throws IOException {
        administer();
        String token = codeOf(impersonator.takeOver(person, new Visitor())).accessToken();
        String[] parts = token.split("\\.", -1);
        String key = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(parts[0]))
                .path("kid")
                .asText();
        String forgery = encoded(header.replace("KID", key)) + "." + parts[1] + ".c2lnbmF0dXJl";
        Map<String, Object> client = Map.of("clientId", person + "-client");

        Answer forged = realm.keycloaksRest("/clients-registrations/", forgery).post("default", client);

        assertThat(forged.error()).as("%s", forged.body()).isNotEqualTo("impersonated");
        assertThat(refusals()).isEmpty();
        assertImpersonated(realm.keycloaksRest("/clients-registrations/", token).post("default", client));
    }

    @Test
    void refusesConsentWhenImpersonated() {
        String login = realm.tokens().loginUrl(Client.SAMPLE_APP, "openid");
        realm.changeClient("sample-app", client -> client.setConsentRequired(true));
        try {
            Visitor taken =
                    impersonator.takeOver(person, new Visitor()).open(login).submit(CONSENT, YES);

            assertThat(taken.isAtApplication()).as(taken.page().text()).isTrue();
            assertThat(taken.told("error")).isEqualTo("access_denied");
            assertThat(realm.user(person).getConsents()).isEmpty();
            assertThat(refusals())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getDetails())
                            .containsEntry("custom_required_action", "consent")
                            .containsEntry("impersonator", Impersonator.NAME));

            assertThat(new Visitor()
                            .open(login)
                            .signIn(person)
                            .submit(CONSENT, YES)
                            .told("code"))
                    .isNotEmpty();
            assertThat(realm.user(person).getConsents()).hasSize(1);
        } finally {
            realm.changeClient("sample-app", client -> client.setConsentRequired(false));
        }
    }

    @Test
    void keepsLanguageWhenImpersonated() {
        Visitor taken = impersonator
                .takeOver(person, new Visitor())
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"));
        inGerman(taken).submit("form", Map.of("action", "continue"));
        assertThat(taken.isAtApplication()).as(taken.page().text()).isTrue();
        assertThat(attributes()).doesNotContainKey("locale");

        Visitor own = new Visitor().open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        assertThat(inGerman(own).signIn(person).isAtApplication()).isTrue();
        assertThat(attributes()).containsEntry("locale", List.of("de"));
    }

    private Map<String, List<String>> attributes() {
        return realm.user(person).toRepresentation().getAttributes();
    }

    /** As the choice of language on the page does. */
    private static Visitor inGerman(Visitor browser) {
        return browser.open(browser.page().select("form[action*=login-actions]").attr("action") + "&kc_locale=de");
    }

    /** The extension looks for the session before Keycloak looks at the token. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "nothing", "{'sid': 1.5}", "{'sid': {}}", "{'sid': '\\u0000'}"})
    void answersUnauthorizedWhenTheTokenSaysNothing(String payload) {
        Answer answer = account("eyJhbGciOiJSUzI1NiJ9." + encoded(payload) + ".c2lnbmF0dXJl")
                .delete("sessions");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(401);
    }

    @Test
    void refusesLinkOfAnApplicationWhenImpersonated() {
        String link =
                realm.issuer() + "/broker/" + PROVIDER + "/link?client_id=sample-app&nonce=n&hash=h&redirect_uri=x";

        assertThat(impersonator
                        .takeOver(person, new Visitor())
                        .open(link)
                        .page()
                        .text())
                .contains("impersonated");
        assertThat(inPerson().open(link).page().text()).doesNotContain("impersonated");
    }

    /** A browser with the cookies of a login that was begun before: Keycloak makes a new session after the page. */
    @Test
    void staysImpersonatedWhenTheLoginWasBegunBefore() {
        Visitor browser = new Visitor().open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        impersonator.takeOver(person, browser).open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"));

        assertThat(browser.page().text()).contains("Not while acting as someone else");
        Answer tokens = realm.tokens()
                .code(
                        Client.SAMPLE_APP,
                        browser.submit("form", Map.of("action", "continue")).told("code"));

        assertImpersonated(account(tokens).delete("sessions"));
        assertThat(browser.open(asking("UPDATE_PASSWORD")).told("kc_action_status"))
                .isEqualTo("error");
    }

    /** The offline session is the person's from before, and has the id of the one that is impersonated now. */
    @Test
    void staysImpersonatedWhenTheOfflineSessionIsOlder() throws SQLException {
        Visitor browser = inPerson();
        Answer before = codeOf(browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid offline_access")));
        assertThat(exchanged(before).scopes()).contains("us-public");
        browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"));
        impersonator
                .takeOver(person, browser)
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-public offline_access"));
        Answer taken = realm.tokens()
                .code(
                        Client.SAMPLE_APP,
                        browser.submit("form", Map.of("action", "continue")).told("code"));
        assertThat(taken.text("session_state")).isEqualTo(before.text("session_state"));
        assertThat(OfflineNotes.have(realm, taken.text("session_state"), "IMPERSONATOR_ID"))
                .isTrue();
        realm.admin().deleteSession(taken.text("session_state"), false);

        assertThat(exchanged(taken).reason()).isEqualTo("impersonated");
        assertImpersonated(account(refreshed(taken)).delete("sessions"));
    }

    /** Cookies of two logins of one's own: a login does not become fresh by it. */
    @Test
    void keepsTheTimeOfTheLoginWhenCookiesAreOfTwo() {
        Visitor own = new Visitor().open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        long time = codeOf(own.signIn(person)).claims().path("auth_time").asLong();
        Visitor other = new Visitor().open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        other.takeCookie("KEYCLOAK_IDENTITY", own);

        other.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"));
        Answer tokens = realm.tokens()
                .code(
                        Client.SAMPLE_APP,
                        other.submit("form", Map.of("action", "continue")).told("code"));

        assertThat(time).isPositive();
        assertThat(tokens.claims().path("auth_time").asLong()).isEqualTo(time);
    }

    /** Whoever acts as an administrator of the realm is one. */
    private void administer() {
        realm.asAdministratorOfAll(all -> {
            String management =
                    all.clients().findByClientId("realm-management").get(0).getId();
            RoleRepresentation role =
                    all.clients().get(management).roles().get("realm-admin").toRepresentation();
            for (String administrator : List.of(person, Impersonator.NAME)) {
                all.users()
                        .get(id(administrator))
                        .roles()
                        .clientLevel(management)
                        .add(List.of(role));
            }
        });
    }

    private static Rest registration(Answer tokens) {
        return realm.keycloaksRest("/clients-registrations/", tokens.accessToken());
    }

    private String asking(String action) {
        String about = Map.of("idp_link", ":" + PROVIDER, "delete_credential", ":" + password())
                .getOrDefault(action, "");
        return realm.tokens().loginUrl(Client.SAMPLE_APP, "openid") + "&kc_action=" + action + about;
    }

    private Visitor inPerson() {
        return new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))
                .signIn(person);
    }

    private static Answer codeOf(Visitor browser) {
        Visitor signedIn = browser.isAtApplication()
                ? browser
                : browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"));
        return realm.tokens().code(Client.SAMPLE_APP, signedIn.told("code"));
    }

    /** For a scope that needs no approval, but a person. */
    private static Answer exchanged(Answer tokens) {
        return realm.tokens().exchange(Client.SAMPLE_APP, refreshed(tokens).accessToken(), "openid us-public");
    }

    private static Answer refreshed(Answer tokens) {
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, tokens.refreshToken(), "openid");
        assertThat(refreshed.status()).as("%s", refreshed.body()).isEqualTo(200);
        return refreshed;
    }

    private static String encoded(String payload) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Rest account(Answer tokens) {
        return account(tokens.accessToken());
    }

    private static Rest account(String token) {
        return realm.keycloaksRest("/account/v1alpha1/", token);
    }

    private String password() {
        return realm.user(person).credentials().get(0).getId();
    }

    private List<EventRepresentation> refusals() {
        return realm.events("CUSTOM_REQUIRED_ACTION_ERROR").stream()
                .filter(event -> id(person).equals(event.getUserId()))
                .filter(event -> "impersonated".equals(event.getDetails().get("data_access_refusal")))
                .toList();
    }

    private static String id(String username) {
        return realm.user(username).toRepresentation().getId();
    }

    private static void enable(String action) {
        realm.admin().flows().getUnregisteredRequiredActions().stream()
                .filter(found -> found.getProviderId().equals(action))
                .findFirst()
                .ifPresent(ImpersonatedChangesIT::register);
        RequiredActionProviderRepresentation found = realm.admin().flows().getRequiredAction(action);
        found.setEnabled(true);
        realm.admin().flows().updateRequiredAction(action, found);
    }

    /** However old the login is; a session that is impersonated has none at all. */
    private static void askForNoLogin(String action) {
        RequiredActionConfigRepresentation config = new RequiredActionConfigRepresentation();
        config.setConfig(Map.of("max_auth_age", "2000000000"));
        realm.admin().flows().updateRequiredActionConfig(action, config);
    }

    private static void register(RequiredActionProviderSimpleRepresentation action) {
        realm.admin().flows().registerRequiredAction(action);
    }

    private static void assertImpersonated(Answer refused) {
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("impersonated");
    }

    private static String newcomer() {
        String name = "taken-over" + PEOPLE.incrementAndGet();
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }
}
