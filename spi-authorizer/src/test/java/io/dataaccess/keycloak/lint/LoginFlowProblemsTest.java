/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static io.dataaccess.keycloak.lint.Flows.CONFIGURED;
import static io.dataaccess.keycloak.lint.Flows.LEVEL;
import static io.dataaccess.keycloak.lint.Flows.alternative;
import static io.dataaccess.keycloak.lint.Flows.execution;
import static io.dataaccess.keycloak.lint.Flows.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;

/** Flows through which people get by their username alone. */
final class LoginFlowProblemsTest {

    private static final String AT_REALM = "ERROR login_without_credential at realm";
    private static final AuthenticationExecutionModel USERNAME = required("auth-username-form");
    private static final AuthenticationExecutionModel PASSWORD = required("auth-password-form");
    private static final AuthenticationExecutionModel PASSKEY = required("webauthn-authenticator-passwordless");

    private final ProblemRealm realm = new ProblemRealm();
    private final Flows flows = new Flows(realm);

    private List<String> found(AuthenticationExecutionModel... executions) {
        AuthenticationFlowModel flow = flows.flow(executions);
        when(realm.realm.getDirectGrantFlow()).thenReturn(flow);
        return realm.problems();
    }

    @Test
    void findsFlowWhenPasskeyIsAskedOfThoseWhoHaveOne() {
        assertThat(found(USERNAME, flows.subflow(CONDITIONAL, required(CONFIGURED), PASSKEY)))
                .containsExactly(AT_REALM);
    }

    @Test
    void findsFlowWhenItIsASubflowBesideTheCookie() {
        AuthenticationExecutionModel forms = flows.subflow(ALTERNATIVE, USERNAME, required("user-session-limits"));

        assertThat(found(alternative("auth-cookie"), forms)).containsExactly(AT_REALM);
    }

    @Test
    void findsFlowWhenThePasswordIsSwitchedOffOrStandsInASubflowWithoutCondition() {
        assertThat(found(USERNAME, execution(DISABLED, "auth-password-form"))).containsExactly(AT_REALM);
        assertThat(found(USERNAME, flows.subflow(CONDITIONAL, PASSWORD))).containsExactly(AT_REALM);
    }

    /** Level 2 is for those who ask for it. */
    @Test
    void findsFlowWhenTheFirstLevelTakesNothing() {
        AuthenticationExecutionModel first = flows.subflow(CONDITIONAL, required(LEVEL), USERNAME);
        AuthenticationExecutionModel second = flows.subflow(CONDITIONAL, required(LEVEL), PASSWORD);

        assertThat(found(first, second)).containsExactly(AT_REALM);
    }

    @Test
    void findsNothingWhenTheFirstLevelTakesAPassword() {
        AuthenticationExecutionModel first = flows.subflow(CONDITIONAL, required(LEVEL), USERNAME, PASSWORD);
        AuthenticationExecutionModel second = flows.subflow(CONDITIONAL, required(LEVEL), PASSKEY);

        assertThat(found(first, second)).isEmpty();
    }

    @Test
    void findsNothingWhenACredentialIsRequired() {
        AuthenticationExecutionModel factor = flows.subflow(CONDITIONAL, required(CONFIGURED), required("otp"));

        assertThat(found(USERNAME, PASSWORD)).isEmpty();
        assertThat(found(USERNAME, flows.subflow(REQUIRED, alternative("auth-password-form"), alternative("passkey"))))
                .isEmpty();
        assertThat(found(required("auth-username-password-form"), factor)).isEmpty();
        assertThat(found(USERNAME, PASSWORD, factor)).isEmpty();
    }

    /** One may be for those for whom the other is not. */
    @Test
    void findsNothingWhenThereAreTwoConditions() {
        AuthenticationExecutionModel passkey = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSKEY);
        AuthenticationExecutionModel others = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSWORD);

        assertThat(found(USERNAME, passkey, others)).isEmpty();
    }

    /** As in Keycloak's own flows. */
    @Test
    void findsNothingWhenASubflowHasAConditionalOneOnly() {
        AuthenticationExecutionModel organization =
                flows.subflow(CONDITIONAL, required(CONFIGURED), required("organization"));

        assertThat(found(flows.subflow(ALTERNATIVE, organization), flows.subflow(ALTERNATIVE, USERNAME, PASSWORD)))
                .isEmpty();
    }

    @Test
    void findsNothingWhenNobodyIsNamed() {
        assertThat(found(required("allow-access-authenticator"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"browser", "direct_grant"})
    void findsClientWhenTheFlowIsItsOwn(String binding) {
        String flow = flows.flow(required("direct-grant-validate-username")).getId();
        when(realm.client.getAuthenticationFlowBindingOverride(binding)).thenReturn(flow);
        assertThat(realm.problems()).contains("ERROR login_without_credential at client sample-app");

        when(realm.client.isEnabled()).thenReturn(false);
        assertThat(realm.problems()).doesNotContain("ERROR login_without_credential at client sample-app");
    }

    @Test
    void findsForgottenCredentialsWhenNoMailIsSent() {
        AuthenticationExecutionModel name = required("reset-credentials-choose-user");
        AuthenticationExecutionModel password = required("reset-password");
        AuthenticationFlowModel withoutMail = flows.flow(name, password);
        AuthenticationFlowModel withMail = flows.flow(name, required("reset-credential-email"), password);
        when(realm.realm.isResetPasswordAllowed()).thenReturn(true);
        when(realm.realm.getResetCredentialsFlow()).thenReturn(withoutMail);
        assertThat(realm.problems()).contains(AT_REALM);

        when(realm.realm.isResetPasswordAllowed()).thenReturn(false);
        assertThat(realm.problems()).doesNotContain(AT_REALM);

        when(realm.realm.isResetPasswordAllowed()).thenReturn(true);
        when(realm.realm.getResetCredentialsFlow()).thenReturn(withMail);
        assertThat(realm.problems()).doesNotContain(AT_REALM);
    }
}
