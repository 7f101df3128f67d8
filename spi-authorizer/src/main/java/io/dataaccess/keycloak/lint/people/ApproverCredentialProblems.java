/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.classification.RealmIndex.StoredAccount;
import io.dataaccess.keycloak.lint.login.StrongCredentials;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Approvers who have none of the credentials by which the login that a policy asks for could become strong enough. */
public final class ApproverCredentialProblems {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Catalog catalog;
    private final ApproverAccounts accounts;

    public ApproverCredentialProblems(
            KeycloakSession session, RealmModel realm, Catalog catalog, ApproverAccounts accounts) {
        this.session = session;
        this.realm = realm;
        this.catalog = catalog;
        this.accounts = accounts;
    }

    public Stream<Problem> find() {
        NamedPeople lacking = new NamedPeople(realm, "approver_without_credential");
        catalog.policySet().policies().forEach(policy -> look(policy, lacking));
        return lacking.problems();
    }

    private void look(ApprovalPolicy policy, NamedPeople lacking) {
        String acr = policy.approval().login().acr();
        OptionalInt level =
                acr.isBlank() ? OptionalInt.empty() : catalog.acrLevels().level(acr);
        Set<String> types =
                level.isPresent() ? new StrongCredentials(session, realm).ofLevel(level.getAsInt()) : Set.of();
        if (types.isEmpty()) {
            return;
        }
        accounts.of(policy.approval().required().keySet().stream()).forEach(member -> {
            if (lacking.isOpen() && member.account().stream().noneMatch(account -> hasOne(account, types))) {
                accounts.user(member.person())
                        .filter(user -> hasNone(user, types))
                        .ifPresent(user -> lacking.add(problem(user, acr, types)));
            }
        });
    }

    private static boolean hasOne(StoredAccount account, Set<String> types) {
        return account.brokered() || !Collections.disjoint(account.credentials(), types);
    }

    /** Whoever signs in elsewhere gives their credentials there. */
    private boolean hasNone(UserModel user, Set<String> types) {
        return types.stream().noneMatch(type -> user.credentialManager().isConfiguredFor(type))
                && session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isEmpty();
    }

    private static Problem problem(UserModel user, String acr, Set<String> types) {
        return Problem.warning(
                "approver_without_credential",
                RealmElement.user(user),
                "is an approver and has none of {credentials}, without which no login reaches acr {acr}, and whoever"
                        + " has the password may be asked to set one up: let the person set it up before they approve",
                ParameterizedText.naming("credentials", String.join(", ", new TreeSet<>(types)), "acr", acr));
    }
}
