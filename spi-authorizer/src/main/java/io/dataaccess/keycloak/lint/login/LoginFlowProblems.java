/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.classification.RealmIndex.ClientTrait;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.lint.realm.RealmClients;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Flows of login, or of forgotten credentials, that somebody gets through who only knows the name of another. */
public final class LoginFlowProblems {

    private static final Set<String> NAMING =
            Set.of("auth-username-form", "direct-grant-validate-username", "reset-credentials-choose-user");

    private static final Set<String> PASSED = Set.of(
            "allow-access-authenticator",
            "auth-conditional-otp-form",
            "user-session-limits",
            "reset-password",
            "reset-otp");

    private static final Set<String> BINDINGS =
            Set.of(AuthenticationFlowBindings.BROWSER_BINDING, AuthenticationFlowBindings.DIRECT_GRANT_BINDING);

    private final RealmModel realm;
    private final RealmClients clients;
    private final FlowPassage passage;

    public LoginFlowProblems(KeycloakSession session, RealmClients clients) {
        this.realm = clients.realm();
        this.clients = clients;
        this.passage = new FlowPassage(session, realm, NAMING, PASSED);
    }

    public Stream<Problem> find() {
        return Stream.concat(
                ofRealm(),
                clients.with(ClientTrait.OWN_FLOW)
                        .filter(ClientModel::isEnabled)
                        .flatMap(this::ofClient));
    }

    private Stream<Problem> ofRealm() {
        return Stream.of(
                        Stream.ofNullable(realm.getBrowserFlow()),
                        Stream.ofNullable(realm.getDirectGrantFlow()),
                        realm.isResetPasswordAllowed()
                                ? Stream.ofNullable(realm.getResetCredentialsFlow())
                                : Stream.<AuthenticationFlowModel>empty())
                .flatMap(flows -> flows)
                .flatMap(flow -> open(RealmElement.realm(realm), flow));
    }

    private Stream<Problem> ofClient(ClientModel client) {
        return BINDINGS.stream()
                .flatMap(binding -> Stream.ofNullable(override(client, binding)))
                .flatMap(flow -> open(RealmElement.client(client), flow));
    }

    private @Nullable AuthenticationFlowModel override(ClientModel client, String binding) {
        String id = client.getAuthenticationFlowBindingOverride(binding);
        return id == null ? null : realm.getAuthenticationFlowById(id);
    }

    private Stream<Problem> open(RealmElement place, AuthenticationFlowModel flow) {
        return passage.isOpen(flow.getId())
                ? Stream.of(Problem.error(
                        "login_without_credential",
                        place,
                        "has the flow {flow}, through which people get by a username alone, those at least who lack what"
                                + " it asks for on a condition, or asks them to set up: require a credential in it that"
                                + " everybody has",
                        ParameterizedText.naming("flow", String.valueOf(flow.getAlias()))))
                : Stream.empty();
    }
}
