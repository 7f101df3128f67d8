/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How recent and strong a login must be to decide. */
final class FreshLoginIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @Test
    void refusesWhenLoginIsTooOld() {
        String request = staff.file(staff.newcomer(), "us-contact");
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1S");
        Rest stale = realm.adminRestOf("avery");

        Answer refused = staleVote(stale, request);
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");

        assertThat(refused.error()).isEqualTo("insufficient_user_authentication");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer error=\"insufficient_user_authentication\", error_description=\"")
                .endsWith(", max_age=\"1\"")
                .doesNotContain("acr_values");
        assertThat(stale.post("requests/" + request + "/votes", Map.of("decision", "APPROVE"))
                        .text("status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void refusesWhenLoginIsTooWeak() {
        String request = staff.file(staff.newcomer(), "us-contact");
        realm.changePolicy("us-confidential", "approverAcr", "2");

        Answer refused = staff.approve("avery", request);
        realm.changePolicy("us-confidential", "approverAcr", "1");
        Answer approved = staff.approve("avery", request);
        realm.changePolicy("us-confidential", "approverAcr", "");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains(", acr_values=\"2\", max_age=\"3600\"");
        assertThat(approved.text("status")).isEqualTo("APPROVED");
    }

    @Test
    void refusesWhenSessionIsOffline() {
        String request = staff.file(staff.newcomer(), "us-contact");
        Answer offline = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid offline_access");
        String refreshed = realm.tokens()
                .refresh(Client.ADMIN_CLI, offline.refreshToken(), "")
                .accessToken();

        Answer refused =
                realm.adminRest(refreshed).post("requests/" + request + "/votes", Map.of("decision", "APPROVE"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("insufficient_user_authentication");
        assertThat(realm.adminRest(refreshed).get("requests/" + request).status())
                .isEqualTo(200);
    }

    @Test
    void refusesRevocationWhenLoginIsTooWeak() {
        String grant = staff.grant(staff.newcomer());
        realm.changePolicy("us-confidential", "approverAcr", "2");

        Answer approver = realm.adminRestOf("avery").post("grants/" + grant + "/revoke", Map.of("reason", "Closed"));
        Answer admin = realm.adminRestOf("pat").post("grants/" + grant + "/revoke", Map.of("reason", "Closed"));
        realm.changePolicy("us-confidential", "approverAcr", "");

        assertThat(approver.status()).isEqualTo(401);
        assertThat(admin.status()).isEqualTo(401);
        assertThat(realm.adminRestOf("pat")
                        .post("grants/" + grant + "/revoke", Map.of("reason", "Closed"))
                        .status())
                .isEqualTo(204);
    }

    /** A denial without comment is refused either way, first for the comment, later for the login. */
    private static Answer staleVote(Rest rest, String request) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> rest.post("requests/" + request + "/votes", Map.of("decision", "DENY")),
                        answer -> answer.status() == 401);
    }
}
