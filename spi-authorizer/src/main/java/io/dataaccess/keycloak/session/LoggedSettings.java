/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.lint.realm.SettingProblems;
import io.dataaccess.keycloak.log.SettingLog;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What the log is told of a realm's settings: all when it begins, so that each later change is told from what to what, and then
 * those that somebody saves.
 */
public final class LoggedSettings {

    private final RealmModel realm;
    private final SettingLog log;

    public LoggedSettings(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.log = new SettingLog(session, realm, new KeycloakClock());
    }

    /** All settings of a realm, in a session of their own. */
    static void all(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            LoggedSettings settings = new LoggedSettings(session, realm);
            settings.attributes();
            realm.getClientScopesStream().forEach(scope -> settings.scope(scope.getId(), scope));
        }
    }

    /** The attributes of the realm, and the clients that they name. */
    public void attributes() {
        SettingProblems.OF_REALM.stream()
                .sorted()
                .forEach(name -> log.attribute(name, Optional.ofNullable(realm.getAttribute(name))));
        AdminClients.of(realm).stream()
                .map(realm::getClientByClientId)
                .filter(Objects::nonNull)
                .forEach(this::client);
    }

    /**
     * The data categories of a client scope.
     *
     * @param scope null when it is gone
     */
    public void scope(String id, @Nullable ClientScopeModel scope) {
        log.scope(id, Optional.ofNullable(scope).map(found -> found.getAttribute(ScopeCatalog.CATEGORIES)));
    }

    /** What may send the tokens of a client where, if the admin REST takes them. */
    public void client(ClientModel client) {
        boolean isNamed = AdminClients.of(realm).contains(client.getClientId());
        log.adminClient(client.getId(), isNamed ? Optional.of(settings(client)) : Optional.empty());
    }

    public void clientRemoved(ClientModel client) {
        log.adminClient(client.getId(), Optional.empty());
    }

    private static Map<String, ?> settings(ClientModel client) {
        return Map.of(
                "clientId", client.getClientId(),
                "enabled", client.isEnabled(),
                "publicClient", client.isPublicClient(),
                "redirectUris", client.getRedirectUris().stream().sorted().toList(),
                "webOrigins", client.getWebOrigins().stream().sorted().toList(),
                "standardFlow", client.isStandardFlowEnabled(),
                "implicitFlow", client.isImplicitFlowEnabled(),
                "directAccessGrants", client.isDirectAccessGrantsEnabled(),
                "serviceAccounts", client.isServiceAccountsEnabled(),
                "fullScope", client.isFullScopeAllowed());
    }

    /** The attributes of a person that a condition reads, of who asks or of who approves. */
    public void user(UserModel user) {
        if (log.exists()) {
            log.attributes(
                    user.getId(),
                    Catalog.of(realm).policySet().policies().stream()
                            .flatMap(LoggedSettings::conditions)
                            .flatMap(condition -> Stream.concat(
                                    condition.subjectAttributes().stream(), condition.approverAttributes().stream()))
                            .distinct()
                            .collect(Collectors.toMap(name -> name, name -> values(user, name))));
        }
    }

    private static Stream<Condition> conditions(ApprovalPolicy policy) {
        return Stream.of(
                policy.eligibility(), policy.exemption(), policy.approval().approverCondition());
    }

    private static List<String> values(UserModel user, String name) {
        return user.getAttributeStream(name).toList();
    }
}
