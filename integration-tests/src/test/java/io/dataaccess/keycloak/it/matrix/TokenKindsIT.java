/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Introspection;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lightweight tokens and tokens bound to a key (DPoP). */
final class TokenKindsIT {

    /** Its tokens are lightweight, and it may log in by password so that approvals can be asked for. */
    private static final Client LIGHT = Client.BATCH;

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient("batch", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.getAttributes().put("client.use.lightweight.access.token.enabled", "true");
        });
        realm.changeClient(
                "sample-api",
                client -> client.getAttributes().put("client.introspection.response.allow.jwt.claim.enabled", "true"));
    }

    @Test
    void refusesLightweightTokenWhenNotApproved() {
        Outcome.assertRefused(realm.tokens().password(LIGHT, "maria", "openid us-contact"));
        Outcome.assertRefused(realm.tokens().clientCredentials(LIGHT, "us-contact"));
    }

    @Test
    void opensByLightweightTokenUntilBarredWhenApproved() {
        approvals.addEmployee("light");
        String grant = approvals.give("light", LIGHT);
        Answer token = realm.tokens().password(LIGHT, "light", "openid us-contact");
        Outcome.assertOpens(token, grant);
        assertThat(token.claims().has("sub")).isFalse();
        Outcome.assertOpens(realm.tokens().refresh(LIGHT, token.refreshToken(), ""), grant);

        approvals.bar("light");

        Outcome.assertRefused(realm.tokens().refresh(LIGHT, token.refreshToken(), ""), "invalid_grant", "not_eligible");
    }

    @Test
    void turnsLightweightIntoFullTokenOnlyWhileAllowedWhenIntrospected() {
        approvals.addEmployee("turned");
        String grant = approvals.give("turned", LIGHT);
        String token =
                realm.tokens().password(LIGHT, "turned", "openid us-contact").accessToken();

        JsonNode before = Introspection.withJwt(realm, Client.SAMPLE_API, token);
        approvals.bar("turned");
        JsonNode after = Introspection.withJwt(realm, Client.SAMPLE_API, token);

        JsonNode full = Jwt.claims(before.path("jwt").asText());
        assertThat(full.at("/authorization_details/0/approval/id").asText()).isEqualTo(grant);
        assertThat(full.path("exp").asLong())
                .isEqualTo(Jwt.claims(token).path("exp").asLong());
        assertThat(after).hasToString("{\"active\":false}");
    }

    @Test
    void refusesBoundTokenWhenBarredBeforeTheCodeIsUsed() throws GeneralSecurityException {
        approvals.addEmployee("unbound");
        approvals.give("unbound", Client.SAMPLE_APP);
        String code = code("unbound");
        approvals.bar("unbound");

        Outcome.assertRefused(new BoundTokens(realm).code(Client.SAMPLE_APP, code), "invalid_scope", "not_eligible");
    }

    @Test
    void opensByBoundTokenUntilBarredWhenApproved() throws GeneralSecurityException {
        approvals.addEmployee("bound");
        String grant = approvals.give("bound", Client.SAMPLE_APP);
        BoundTokens tokens = new BoundTokens(realm);

        Answer token = tokens.code(Client.SAMPLE_APP, code("bound"));
        Outcome.assertOpens(token, grant);
        assertThat(token.text("token_type")).isEqualTo("DPoP");
        assertThat(token.claims().at("/cnf/jkt").asText()).isNotEmpty();
        Outcome.assertOpens(tokens.refresh(Client.SAMPLE_APP, token.refreshToken(), "openid us-contact"), grant);

        approvals.bar("bound");

        Outcome.assertRefused(
                tokens.refresh(Client.SAMPLE_APP, token.refreshToken(), "openid us-contact"),
                "invalid_grant",
                "not_eligible");
        Outcome.assertOpensNothing(tokens.refresh(Client.SAMPLE_APP, token.refreshToken(), "openid"));
    }

    private static String code(String username) {
        return new Visitor()
                .open(AuthorizationUrl.of(realm, "openid us-contact").toString())
                .signIn(username)
                .told("code");
    }
}
