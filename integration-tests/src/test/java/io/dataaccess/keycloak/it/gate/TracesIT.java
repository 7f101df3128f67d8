/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

/** What a refusal and a permission leave behind. */
final class TracesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @Test
    void leavesNoSessionWhenRefused() {
        Answer refused = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-contact offline_access");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(realm.user("maria").getUserSessions()).isEmpty();
        assertThat(offlineSessions("maria")).isZero();
    }

    @Test
    void leavesSessionsWhenPermitted() {
        Answer permitted = realm.tokens().password(Client.SAMPLE_APP, "blake", "openid us-public");

        assertThat(permitted.status()).isEqualTo(200);
        assertThat(realm.user("blake").getUserSessions()).hasSize(1);
    }

    @Test
    void writesErrorEventWhenRefused() {
        realm.tokens().password(Client.SAMPLE_APP, "dana", "openid us-public us-contact");

        EventRepresentation event = lastEvent("LOGIN_ERROR", "dana");
        assertThat(event.getError()).isEqualTo("access_denied");
        assertThat(event.getClientId()).isEqualTo("sample-app");
        assertThat(event.getIpAddress()).isNotBlank();
        assertThat(event.getDetails())
                .containsEntry("data_access_refusal", "approval_required")
                .containsEntry("data_access_scopes", "us-contact us-public")
                .containsEntry("grant_type", "password")
                .doesNotContainKey("data_access_grants");
    }

    @Test
    void writesGrantIntoEventWhenPermitted() {
        approvals.addEmployee("permitted");
        String grant = approvals.give("permitted", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "permitted", "openid us-public us-contact");
        realm.tokens().refresh(Client.SAMPLE_APP, token.refreshToken(), "");

        for (String type : new String[] {"LOGIN", "REFRESH_TOKEN"}) {
            assertThat(lastEvent(type, "permitted").getDetails())
                    .as(type)
                    .containsEntry("data_access_scopes", "us-contact us-public")
                    .containsEntry("data_access_grants", grant)
                    .containsEntry("data_access_exempt", "us-public")
                    .doesNotContainKey("data_access_refusal");
        }
    }

    @Test
    void writesNothingIntoEventWhenNoScopeIsGuarded() {
        realm.tokens().password(Client.SAMPLE_APP, "erin", "openid");

        assertThat(lastEvent("LOGIN", "erin").getDetails())
                .doesNotContainKeys("data_access_scopes", "data_access_grants", "data_access_exempt");
    }

    @Test
    void writesErrorEventWhenRefreshIsRefused() {
        approvals.addEmployee("refresher");
        approvals.give("refresher", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "refresher", "openid us-contact");
        approvals.bar("refresher");

        realm.tokens().refresh(Client.SAMPLE_APP, token.refreshToken(), "");

        assertThat(lastEvent("REFRESH_TOKEN_ERROR", "refresher").getDetails())
                .containsEntry("data_access_refusal", "not_eligible");
        assertThat(realm.user("refresher").getUserSessions()).isNotEmpty();
    }

    @Test
    void endsTokenWithShortestPolicyWhenApproved() {
        approvals.addEmployee("capped");
        approvals.give("capped", Client.SAMPLE_APP);
        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT30S");

        Answer both = realm.tokens().password(Client.SAMPLE_APP, "capped", "openid us-public us-contact");
        Answer one = realm.tokens().password(Client.SAMPLE_APP, "capped", "openid us-public");

        realm.changePolicy("us-confidential", "maxTokenLifespan", "PT5M");
        assertThat(lifespan(both)).isBetween(28L, 30L);
        assertThat(both.body().path("expires_in").asLong()).isBetween(28L, 30L);
        assertThat(lifespan(one)).isBetween(298L, 300L);
    }

    @Test
    void endsTokenWithGrantWhenThatIsEarlier() {
        approvals.addEmployee("short");
        approvals.give("short", Client.SAMPLE_APP, Map.of("duration", "PT1M"));

        Answer token = realm.tokens().password(Client.SAMPLE_APP, "short", "openid us-contact");

        long until = token.claims()
                .at("/authorization_details/0/approval/approved_until")
                .asLong();
        assertThat(token.claims().path("exp").asLong()).isEqualTo(until);
        assertThat(until
                        - token.claims()
                                .at("/authorization_details/0/approval/approved_at")
                                .asLong())
                .isEqualTo(60);
    }

    private static long lifespan(Answer token) {
        return token.claims().path("exp").asLong() - token.claims().path("iat").asLong();
    }

    private static EventRepresentation lastEvent(String type, String username) {
        String userId = realm.user(username).toRepresentation().getId();
        return realm.events(type).stream()
                .filter(event -> userId.equals(event.getUserId()))
                .findFirst()
                .orElseThrow();
    }

    private static int offlineSessions(String username) {
        String client =
                realm.admin().clients().findByClientId("sample-app").get(0).getId();
        return realm.user(username).getOfflineSessions(client).size();
    }
}
