/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** ID token and userinfo say the claims of the access token. */
final class ClaimsMapperIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void map() {
        Mappers mappers = new Mappers(realm);
        mappers.hardcode("sample-app", "data_categories", "[\"us.user.content.private\"]");
        mappers.addClaims("sample-app");
    }

    @Test
    void repeatsClaimsWhenAllowed() {
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-public");

        JsonNode expected = token.claims().path("authorization_details");
        for (JsonNode claims : new JsonNode[] {
            Jwt.claims(token.text("id_token")),
            realm.tokens().userinfo(token.accessToken()).body()
        }) {
            assertThat(claims.path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
            assertThat(claims.path("authorization_details")).isEqualTo(expected);
        }
    }

    @Test
    void removesForgedClaimsWhenNoScopeIsGuarded() {
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid");

        assertThat(Jwt.claims(token.text("id_token")).has("data_categories")).isFalse();
        assertThat(realm.tokens().userinfo(token.accessToken()).body().has("data_categories"))
                .isFalse();
    }

    @Test
    void saysNothingInUserinfoWhenSubjectIsBarredSince() {
        approvals.addEmployee("since");
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "since", "openid us-public");
        approvals.bar("since");

        assertThat(realm.tokens().userinfo(token.accessToken()).body().has("data_categories"))
                .isFalse();
    }
}
