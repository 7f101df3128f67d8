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
import java.util.Map;
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

    /** Whoever came from an identity provider has neither. */
    @Test
    void findsFlowWhenEachCredentialIsAskedOfThoseWhoHaveIt() {
        AuthenticationExecutionModel password = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSWORD);
        AuthenticationExecutionModel passkey = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSKEY);
        AuthenticationExecutionModel some = flows.subflow(CONDITIONAL, role("staff", "false"), PASSWORD);

        assertThat(found(USERNAME, password, passkey)).containsExactly(AT_REALM);
        assertThat(found(USERNAME, some, passkey)).containsExactly(AT_REALM);
    }

    /** Keycloak goes through no conditional subflow then, and the flow of them has not succeeded. */
    @Test
    void findsNothingWhenTheConditionsAreInARequiredSubflow() {
        AuthenticationExecutionModel password = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSWORD);
        AuthenticationExecutionModel passkey = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSKEY);

        assertThat(found(USERNAME, flows.subflow(REQUIRED, password, passkey))).isEmpty();
    }

    @Test
    void findsNothingWhenOneConditionIsTheOppositeOfTheOther() {
        AuthenticationExecutionModel staff = flows.subflow(CONDITIONAL, role("staff", "false"), PASSKEY);
        AuthenticationExecutionModel others = flows.subflow(CONDITIONAL, role("staff", "true"), PASSWORD);
        AuthenticationExecutionModel factor =
                flows.subflow(CONDITIONAL, required(CONFIGURED), required("auth-otp-form"));

        assertThat(found(USERNAME, staff, others)).isEmpty();
        assertThat(found(USERNAME, factor, others, staff)).isEmpty();
    }

    @Test
    void findsFlowWhenConditionsOnlyLookLikeOpposites() {
        AuthenticationExecutionModel staff = flows.subflow(CONDITIONAL, role("staff", "false"), PASSKEY);
        AuthenticationExecutionModel guests = flows.subflow(CONDITIONAL, role("guest", "true"), PASSWORD);
        AuthenticationExecutionModel some =
                flows.subflow(CONDITIONAL, role("staff", "true"), required(CONFIGURED), PASSWORD);

        assertThat(found(USERNAME, staff, guests)).containsExactly(AT_REALM);
        assertThat(found(USERNAME, staff, some)).containsExactly(AT_REALM);
        assertThat(found(USERNAME, staff, flows.subflow(CONDITIONAL, role("staff", "false"), PASSWORD)))
                .containsExactly(AT_REALM);
    }

    @Test
    void findsNothingWhenThePasswordIsForThoseWhoHaveNotGivenThePasskey() {
        AuthenticationExecutionModel passkey = flows.subflow(CONDITIONAL, required(CONFIGURED), PASSKEY);

        assertThat(found(
                        USERNAME,
                        passkey,
                        flows.subflow(CONDITIONAL, executed(passkey.getFlowId(), "not-executed"), PASSWORD)))
                .isEmpty();
        assertThat(found(
                        USERNAME,
                        passkey,
                        flows.subflow(CONDITIONAL, executed(passkey.getFlowId(), "executed"), PASSWORD)))
                .containsExactly(AT_REALM);
    }

    private AuthenticationExecutionModel role(String role, String negate) {
        return flows.condition(Flows.ROLE, Map.of("condUserRole", role, "negate", negate));
    }

    private AuthenticationExecutionModel executed(String flow, String result) {
        return flows.condition(Flows.EXECUTED, Map.of("flow_to_check", flow, "check_result", result));
    }

    /** A stranger who types the name sets up a credential of their own. */
    @Test
    void findsFlowWhenWhoeverIsThereSetsUpTheCredential() {
        flows.letPeopleSetUp("auth-otp-form", true, true);
        AuthenticationExecutionModel factor = required("auth-otp-form");

        assertThat(found(USERNAME, factor)).containsExactly(AT_REALM);
        assertThat(found(USERNAME, flows.subflow(CONDITIONAL, required(LEVEL), factor)))
                .containsExactly(AT_REALM);
        assertThat(found(USERNAME, flows.subflow(REQUIRED, flows.subflow(ALTERNATIVE, factor))))
                .containsExactly(AT_REALM);
    }

    /** Whoever comes to it has one. */
    @Test
    void findsNothingWhenTheCredentialIsAskedOfThoseWhoHaveIt() {
        flows.letPeopleSetUp("auth-otp-form", true, true);
        AuthenticationExecutionModel factor =
                flows.subflow(CONDITIONAL, required(CONFIGURED), required("auth-otp-form"));
        AuthenticationExecutionModel others =
                flows.subflow(CONDITIONAL, executed(factor.getFlowId(), "not-executed"), PASSWORD);

        assertThat(found(USERNAME, factor, others)).isEmpty();
        assertThat(found(USERNAME, flows.subflow(REQUIRED, factor))).isEmpty();
        assertThat(found(USERNAME, factor)).containsExactly(AT_REALM);
    }

    /** Keycloak looks at conditions of conditional subflows only. */
    @Test
    void findsFlowWhenTheConditionIsInARequiredSubflow() {
        flows.letPeopleSetUp("auth-otp-form", true, true);

        assertThat(found(USERNAME, flows.subflow(REQUIRED, required(CONFIGURED), required("auth-otp-form"))))
                .containsExactly(AT_REALM);
    }

    @Test
    void findsFlowWhenTheOneTimeCodeIsLeftOutForSome() {
        assertThat(found(USERNAME, required("auth-conditional-otp-form"))).containsExactly(AT_REALM);
    }

    @Test
    void findsNothingWhenACredentialIsGivenBeforeAnotherIsSetUp() {
        flows.letPeopleSetUp("auth-otp-form", true, true);

        assertThat(found(USERNAME, PASSWORD, required("auth-otp-form"))).isEmpty();
    }

    /** Keycloak sets up nothing then. */
    @Test
    void findsNothingWhenTheCredentialCannotBeSetUp() {
        flows.letPeopleSetUp("auth-otp-form", true, false);
        flows.letPeopleSetUp("webauthn-authenticator", true, true);
        flows.letPeopleSetUp("identity-provider-redirector", false, true);

        assertThat(found(USERNAME, required("auth-otp-form"))).isEmpty();
        assertThat(found(USERNAME, required("identity-provider-redirector"))).isEmpty();
        assertThat(found(
                        USERNAME,
                        flows.subflow(
                                REQUIRED, alternative("webauthn-authenticator"), alternative("auth-password-form"))))
                .isEmpty();
    }

    /** Those who lack what the first level asks for have reached none before the second. */
    @Test
    void judgesTheSecondLevelWhenTheFirstIsUnderAnotherConditionAsWell() {
        AuthenticationExecutionModel first = flows.subflow(CONDITIONAL, required(LEVEL), required(CONFIGURED), PASSKEY);
        AuthenticationExecutionModel second = flows.subflow(CONDITIONAL, required(LEVEL), PASSWORD);

        assertThat(found(USERNAME, first, second)).isEmpty();
        assertThat(found(USERNAME, first)).containsExactly(AT_REALM);
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
