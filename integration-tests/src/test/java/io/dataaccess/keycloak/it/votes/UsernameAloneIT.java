/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/**
 * A browser flow asks for the username on a page of its own, and then for a passkey of those who have one: the others are in
 * by their name alone, and Keycloak takes it for a password. Or it asks for a code, which whoever lacks it sets up.
 */
final class UsernameAloneIT {

    private static final String NAME = "username";
    private static final String PASSWORD = "username and password";
    private static final String CODE = "username and code";
    private static final String ALL = "username and password and code";
    private static final String CONDITIONS = "username and conditions";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    private final String approver = workforce.approver("/us-security");
    private final String request = workforce.file(workforce.newcomer(), "us-contact");
    private final Visitor browser = new Visitor();

    @BeforeAll
    static void makeFlows() {
        workforce.openAccountConsole();
        flow(NAME);
        subflow(forms(NAME), "passkeys", "CONDITIONAL");
        execution("passkeys", "conditional-user-configured", "REQUIRED");
        execution("passkeys", "webauthn-authenticator-passwordless", "REQUIRED");
        flow(PASSWORD);
        execution(forms(PASSWORD), "auth-password-form", "REQUIRED");
        flow(CODE);
        execution(forms(CODE), "auth-otp-form", "REQUIRED");
        flow(ALL);
        execution(forms(ALL), "auth-password-form", "REQUIRED");
        execution(forms(ALL), "auth-otp-form", "REQUIRED");
        flow(CONDITIONS);
        List.of("auth-password-form", "auth-otp-form").forEach(credential -> {
            subflow(forms(CONDITIONS), "those with " + credential, "CONDITIONAL");
            execution("those with " + credential, "conditional-user-configured", "REQUIRED");
            execution("those with " + credential, credential, "REQUIRED");
        });
        realm.change(changed -> changed.getAttributes().put("data-access.adminClients", "admin-cli sample-app"));
    }

    @AfterEach
    void resetPolicy() {
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
    }

    @Test
    void refusesVoteWhenOnlyTheUsernameIsGiven() {
        realm.change(changed -> changed.setBrowserFlow(NAME));

        signIn();

        assertThat(browser.isAtApplication()).as("Keycloak asks for nothing").isTrue();
        Answer vote = vote();
        assertThat(vote.status()).isEqualTo(401);
        assertThat(vote.error()).isEqualTo("insufficient_user_authentication");
        assertThat(problems()).contains("login_without_credential");
    }

    @Test
    void takesVoteWhenPasswordIsGivenAsWell() {
        realm.change(changed -> changed.setBrowserFlow(PASSWORD));

        signIn().submit("#kc-form-login", Map.of("password", Realm.PASSWORD));

        assertThat(vote().text("status")).isEqualTo("APPROVED");
        assertThat(problems()).doesNotContain("login_without_credential");
    }

    /** Keycloak does not ask for the username again. */
    @Test
    void takesVoteWhenPasswordIsGivenAgain() {
        realm.change(changed -> changed.setBrowserFlow(PASSWORD));
        signIn().submit("#kc-form-login", Map.of("password", Realm.PASSWORD));
        Instant given = Instant.now();
        await().until(() -> Instant.now().isAfter(given.plusSeconds(6)));
        realm.changePolicy("us-confidential", "approverMaxAge", "PT5S");
        assertThat(vote().status()).isEqualTo(401);

        open("&prompt=login").submit("#kc-form-login", Map.of("password", Realm.PASSWORD));

        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    /** Whoever knows the name would have a second factor of the person. */
    @Test
    void setsUpNoCredentialWhenOnlyTheUsernameIsGiven() {
        realm.change(changed -> changed.setBrowserFlow(CODE));

        signIn();

        assertThat(browser.page().select("[name=totpSecret]")).isEmpty();
        assertThat(browser.page().text()).contains("Please sign in again first");
        assertThat(browser.page().select("[name=username]")).hasSize(1);
        assertThat(problems()).contains("login_without_credential");
    }

    /** Keycloak does not ask for the username again in a session, and so for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "CONFIGURE_TOTP"})
    void setsUpNoCredentialWhenApplicationAsksForIt(String action) {
        realm.change(changed -> changed.setBrowserFlow(NAME));
        open("&kc_action=" + action).submit("#kc-form-login", Map.of("username", approver));
        assertThat(browser.page().text()).contains("Please sign in again first");
        browser.submit("#kc-form-login", Map.of("username", approver));
        assertThat(browser.told("error")).isEqualTo("access_denied");
        signIn();

        open("&kc_action=" + action);

        assertThat(browser.told("error")).isEqualTo("access_denied");
    }

    @Test
    void setsUpCredentialWhenPasswordIsGivenAsWell() {
        realm.change(changed -> changed.setBrowserFlow(ALL));

        signIn().submit("#kc-form-login", Map.of("password", Realm.PASSWORD));

        assertThat(browser.page().select("[name=totpSecret]")).hasSize(1);
        assertThat(problems()).doesNotContain("login_without_credential");
    }

    @Test
    void namesFlowWhenEachCredentialIsAskedOfThoseWhoHaveIt() {
        realm.change(changed -> changed.setBrowserFlow(CONDITIONS));
        assertThat(problems()).contains("login_without_credential");

        realm.change(changed -> changed.setBrowserFlow("browser"));
        assertThat(problems()).doesNotContain("login_without_credential");
    }

    private static List<String> problems() {
        return workforce.desk("pat").get("classification").body().findValuesAsText("code");
    }

    private Visitor signIn() {
        return open("").submit("#kc-form-login", Map.of("username", approver));
    }

    private Visitor open(String parameters) {
        return browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid") + parameters);
    }

    private Answer vote() {
        assertThat(browser.told("code")).as(browser.page().text()).isNotEmpty();
        String token =
                realm.tokens().code(Client.SAMPLE_APP, browser.told("code")).accessToken();
        return realm.adminRest(token).post("requests/" + request + "/votes", APPROVE);
    }

    private static void flow(String name) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(name);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        Created.check(flows().createFlow(flow));
        execution(name, "auth-cookie", "ALTERNATIVE");
        subflow(name, forms(name), "ALTERNATIVE");
        execution(forms(name), "auth-username-form", "REQUIRED");
    }

    private static String forms(String flow) {
        return flow + " forms";
    }

    private static void subflow(String parent, String name, String requirement) {
        flows().addExecutionFlow(
                        parent, Map.of("alias", name, "type", "basic-flow", "provider", "registration-page-form"));
        require(parent, requirement);
    }

    private static void execution(String flow, String authenticator, String requirement) {
        flows().addExecution(flow, Map.of("provider", authenticator));
        require(flow, requirement);
    }

    /** The last that was added. */
    private static void require(String flow, String requirement) {
        AuthenticationExecutionInfoRepresentation added = flows().getExecutions(flow).stream()
                .filter(execution -> execution.getLevel() == 0)
                .reduce((first, second) -> second)
                .orElseThrow();
        added.setRequirement(requirement);
        flows().updateExecutions(flow, added);
    }

    private static AuthenticationManagementResource flows() {
        return realm.admin().flows();
    }
}
