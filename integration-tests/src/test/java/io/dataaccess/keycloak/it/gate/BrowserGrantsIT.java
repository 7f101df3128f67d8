/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gate alone: the step-up in the browser is switched off. */
final class BrowserGrantsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void switchOffStepUp() {
        realm.switchStepUp(false);
        realm.changeClient("sample-app", client -> client.setImplicitFlowEnabled(true));
    }

    @Test
    void refusesCodeWhenNotApproved() {
        Answer answer = realm.tokens().code(Client.SAMPLE_APP, code("maria"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.reason()).isEqualTo("approval_required");
        assertThat(realm.events("CODE_TO_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required");
    }

    @Test
    void permitsCodeWhenApproved() {
        approvals.addEmployee("code");
        String grant = approvals.give("code", Client.SAMPLE_APP);

        Answer answer = realm.tokens().code(Client.SAMPLE_APP, code("code"));

        assertThat(answer.claims().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
        assertThat(realm.events("CODE_TO_TOKEN").get(0).getDetails())
                .containsEntry("data_access_scopes", "us-contact")
                .containsEntry("data_access_grants", grant);
    }

    @Test
    void refusesImplicitFlowWhenNotApproved() {
        Visitor visitor = new Visitor().open(implicit()).signIn("blake");

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(realm.user("blake").getUserSessions()).isEmpty();
        assertThat(realm.events("LOGIN_ERROR"))
                .extracting(event -> event.getDetails().get("data_access_refusal"))
                .contains("approval_required");
    }

    @Test
    void permitsImplicitFlowWhenApproved() {
        approvals.addEmployee("implicit");
        approvals.give("implicit", Client.SAMPLE_APP);

        Visitor visitor = new Visitor().open(implicit()).signIn("implicit");

        assertThat(visitor.told("access_token")).isNotEmpty();
    }

    @Test
    void refusesDeviceWhenNotApproved() {
        Answer answer = device("dana", Client.CLI);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.reason()).isEqualTo("approval_required");
        assertThat(realm.events("OAUTH2_DEVICE_CODE_TO_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required");
    }

    /** Its permit twin has the page: {@code DevicePageIT.permitsDeviceWhenConfirmed}. */
    @Test
    void refusesDeviceWhenApprovedButItsPageIsSwitchedOff() {
        approvals.addEmployee("device");
        realm.changeClient("cli", client -> client.setDirectAccessGrantsEnabled(true));
        approvals.give("device", Client.CLI);

        Answer answer = device("device", Client.CLI);

        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.reason()).isEqualTo("approval_required");
    }

    private String code(String username) {
        return new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid us-contact"))
                .signIn(username)
                .told("code");
    }

    private static String implicit() {
        return realm.tokens()
                .loginUrl(Client.SAMPLE_APP, "openid us-contact")
                .replace("response_type=code", "response_type=token");
    }

    private Answer device(String username, Client client) {
        Answer started = realm.tokens().device(client, "openid us-contact");
        new Visitor()
                .open(started.text("verification_uri_complete"))
                .signIn(username)
                .submit("form", Map.of("accept", "Yes"));
        return realm.tokens()
                .grant(
                        client,
                        "urn:ietf:params:oauth:grant-type:device_code",
                        Map.of("device_code", started.text("device_code")));
    }
}
