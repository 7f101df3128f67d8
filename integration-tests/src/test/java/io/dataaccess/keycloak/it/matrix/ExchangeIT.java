/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Standard token exchange; {@code GrantTypesIT} has the plain cases. */
final class ExchangeIT {

    private static final String TYPE = "urn:ietf:params:oauth:token-type:";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void openDoors() {
        for (String client : new String[] {"sample-app", "sample-api"}) {
            realm.changeClient(client, changed -> {
                changed.setDirectAccessGrantsEnabled(true);
                changed.getAttributes().put("standard.token.exchange.enabled", "true");
                changed.getAttributes().put("standard.token.exchange.enableRefreshRequestedTokenType", "SAME_SESSION");
            });
        }
        Mappers.allow(realm, "sample-api", "us-contact", "us-public");
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
    }

    @Test
    void opensNothingWhenNarrowed() {
        String subject = token("approved", "openid us-contact");

        Answer narrow = realm.tokens().exchange(Client.SAMPLE_APP, subject, Map.of("scope", "openid"));
        Answer same = realm.tokens().exchange(Client.SAMPLE_APP, subject, Map.of());

        Outcome.assertOpensNothing(narrow);
        Outcome.assertOpensNothing(same);
    }

    @Test
    void refusesWhenOnlyTheFirstClientIsApproved() {
        String subject = token("approved", "openid us-contact");

        Outcome.assertRefused(
                realm.tokens().exchange(Client.SAMPLE_API, subject, Map.of("scope", "openid us-contact")));
        Outcome.assertOpensNothing(realm.tokens().exchange(Client.SAMPLE_API, subject, Map.of("scope", "openid")));
    }

    @Test
    void opensWhenTheOtherClientIsApproved() {
        approvals.addEmployee("both");
        approvals.give("both", Client.SAMPLE_APP);
        String other = approvals.give("both", Client.SAMPLE_API);
        String subject = token("both", "openid us-contact");

        Answer answer = realm.tokens().exchange(Client.SAMPLE_API, subject, Map.of("scope", "openid us-contact"));

        Outcome.assertOpens(answer, other);
        assertThat(answer.claims().path("azp").asText()).isEqualTo("sample-api");
    }

    @Test
    void refusesWhenAudienceIsNamedAndNotApproved() {
        String subject = token("maria", "openid us-public");

        Outcome.assertRefused(realm.tokens()
                .exchange(Client.SAMPLE_APP, subject, Map.of("scope", "openid us-contact", "audience", "sample-api")));
    }

    @Test
    void opensWhenAudienceIsNamedAndApproved() {
        String subject = token("approved", "openid");

        Answer answer = realm.tokens()
                .exchange(Client.SAMPLE_APP, subject, Map.of("scope", "openid us-contact", "audience", "sample-api"));

        Outcome.assertOpens(answer, grant);
        assertThat(answer.claims().path("aud").asText()).isEqualTo("sample-api");
    }

    @Test
    void refusesRefreshTokenWhenNotApproved() {
        String subject = token("maria", "openid");

        Outcome.assertRefused(realm.tokens()
                .exchange(
                        Client.SAMPLE_APP,
                        subject,
                        Map.of("scope", "openid us-contact", "requested_token_type", TYPE + "refresh_token")));
    }

    @Test
    void refreshesOnlyWhileAllowedWhenRefreshTokenIsAskedFor() {
        approvals.addEmployee("refreshing");
        String own = approvals.give("refreshing", Client.SAMPLE_APP);
        Answer exchanged = realm.tokens()
                .exchange(
                        Client.SAMPLE_APP,
                        token("refreshing", "openid"),
                        Map.of("scope", "openid us-contact", "requested_token_type", TYPE + "refresh_token"));
        Outcome.assertOpens(exchanged, own);
        Outcome.assertOpens(realm.tokens().refresh(Client.SAMPLE_APP, exchanged.refreshToken(), ""), own);

        approvals.bar("refreshing");

        Outcome.assertRefused(
                realm.tokens().refresh(Client.SAMPLE_APP, exchanged.refreshToken(), ""),
                "invalid_grant",
                "not_eligible");
    }

    @Test
    void refusesIdTokenWhenNotApproved() {
        Outcome.assertRefused(realm.tokens()
                .exchange(
                        Client.SAMPLE_APP,
                        token("maria", "openid"),
                        Map.of("scope", "openid us-contact", "requested_token_type", TYPE + "id_token")));
    }

    @Test
    void issuesIdTokenWithoutScopeWhenApproved() {
        Answer answer = realm.tokens()
                .exchange(
                        Client.SAMPLE_APP,
                        token("approved", "openid"),
                        Map.of("scope", "openid us-contact", "requested_token_type", TYPE + "id_token"));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(Jwt.claims(answer.accessToken()).path("typ").asText()).isEqualTo("ID");
        assertThat(Jwt.claims(answer.accessToken()).has("scope")).isFalse();
        assertThat(Jwt.claims(answer.accessToken()).has("authorization_details"))
                .isFalse();
        assertThat(realm.tokens().userinfo(answer.accessToken()).status()).isEqualTo(401);
    }

    @Test
    void refusesWhenSubjectOfTheTokenIsBarredSince() {
        approvals.addEmployee("barred");
        approvals.give("barred", Client.SAMPLE_APP);
        String subject = token("barred", "openid us-contact");
        approvals.bar("barred");

        Outcome.assertRefused(
                realm.tokens().exchange(Client.SAMPLE_APP, subject, Map.of("scope", "openid us-contact")),
                "invalid_scope",
                "not_eligible");
    }

    private static String token(String username, String scope) {
        return realm.tokens().password(Client.SAMPLE_APP, username, scope).accessToken();
    }
}
