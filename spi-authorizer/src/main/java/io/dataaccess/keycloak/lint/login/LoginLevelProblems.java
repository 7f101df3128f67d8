/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.login.LevelsOfAuthentication;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Strong logins that policies ask approvers for, and that the clients of administration cannot ask for or reach. */
public final class LoginLevelProblems {

    private static final String ADMIN_CLIENTS = "data-access.adminClients";

    private final RealmModel realm;
    private final Catalog catalog;

    public LoginLevelProblems(RealmModel realm, Catalog catalog) {
        this.realm = realm;
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        List<ApprovalPolicy> asking = catalog.policySet().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .filter(policy -> !policy.approval().login().acr().isBlank())
                .filter(policy -> catalog.acrLevels()
                        .level(policy.approval().login().acr())
                        .isPresent())
                .toList();
        return Stream.of(
                        broken(),
                        asking.stream().flatMap(this::unreachable),
                        asking.isEmpty()
                                ? Stream.<Problem>empty()
                                : clients().flatMap(client -> differing(client, asking)))
                .flatMap(found -> found);
    }

    private Stream<Problem> broken() {
        return LevelsOfAuthentication.isBroken(realm)
                ? Stream.of(Problem.error(
                        "acr_map_invalid",
                        RealmElement.realm(realm),
                        "has a map of acr values to levels of authentication that cannot be read, or names without a"
                                + " number, so that those count as unknown: correct 'ACR to LoA mapping'"))
                : Stream.empty();
    }

    private Stream<Problem> unreachable(ApprovalPolicy policy) {
        String acr = policy.approval().login().acr();
        List<String> clients = clients()
                .filter(client -> !new ReachableLevels(client).reach(acr))
                .map(ClientModel::getClientId)
                .toList();
        return clients.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "approver_acr_unreachable",
                        catalog.place(policy),
                        "asks approvers for acr {acr}, which no login of {clients} reaches, so that nobody can vote"
                                + " there: give the browser flow a condition of that level of authentication, with a"
                                + " maximum age above 0",
                        ParameterizedText.naming("acr", acr, "clients", String.join(", ", clients))));
    }

    private Stream<Problem> differing(ClientModel client, List<ApprovalPolicy> asking) {
        Optional<AcrLevels> own = LevelsOfAuthentication.own(client);
        List<String> names = asking.stream()
                .map(policy -> policy.approval().login().acr())
                .filter(acr -> own.isPresent()
                        && !own.get().level(acr).equals(catalog.acrLevels().level(acr)))
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "admin_client_acr_differs",
                        RealmElement.client(client),
                        "understands {acrs} otherwise than the realm, whose levels count for approvals: give both the"
                                + " same 'ACR to LoA mapping', or the client none",
                        ParameterizedText.naming("acrs", String.join(", ", names))));
    }

    private Stream<ClientModel> clients() {
        String listed = Optional.ofNullable(realm.getAttribute(ADMIN_CLIENTS))
                .filter(text -> !text.isBlank())
                .orElse(Constants.ADMIN_CONSOLE_CLIENT_ID);
        return Arrays.stream(listed.strip().split("\\s+"))
                .distinct()
                .flatMap(id -> Stream.ofNullable(realm.getClientByClientId(id)));
    }
}
