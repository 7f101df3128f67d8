/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** A login waits while its account is changed by SCIM. */
final class ScimIT {

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    private static final Approvals approvals = new Approvals(realm);
    private static final String PROVISIONER = "provisioner";

    private final Visitor parked = new Visitor();
    private String employee = "";

    /** Keycloak takes tokens of a client with a secret there, made for SCIM. */
    @BeforeAll
    static void letProvisionerManageUsers() {
        realm.change(changed -> changed.setScimApiEnabled(true));
        realm.changeClient(Client.SAMPLE_APP.id(), client -> client.setFullScopeAllowed(true));
        new Mappers(realm)
                .add(
                        Client.SAMPLE_APP.id(),
                        "oidc-audience-mapper",
                        "scim",
                        Map.of("included.custom.audience", realm.issuer() + "/scim/v2"));
        annotateProfile();
        realm.addUser(PROVISIONER, Map.of());
        String administration = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        List<RoleRepresentation> roles = List.of(realm.admin()
                .clients()
                .get(administration)
                .roles()
                .get("manage-users")
                .toRepresentation());
        realm.user(PROVISIONER).roles().clientLevel(administration).add(roles);
    }

    /** Keycloak's SCIM fails at an attribute without (26.7.3). */
    private static void annotateProfile() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.getAttributes().forEach(attribute -> attribute.setAnnotations(Map.of("inputType", "text")));
        realm.admin().users().userProfile().update(profile);
    }

    @BeforeEach
    void park(TestInfo test) {
        employee = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        approvals.addEmployee(employee);
        Outcome.assertStepUp(
                parked.open(AuthorizationUrl.of(realm, "openid us-contact").toString())
                        .signIn(employee));
    }

    @Test
    void sendsToLoginWhenAccountIsDisabledForAWhile() {
        put(false, "Employee");
        put(true, "Employee");

        refresh();

        assertThat(parked.page().select("#kc-form-login"))
                .as(parked.page().text())
                .hasSize(1);
        assertThat(parked.page().text()).contains("Please sign in again");
    }

    @Test
    void waitsWhenSomethingElseIsChanged() {
        put(true, "Married");

        refresh();

        Outcome.assertStepUp(parked);
        assertThat(realm.user(employee).toRepresentation().getLastName()).isEqualTo("Married");
    }

    private void refresh() {
        parked.open(parked.page().select("[data-refresh-url]").attr("data-refresh-url"));
    }

    private void put(boolean active, String familyName) {
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, PROVISIONER, "openid")
                .accessToken();
        String id = realm.user(employee).toRepresentation().getId();
        Answer answer = realm.keycloaksRest("/scim/v2/", token)
                .put(
                        "Users/" + id,
                        Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                                "id",
                                id,
                                "userName",
                                employee,
                                "active",
                                active,
                                "name",
                                Map.of("givenName", employee, "familyName", familyName),
                                "emails",
                                List.of(Map.of("value", employee + "@clips.example"))));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(realm.user(employee).toRepresentation().isEnabled()).isEqualTo(active);
    }
}
