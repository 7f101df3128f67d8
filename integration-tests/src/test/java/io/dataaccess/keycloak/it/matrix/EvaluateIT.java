/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.ClientScopeEvaluateResource;
import org.keycloak.representations.AccessToken;

/**
 * The admin console's "Evaluate" previews what a token would hold, without asking the gate: a preview is no token, nobody
 * signs it.
 */
final class EvaluateIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @Test
    void opensNothingWhenPreviewIsUsedAsAToken() throws JsonProcessingException {
        AccessToken preview = evaluate().generateAccessToken("openid us-contact", userId(), "");
        String json = new ObjectMapper().writeValueAsString(preview);

        assertThat(preview.getScope()).contains("us-contact");
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, json).body()).hasToString("{\"active\":false}");
        for (String token : List.of(unsigned(json), unsigned(json) + "c2lnbmF0dXJl")) {
            assertThat(realm.tokens().userinfo(token).status()).isEqualTo(401);
            assertThat(realm.tokens().introspect(Client.SAMPLE_API, token).body())
                    .hasToString("{\"active\":false}");
        }
    }

    @Test
    void claimsNoCategoriesWhenPreviewed() {
        AccessToken preview = evaluate().generateAccessToken("openid us-contact", userId(), "");

        assertThat(preview.getOtherClaims()).doesNotContainKeys("data_categories", "authorization_details");
        assertThat(evaluate()
                        .generateExampleIdToken("openid us-contact", userId(), "")
                        .getOtherClaims())
                .doesNotContainKeys("data_categories", "authorization_details", "scope");
        assertThat(evaluate().generateExampleUserinfo("openid us-contact", userId()))
                .doesNotContainKeys("data_categories", "authorization_details", "scope");
    }

    @Test
    void leavesNoSessionWhenPreviewed() {
        evaluate().generateAccessToken("openid us-contact", userId(), "");

        assertThat(realm.user("maria").getUserSessions()).isEmpty();
    }

    private static String unsigned(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(UTF_8)) + ".";
    }

    private static ClientScopeEvaluateResource evaluate() {
        return new ClientScopes(realm).client("sample-app").clientScopesEvaluate();
    }

    private static String userId() {
        return realm.user("maria").toRepresentation().getId();
    }
}
