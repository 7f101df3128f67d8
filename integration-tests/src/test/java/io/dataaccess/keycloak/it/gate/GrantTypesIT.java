/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each OAuth grant that needs no browser: refused without approval, permitted with it. */
final class GrantTypesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient(
                "sample-app", client -> client.getAttributes().put("standard.token.exchange.enabled", "true"));
        realm.changeClient("batch", client -> client.setDirectAccessGrantsEnabled(true));
        realm.user("pat")
                .roles()
                .realmLevel()
                .add(List.of(
                        realm.admin().roles().get("data-access-service-owner").toRepresentation()));
    }

    @Test
    void refusesPasswordWhenNotApproved() {
        assertRefused(
                realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-contact"),
                "invalid_scope",
                "approval_required");
    }

    @Test
    void permitsPasswordWhenApproved() {
        approvals.addEmployee("password");
        String grant = approvals.give("password", Client.SAMPLE_APP);

        assertOpens(realm.tokens().password(Client.SAMPLE_APP, "password", "openid us-contact"), grant);
    }

    @Test
    void permitsPasswordWhenNoApprovalIsRequired() {
        Answer answer = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public");

        assertThat(answer.scopes()).contains("us-public");
        assertThat(answer.claims().at("/data_categories/0").asText()).isEqualTo("us.user.content.public");
        assertThat(answer.claims().at("/authorization_details/0").toString())
                .isEqualTo(
                        "{\"type\":\"data_access\",\"identifier\":\"us-public\",\"datatypes\":[\"us.user.content.public\"]}");
    }

    @Test
    void refusesPasswordWhenOneOfTwoScopesIsNotApproved() {
        assertRefused(
                realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public us-contact"),
                "invalid_scope",
                "approval_required");
    }

    @Test
    void refusesPasswordWhenSubjectIsBarred() {
        assertRefused(
                realm.tokens().password(Client.SAMPLE_APP, "chen", "openid us-public"),
                "invalid_scope",
                "not_eligible");
    }

    @Test
    void refusesForNowWhenAttributeIsMissing() {
        realm.addUser("nobody", Map.of("country", "CN"));

        assertRefused(
                realm.tokens().password(Client.SAMPLE_APP, "nobody", "openid us-public"),
                "temporarily_unavailable",
                "undecidable");
    }

    @Test
    void refusesRefreshWhenGrantIsCutShort() {
        approvals.addEmployee("refreshing");
        approvals.give("refreshing", Client.SAMPLE_APP);
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "refreshing", "openid us-contact");
        approvals.bar("refreshing");

        assertRefused(
                realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), ""), "invalid_grant", "not_eligible");
        Answer narrow = realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), "openid");
        assertThat(narrow.scopes()).contains("openid").doesNotContain("us-contact");
        assertThat(narrow.claims().has("data_categories")).isFalse();
    }

    @Test
    void permitsRefreshWhenApproved() {
        approvals.addEmployee("refreshed");
        String grant = approvals.give("refreshed", Client.SAMPLE_APP);
        Answer first = realm.tokens().password(Client.SAMPLE_APP, "refreshed", "openid us-contact");

        Answer second = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");
        Answer third = realm.tokens().refresh(Client.SAMPLE_APP, second.refreshToken(), "");

        assertOpens(second, grant);
        assertOpens(third, grant);
    }

    @Test
    void refusesOfflineRefreshWhenScopeIsNotNarrowed() {
        approvals.addEmployee("offline");
        approvals.give("offline", Client.SAMPLE_APP);
        Answer wide =
                realm.tokens().password(Client.SAMPLE_APP, "offline", "openid offline_access us-public us-contact");
        realm.changeCategory("us.user.contact", "sensitivity", "RESTRICTED");
        try {
            assertRefused(
                    realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), ""),
                    "invalid_grant",
                    "approval_required");
            Answer narrow = realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), "openid us-public");
            assertThat(narrow.scopes()).contains("us-public").doesNotContain("us-contact");
            assertThat(narrow.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        } finally {
            realm.changeCategory("us.user.contact", "sensitivity", "CONFIDENTIAL");
        }
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, wide.refreshToken(), "")
                        .scopes())
                .contains("us-contact");
    }

    @Test
    void refusesClientCredentialsWhenNotApproved() {
        assertRefused(
                realm.tokens().clientCredentials(Client.BATCH, "eu-contact"), "invalid_scope", "approval_required");
    }

    @Test
    void permitsClientCredentialsWhenApproved() {
        String grant = approvals.give("pat", Client.BATCH, Map.of("subject", "service-account-batch"));

        assertOpens(realm.tokens().clientCredentials(Client.BATCH, "us-contact"), grant);
    }

    @Test
    void refusesTokenExchangeWhenNotApproved() {
        String subject =
                realm.tokens().password(Client.SAMPLE_APP, "maria", "openid").accessToken();

        assertRefused(
                realm.tokens().exchange(Client.SAMPLE_APP, subject, "us-contact"),
                "invalid_scope",
                "approval_required");
    }

    @Test
    void permitsTokenExchangeWhenApproved() {
        approvals.addEmployee("exchange");
        String grant = approvals.give("exchange", Client.SAMPLE_APP);
        String subject =
                realm.tokens().password(Client.SAMPLE_APP, "exchange", "openid").accessToken();

        assertOpens(realm.tokens().exchange(Client.SAMPLE_APP, subject, "us-contact"), grant);
    }

    private static void assertRefused(Answer answer, String error, String reason) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.text("error_description")).matches("[\\x20-\\x7E]+");
        assertThat(answer.body().fieldNames()).toIterable().containsExactlyInAnyOrder("error", "error_description");
    }

    private static void assertOpens(Answer answer, String grant) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.scopes()).contains("us-contact");
        assertThat(answer.claims().path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(answer.claims().at("/authorization_details/0/identifier").asText())
                .isEqualTo("us-contact");
        assertThat(answer.claims().at("/authorization_details/0/purpose").asText())
                .isEqualTo("legal-request");
        assertThat(answer.claims().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
    }
}
