/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Identity providers whose accounts are linked at their first login to an account of the realm that need not be theirs. */
public final class FirstLoginProblems {

    private static final Set<String> LINKING = Set.of("idp-auto-link", "auth-username-form");

    private static final Set<String> PASSED = Set.of(
            "idp-review-profile",
            "idp-detect-existing-broker-user",
            "idp-confirm-link",
            "idp-confirm-override-link",
            "idp-add-organization-member",
            "allow-access-authenticator",
            "auth-conditional-otp-form",
            "user-session-limits");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final FlowPassage passage;

    public FirstLoginProblems(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.passage = new FlowPassage(session, realm, LINKING, PASSED);
    }

    public Stream<Problem> find() {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(IdentityProviderModel::isEnabled)
                .filter(provider -> !Boolean.TRUE.equals(provider.isLinkOnly()) && !provider.isTransientUsers())
                .flatMap(this::ofProvider);
    }

    private Stream<Problem> ofProvider(IdentityProviderModel provider) {
        return Stream.ofNullable(flow(provider))
                .filter(flow -> passage.isOpen(flow.getId()))
                .map(flow -> Problem.error(
                        "provider_links_by_itself",
                        RealmElement.identityProvider(provider),
                        "links whoever comes from there to the account of the same e-mail address or username by the"
                                + " first login flow {flow}, without a proof that it is theirs: ask in the flow for the"
                                + " link of a mail, or for a credential of the account, before the account is set",
                        ParameterizedText.naming("flow", String.valueOf(flow.getAlias()))));
    }

    private @Nullable AuthenticationFlowModel flow(IdentityProviderModel provider) {
        String own = provider.getFirstBrokerLoginFlowId();
        return own == null ? realm.getFirstBrokerLoginFlow() : realm.getAuthenticationFlowById(own);
    }
}
