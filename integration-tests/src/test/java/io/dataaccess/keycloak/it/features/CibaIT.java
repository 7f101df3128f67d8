/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins that the application starts and the person confirms on a phone; no page of ours is in between. */
final class CibaIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient("sample-app", client -> client.getAttributes().put("oidc.ciba.grant.enabled", "true"));
    }

    @Test
    void refusesBackchannelLoginWhenNotApproved() {
        Answer answer = login("maria");

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
        assertThat(realm.user("maria").getUserSessions()).isEmpty();
        assertThat(realm.user("maria").getConsents()).isEmpty();
        assertThat(realm.events("AUTHREQID_TO_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required")
                .containsEntry("data_access_scopes", "us-contact");
    }

    @Test
    void permitsBackchannelLoginWhenApproved() {
        approvals.addEmployee("phone");
        String grant = approvals.give("phone", Client.SAMPLE_APP);

        Answer answer = login("phone");

        Outcome.assertRests(answer, grant);
        assertThat(realm.events("AUTHREQID_TO_TOKEN").get(0).getDetails()).containsEntry("data_access_grants", grant);
    }

    @Test
    void refusesRefreshOfBackchannelLoginWhenNoLongerAllowed() {
        approvals.addEmployee("moving");
        String grant = approvals.give("moving", Client.SAMPLE_APP);
        Answer first = login("moving");
        Answer before = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");
        approvals.bar("moving");

        Answer after = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");

        Outcome.assertRests(before, grant);
        Outcome.assertRefused(after, "invalid_grant", "not_eligible");
    }

    private static Answer login(String username) {
        Answer asked = realm.tokens()
                .post(Client.SAMPLE_APP, "ext/ciba/auth", Map.of("scope", "openid us-contact", "login_hint", username));
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(200);
        assertThat(realm.confirmOnPhone(username).status()).isEqualTo(200);
        return realm.tokens()
                .grant(
                        Client.SAMPLE_APP,
                        "urn:openid:params:grant-type:ciba",
                        Map.of("auth_req_id", asked.text("auth_req_id")));
    }
}
