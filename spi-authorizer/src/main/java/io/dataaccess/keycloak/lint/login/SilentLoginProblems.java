/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.login.LevelExecutions.AtLevel;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Logins of approvers that are new without anybody at the keyboard, because the browser answers by itself (Keycloak 26.7.3). */
public final class SilentLoginProblems {

    private static final Set<String> SILENT = Set.of("auth-spnego", "auth-x509-client-username-form");

    private final RealmModel realm;
    private final Catalog catalog;

    public SilentLoginProblems(RealmModel realm, Catalog catalog) {
        this.realm = realm;
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        List<ApprovalPolicy> asking = catalog.policySet().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .toList();
        return AdminClients.of(realm).stream()
                .flatMap(id -> Stream.ofNullable(realm.getClientByClientId(id)))
                .flatMap(client -> ofClient(client, asking));
    }

    private Stream<Problem> ofClient(ClientModel client, List<ApprovalPolicy> asking) {
        List<AtLevel> silent = Stream.ofNullable(flow(client))
                .flatMap(new LevelExecutions(realm)::in)
                .filter(found -> SILENT.contains(found.execution().getAuthenticator()))
                .toList();
        List<String> policies = asking.stream()
                .filter(policy -> silent.stream().anyMatch(found -> isEnough(found, policy)))
                .map(policy -> policy.version().name())
                .distinct()
                .sorted()
                .toList();
        return policies.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "login_silent",
                        RealmElement.client(client),
                        "signs people in by Kerberos or a certificate of their browser, which answers by itself: a"
                                + " workstation that nobody sits at has logins as new as {policies} ask approvers for."
                                + " Give the client a browser flow without, or let the policies ask for an acr of"
                                + " another factor",
                        ParameterizedText.naming("policies", String.join(", ", policies))));
    }

    private @Nullable AuthenticationFlowModel flow(ClientModel client) {
        String override = client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING);
        return override == null ? realm.getBrowserFlow() : realm.getAuthenticationFlowById(override);
    }

    /** An acr that nobody understands is reached by none. */
    private boolean isEnough(AtLevel found, ApprovalPolicy policy) {
        String acr = policy.approval().login().acr();
        return acr.isBlank()
                || catalog.acrLevels().level(acr).stream()
                        .anyMatch(level -> found.level().orElse(ReachableLevels.WITHOUT_LEVELS) >= level);
    }
}
