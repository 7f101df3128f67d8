/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;

final class SilentLoginProblemsTest {

    private static final String SILENT = "WARNING login_silent at client sample-app";

    private final ProblemRealm realm = new ProblemRealm();
    private final AuthenticationExecutionModel execution = mock();

    /** The console has a flow of its own, in which everybody reaches the level that the policy asks for. */
    @BeforeEach
    void bindFlow() {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId("silent");
        ClientModel console = realm.client;
        when(console.getAuthenticationFlowBindingOverride("browser")).thenReturn("silent");
        when(realm.realm.getAuthenticationFlowById("silent")).thenReturn(flow);
        when(realm.realm.getAuthenticationExecutionsStream("silent")).thenAnswer(call -> Stream.of(execution));
        when(execution.isEnabled()).thenReturn(true);
        realm.policy.put("approverAcr", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-spnego", "auth-x509-client-username-form"})
    void findsClientWhenTheBrowserAnswersByItself(String authenticator) {
        when(execution.getAuthenticator()).thenReturn(authenticator);
        assertThat(realm.problems()).contains(SILENT);

        when(execution.isEnabled()).thenReturn(false);
        assertThat(realm.problems()).doesNotContain(SILENT);
    }

    @Test
    void findsNothingWhenAPersonAnswers() {
        when(execution.getAuthenticator()).thenReturn("auth-username-password-form");

        assertThat(realm.problems()).doesNotContain(SILENT);
    }

    @Test
    void findsNothingWhenPolicyAsksForAHigherLevel() {
        when(execution.getAuthenticator()).thenReturn("auth-spnego");
        realm.policy.put("approverAcr", "2");

        assertThat(realm.problems()).doesNotContain(SILENT);
    }

    @Test
    void findsNothingWhenNobodyMustApprove() {
        when(execution.getAuthenticator()).thenReturn("auth-spnego");
        realm.letNobodyApprove();

        assertThat(realm.problems()).doesNotContain(SILENT);
    }
}
