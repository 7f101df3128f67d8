/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Mistakes about clients. */
final class ProblemsOfClientsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Findings problems = new Findings(realm);

    @Test
    void findsClientWhenImplicitFlowIsOn() {
        problems.findWhen(
                () -> realm.changeClient("sample-app", client -> client.setImplicitFlowEnabled(true)),
                () -> realm.changeClient("sample-app", client -> client.setImplicitFlowEnabled(false)),
                "WARNING client_implicit_flow at client sample-app");
    }

    @Test
    void findsNothingWhenClientWithImplicitFlowHasNoGuardedScope() {
        problems.findWhen(
                () -> realm.changeClient("sample-api", client -> client.setImplicitFlowEnabled(true)),
                () -> realm.changeClient("sample-api", client -> client.setImplicitFlowEnabled(false)));
    }

    @Test
    void findsClientWhenAnybodyStartsLoginsOfOthers() {
        problems.findWhen(
                () -> startLogins("cli", "true"),
                () -> startLogins("cli", "false"),
                "ERROR ciba_public_client at client cli");
    }

    @Test
    void findsNothingWhenTheClientThatStartsLoginsHasASecret() {
        problems.findWhen(() -> startLogins("sample-app", "true"), () -> startLogins("sample-app", "false"));
    }

    @Test
    void findsScopeWhenClientHasItByDefault() {
        String id = scope("eu-contact").getId();
        problems.findWhen(
                () -> {
                    client("cli").removeOptionalClientScope(id);
                    client("cli").addDefaultClientScope(id);
                },
                () -> {
                    client("cli").removeDefaultClientScope(id);
                    client("cli").addOptionalClientScope(id);
                },
                "WARNING scope_default at client scope eu-contact");
    }

    @Test
    void findsConsoleWhenItHasAnotherAddress() {
        findsAddressAt("account-console", "/realms/" + realm.name() + "/account/*");
        findsAddressAt("security-admin-console", "/admin/" + realm.name() + "/console/*");
    }

    private static void findsAddressAt(String console, String own) {
        problems.findWhen(
                () -> realm.changeClient(
                        console, client -> client.setRedirectUris(List.of(own, "https://employee.example/*"))),
                () -> realm.changeClient(console, client -> client.setRedirectUris(List.of(own))),
                "ERROR console_changed at client " + console);
    }

    /** Keycloak gives a scope's roles only with the scope, unless all scopes are allowed. */
    @Test
    void findsClientWhenItsTokensCarryRolesOfAGuardedScope() {
        realm.admin().roles().create(new RoleRepresentation("contact-reader", "", false));
        List<RoleRepresentation> reader =
                List.of(realm.admin().roles().get("contact-reader").toRepresentation());
        var roles = realm.admin()
                .clientScopes()
                .get(scope("us-contact").getId())
                .getScopeMappings()
                .realmLevel();
        roles.add(reader);

        problems.findWhen(
                () -> realm.changeClient("sample-api", client -> client.setFullScopeAllowed(true)),
                () -> realm.changeClient("sample-api", client -> client.setFullScopeAllowed(false)),
                "ERROR role_without_scope at client sample-api");
        roles.remove(reader);
    }

    @Test
    void findsClientWhenVotesAreTakenFromOneThatIsNotThere() {
        problems.findWhen(
                () -> adminClients("security-admin-console admin-cli gone"),
                () -> adminClients("security-admin-console admin-cli"),
                "ERROR admin_client_missing at client gone");
    }

    @Test
    void findsRealmWhenItsAdminClientsLeaveTheConsoleOut() {
        problems.findWhen(
                () -> adminClients("admin-cli"),
                () -> adminClients("security-admin-console admin-cli"),
                "WARNING admin_console_missing at realm");
    }

    @Test
    void findsClientWhenVotesAreTakenFromAnApplication() {
        problems.findWhen(
                () -> adminClients("security-admin-console admin-cli sample-app"),
                () -> adminClients("security-admin-console admin-cli"),
                "WARNING admin_client_application at client sample-app");
        problems.findWhen(
                () -> adminClients("security-admin-console admin-cli batch"),
                () -> adminClients("security-admin-console admin-cli"));
    }

    @Test
    void findsAttributesWhenTheyAreMisspelt() {
        problems.findWhen(
                () -> {
                    realm.changeScope(
                            "profile", found -> found.getAttributes().put("data-access.category", "us.user.contact"));
                    realm.changeClient(
                            "cli", found -> found.getAttributes().put("data-access.categories", "us.user.contact"));
                    realm.change(found -> found.getAttributes().put("data-access.adminClient", "admin-cli"));
                },
                () -> {
                    realm.changeScope("profile", found -> found.getAttributes().put("data-access.category", ""));
                    realm.changeClient("cli", found -> found.getAttributes().put("data-access.categories", ""));
                    realm.change(found -> found.getAttributes().remove("data-access.adminClient"));
                },
                "ERROR scope_setting_unknown at client scope profile",
                "ERROR client_setting_unknown at client cli",
                "WARNING setting_unknown at realm");
    }

    private void startLogins(String clientId, String on) {
        realm.changeClient(clientId, client -> client.getAttributes().put("oidc.ciba.grant.enabled", on));
    }

    private void adminClients(String ids) {
        realm.change(found -> found.getAttributes().put("data-access.adminClients", ids));
    }

    private ClientResource client(String clientId) {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(clientId).get(0).getId());
    }

    private ClientScopeRepresentation scope(String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
