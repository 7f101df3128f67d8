/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.impersonation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** What changes an account beside Keycloak's pages: its account REST, and the deprecated link of another account. */
final class AccountChangesIT {

    private static final Client ACCOUNT_CONSOLE = new Client("account-console", "");
    private static final String CATEGORIES = "data-access.categories";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @RegisterExtension
    static final Realm realm = new Realm();

    private final String employee = person();
    private final String approver = person("/us-security");

    @BeforeAll
    static void openConsoles() {
        realm.changeClient(ACCOUNT_CONSOLE.id(), client -> client.setDirectAccessGrantsEnabled(true));
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
    }

    @AfterEach
    void resetPolicy() {
        realm.changePolicy("us-restricted", "approverMaxAge", "PT15M");
    }

    /** Single sign-on gives an application the token of whoever follows its link. */
    @Test
    void refusesChangesOfAnApproverWhenTokenIsOfAnApplication() {
        Rest application = account(Client.SAMPLE_APP, approver);
        Rest console = account(ACCOUNT_CONSOLE, approver);

        assertWrongClient(application.post("", renamed(console)));
        assertWrongClient(application.delete("credentials/" + password(approver)));
        assertWrongClient(application.delete("linked-accounts/company"));
        assertWrongClient(application.delete("sessions"));
        assertWrongClient(application.post("applications/sample-app/consent", Map.of()));
        assertThat(refusals(approver, "wrong_client")).hasSize(5);

        assertThat(application.get("?userProfileMetadata=false").status()).isEqualTo(200);
        assertThat(console.post("", renamed(console)).status()).isEqualTo(204);
        assertThat(console.delete("sessions").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-access-auditor", "data-access-policy-admin", "data-access-service-owner"})
    void refusesChangesOfWhoHasARoleOfDataAccessWhenTokenIsOfAnApplication(String role) {
        realm.user(employee)
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get(role).toRepresentation()));

        assertWrongClient(account(Client.SAMPLE_APP, employee).delete("sessions"));

        assertThat(account(ACCOUNT_CONSOLE, employee).delete("sessions").status())
                .isEqualTo(204);
    }

    /** Whoever takes over an account has the access that was approved for its person. */
    @Test
    void refusesWhatChangesLoginsOfOthersWhenTokenIsOfAnApplication() {
        Rest application = account(Client.SAMPLE_APP, employee);

        assertWrongClient(application.post("", renamed(application)));
        assertWrongClient(application.delete("credentials/" + password(employee)));

        assertThat(application.delete("sessions").status()).isEqualTo(204);
    }

    @Test
    void refusesChangesByAnApplicationUntilNeitherPoliciesNorGuardedScopesAreThere() {
        List<ComponentRepresentation> policies =
                realm.admin().components().query(null, "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider");
        List<ClientScopeRepresentation> scopes = realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getAttributes().containsKey(CATEGORIES))
                .toList();
        Rest application = account(Client.SAMPLE_APP, employee);
        ObjectNode renamed = renamed(application);
        policies.forEach(policy -> realm.removePolicy(policy.getName()));
        try {
            assertWrongClient(application.post("", renamed));

            scopes.forEach(scope -> realm.changeScope(
                    scope.getName(), changed -> changed.getAttributes().put(CATEGORIES, "none")));
            assertThat(application.post("", renamed).status()).isEqualTo(204);
        } finally {
            policies.forEach(policy -> Created.check(realm.admin().components().add(policy)));
            scopes.forEach(scope -> realm.changeCategories(
                    scope.getName(),
                    Objects.requireNonNull(scope.getAttributes().get(CATEGORIES))));
        }
    }

    @Test
    void refusesChangesWhenLoginIsOlderThanThatOfAVoteMayBe() {
        Rest console = account(ACCOUNT_CONSOLE, approver);
        Instant given = Instant.now();
        await().until(() -> Instant.now().isAfter(given.plusSeconds(3)));
        ObjectNode renamed = renamed(console);
        realm.changePolicy("us-restricted", "approverMaxAge", "PT2S");

        Answer refused = console.post("", renamed);
        assertOldLogin(refused);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\", max_age=\"2\"");
        assertOldLogin(console.delete("credentials/" + password(approver)));
        assertOldLogin(console.delete("linked-accounts/company"));
        assertThat(refusals(approver, "insufficient_user_authentication")).hasSize(3);

        assertThat(console.delete("sessions").status()).as("ends logins").isEqualTo(204);
        // A login of the second in which logins ended counts as one of those.
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plusSeconds(1)));
        realm.changePolicy("us-restricted", "approverMaxAge", "PT15M");
        Rest later = account(ACCOUNT_CONSOLE, approver);
        assertThat(later.post("", renamed).status()).isEqualTo(204);
        assertThat(later.delete("linked-accounts/company").error()).isNotEqualTo("insufficient_user_authentication");
    }

    @Test
    void refusesChangesWhenTokenIsOffline() {
        Rest application = offline(Client.SAMPLE_APP);
        Rest console = offline(ACCOUNT_CONSOLE);

        assertWrongClient(application.post("", renamed(application)));
        assertOldLogin(console.post("", renamed(console)));
        assertThat(refusals(employee, "wrong_client")).hasSize(1);
        assertThat(refusals(employee, "insufficient_user_authentication")).hasSize(1);

        Rest online = account(ACCOUNT_CONSOLE, employee);
        assertThat(online.post("", renamed(online)).status()).isEqualTo(204);
    }

    private Rest offline(Client client) {
        Answer tokens = realm.tokens().password(client, employee, "openid offline_access");
        return account(realm.tokens().refresh(client, tokens.refreshToken(), "").accessToken());
    }

    @Test
    void refusesChangesWhenAnAdministratorSetThePasswordSince() {
        Rest before = account(ACCOUNT_CONSOLE, employee);
        ObjectNode renamed = renamed(before);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(Realm.PASSWORD);
        realm.user(employee).resetPassword(password);
        Instant reset = Instant.now();

        assertOldLogin(before.post("", renamed));

        await().until(() -> Instant.now().isAfter(reset.plusSeconds(1)));
        assertThat(account(ACCOUNT_CONSOLE, employee).post("", renamed).status())
                .isEqualTo(204);
    }

    /** The server need not have switched it on: what it would answer nobody reads. */
    @Test
    void refusesTheDeprecatedLinkWhereAnybodyApproves() {
        String link = "/broker/company/link?client_id=sample-app&nonce=n&hash=h&redirect_uri=x";
        Visitor browser = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid"))
                .signIn(employee);

        assertThat(browser.open(realm.issuer() + link).page().text()).contains("linking_refused");
        assertThat(refusals(employee, "linking_refused")).hasSize(1);

        String elsewhere = realm.issuer().replace("/" + realm.name(), "/master");
        assertThat(new Visitor().open(elsewhere + link).page().text()).doesNotContain("linking_refused");
    }

    private static String person(String... groups) {
        String name = "person" + PEOPLE.incrementAndGet();
        realm.addUser(name, Map.of("country", "US", "legal_entity", "Clips US Data Security"), groups);
        return name;
    }

    private static Rest account(Client client, String username) {
        return account(realm.tokens().password(client, username, "openid").accessToken());
    }

    private static Rest account(String token) {
        return realm.keycloaksRest("/account/v1alpha1/", token);
    }

    private static ObjectNode renamed(Rest account) {
        ObjectNode renamed =
                (ObjectNode) account.get("?userProfileMetadata=false").body();
        return renamed.put("lastName", "Renamed");
    }

    private static String password(String username) {
        return realm.user(username).credentials().get(0).getId();
    }

    private static void assertWrongClient(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("wrong_client");
    }

    private static void assertOldLogin(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("insufficient_user_authentication");
    }

    private static List<EventRepresentation> refusals(String username, String reason) {
        String id = realm.user(username).toRepresentation().getId();
        return realm.events("CUSTOM_REQUIRED_ACTION_ERROR").stream()
                .filter(event -> id.equals(event.getUserId()))
                .filter(event -> reason.equals(event.getDetails().get("data_access_refusal")))
                .toList();
    }
}
