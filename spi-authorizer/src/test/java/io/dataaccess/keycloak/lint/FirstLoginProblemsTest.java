/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static io.dataaccess.keycloak.lint.Flows.CONFIGURED;
import static io.dataaccess.keycloak.lint.Flows.alternative;
import static io.dataaccess.keycloak.lint.Flows.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;

/** Identity providers that link accounts at the first login. */
final class FirstLoginProblemsTest {

    private static final String LINKS = "ERROR provider_links_by_itself at identity provider company";
    private static final AuthenticationExecutionModel DETECT = required("idp-detect-existing-broker-user");
    private static final AuthenticationExecutionModel LINK = required("idp-auto-link");

    private final ProblemRealm realm = new ProblemRealm();
    private final Flows flows = new Flows(realm);
    private final IdentityProviderModel provider = new IdentityProviderModel();

    @BeforeEach
    void broker() {
        provider.setAlias("company");
        provider.setEnabled(true);
        provider.setPassMaxAge(true);
        when(realm.session.identityProviders().getAllStream(any(IdentityProviderQuery.class)))
                .thenAnswer(call -> Stream.of(provider));
        when(realm.session.identityProviders().getMappersByAliasStream("company"))
                .thenAnswer(call -> Stream.of());
    }

    private List<String> found(AuthenticationExecutionModel... executions) {
        AuthenticationFlowModel flow = flows.flow(executions);
        when(realm.realm.getFirstBrokerLoginFlow()).thenReturn(flow);
        return realm.problems();
    }

    @Test
    void findsProviderWhenAnExistingAccountIsSetByItself() {
        assertThat(found(DETECT, LINK)).containsExactly(LINKS);
        assertThat(found(alternative("idp-create-user-if-unique"), alternative("idp-auto-link")))
                .containsExactly(LINKS);
    }

    /** A click of whoever has come from there is no proof. */
    @Test
    void findsProviderWhenTheLinkIsOnlyConfirmed() {
        AuthenticationExecutionModel existing = flows.subflow(ALTERNATIVE, required("idp-confirm-link"), LINK);

        assertThat(found(
                        required("idp-review-profile"),
                        flows.subflow(REQUIRED, alternative("idp-create-user-if-unique"), existing)))
                .containsExactly(LINKS);
    }

    @Test
    void findsProviderWhenProofIsAskedOfSomeOnly() {
        AuthenticationExecutionModel some = flows.subflow(CONDITIONAL, required(CONFIGURED), required("auth-otp-form"));
        AuthenticationExecutionModel choice =
                flows.subflow(REQUIRED, alternative("idp-email-verification"), alternative("idp-auto-link"));

        assertThat(found(DETECT, some, LINK)).containsExactly(LINKS);
        assertThat(found(DETECT, choice)).containsExactly(LINKS);
    }

    @Test
    void findsProviderWhenWhoeverIsThereSetsUpTheCredential() {
        flows.letPeopleSetUp("auth-otp-form", true, true);

        assertThat(found(DETECT, LINK, required("auth-otp-form"))).containsExactly(LINKS);
        assertThat(found(DETECT, required("auth-conditional-otp-form"), LINK)).containsExactly(LINKS);
    }

    @Test
    void findsNothingWhenProofIsAskedBeforeOrAfter() {
        assertThat(found(DETECT, required("idp-username-password-form"), LINK)).isEmpty();
        assertThat(found(DETECT, LINK, required("auth-password-form"))).isEmpty();
    }

    @Test
    void findsNothingWhenTheFlowIsKeycloaksOwn() {
        AuthenticationExecutionModel factor =
                flows.subflow(CONDITIONAL, required(CONFIGURED), required("auth-otp-form"));
        AuthenticationExecutionModel again = flows.subflow(ALTERNATIVE, required("idp-username-password-form"), factor);
        AuthenticationExecutionModel verified = flows.subflow(REQUIRED, alternative("idp-email-verification"), again);
        AuthenticationExecutionModel existing = flows.subflow(ALTERNATIVE, required("idp-confirm-link"), verified);
        AuthenticationExecutionModel either =
                flows.subflow(REQUIRED, alternative("idp-create-user-if-unique"), existing);
        AuthenticationExecutionModel organization =
                flows.subflow(CONDITIONAL, required(CONFIGURED), required("idp-add-organization-member"));

        assertThat(found(required("idp-review-profile"), either, organization)).isEmpty();
    }

    @Test
    void findsProviderWhenTheFlowIsItsOwn() {
        found(DETECT, required("idp-email-verification"));
        provider.setFirstBrokerLoginFlowId(flows.flow(DETECT, LINK).getId());
        assertThat(realm.problems()).containsExactly(LINKS);

        provider.setLinkOnly(true);
        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenTheProviderIsOff() {
        provider.setEnabled(false);

        assertThat(found(DETECT, LINK)).isEmpty();
    }
}
