/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims that mappers write, and clients that are set up to slip through. */
final class ForgeryIT {

    private static final String FORGED =
            "[{\"type\":\"data_access\",\"identifier\":\"us-private\",\"datatypes\":[\"us.user.content.private\"]},{\"type\":\"payment\",\"amount\":1}]";

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void forge() {
        Mappers mappers = new Mappers(realm);
        mappers.hardcode("sample-app", "data_categories", "[\"us.user.content.private\"]");
        mappers.hardcode("sample-app", "authorization_details", FORGED);
        realm.changeClient("sample-api", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.getAttributes().put("client.use.lightweight.access.token.enabled", "true");
        });
    }

    @Test
    void removesForgedClaimsWhenNoScopeIsGuarded() {
        Answer answer = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");

        assertThat(answer.claims().has("data_categories")).isFalse();
        assertThat(answer.claims().path("authorization_details").toString())
                .isEqualTo("[{\"type\":\"payment\",\"amount\":1}]");
    }

    @Test
    void replacesForgedClaimsWhenScopeIsGuarded() {
        JsonNode claims = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid us-public")
                .claims();

        assertThat(claims.path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        assertThat(claims.path("authorization_details").toString())
                .isEqualTo(
                        "[{\"type\":\"payment\",\"amount\":1},"
                                + "{\"type\":\"data_access\",\"identifier\":\"us-public\",\"datatypes\":[\"us.user.content.public\"]}]");
    }

    @Test
    void answersIntrospectionWithoutForgedClaimsWhenActive() {
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid us-public")
                .accessToken();

        Answer answer = realm.tokens().introspect(Client.SAMPLE_API, token);

        assertThat(answer.body().path("active").asBoolean()).isTrue();
        assertThat(answer.body().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        assertThat(answer.body().path("authorization_details").toString()).doesNotContain("us-private");
    }

    @Test
    void refreshesWhenClaimsWereWritten() {
        Answer first = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public");
        Answer second = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");

        assertThat(second.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        assertThat(Jwt.claims(second.refreshToken()).has("authorization_details"))
                .isFalse();
        assertThat(Jwt.claims(second.refreshToken()).has("data_categories")).isFalse();
    }

    @Test
    void refusesWhenMapperNamesAnotherClient() {
        approvals.addEmployee("azp");
        approvals.give("azp", Client.SAMPLE_APP);
        realm.changeClient("batch", client -> client.setDirectAccessGrantsEnabled(true));
        new Mappers(realm)
                .add(
                        "batch",
                        "oidc-hardcoded-claim-mapper",
                        "azp",
                        Map.of(
                                "claim.name",
                                "azp",
                                "claim.value",
                                "sample-app",
                                "jsonType.label",
                                "String",
                                "id.token.claim",
                                "false"));

        Answer other = realm.tokens().password(Client.BATCH, "azp", "openid us-contact");
        Answer approved = realm.tokens().password(Client.SAMPLE_APP, "azp", "openid us-contact");

        assertThat(other.reason()).isEqualTo("client_forged");
        assertThat(approved.status()).isEqualTo(200);
    }

    @Test
    void refusesWhenScopeIsHiddenFromTokens() {
        Answer shown = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public");
        realm.changeScope("us-public", scope -> scope.getAttributes().put("include.in.token.scope", "false"));
        Answer hidden = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public");
        realm.changeScope("us-public", scope -> scope.getAttributes().put("include.in.token.scope", "true"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(hidden.error()).isEqualTo("invalid_scope");
        assertThat(hidden.reason()).isEqualTo("unclassified");
    }

    @Test
    void guardsLightweightTokensWhenNotApproved() {
        Mappers.allow(realm, "sample-api", "us-public", "us-contact");
        Answer refused = realm.tokens().password(Client.SAMPLE_API, "maria", "openid us-contact");
        Answer permitted = realm.tokens().password(Client.SAMPLE_API, "maria", "openid us-public");

        assertThat(refused.reason()).isEqualTo("approval_required");
        assertThat(permitted.claims().has("sub")).isFalse();
        assertThat(permitted.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
    }
}
