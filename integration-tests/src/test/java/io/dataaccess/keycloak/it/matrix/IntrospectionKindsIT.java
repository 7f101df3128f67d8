/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Introspection;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks about which token, with which hint; {@code IntrospectionIT} has what the answer says. */
final class IntrospectionKindsIT {

    private static final String INACTIVE = "{\"active\":false}";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void approve() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
    }

    /** Of each token with each hint, asked by a client that Keycloak lets ask, and whether it was active before. */
    @ParameterizedTest
    @CsvSource({
        "access_token, access_token, sample-api, true",
        "access_token, requesting_party_token, sample-api, true",
        "access_token, refresh_token, sample-app, false",
        "refresh_token, access_token, sample-app, false",
        "refresh_token, refresh_token, sample-app, true",
        "refresh_token, requesting_party_token, sample-app, false"
    })
    void answersInactiveWhenBarred(String token, String hint, String asking, boolean active) {
        String name = token + "-" + hint;
        approvals.addEmployee(name);
        approvals.give(name, Client.SAMPLE_APP);
        String text = realm.tokens()
                .password(Client.SAMPLE_APP, name, "openid us-contact")
                .text(token);
        Client client = asking.equals("sample-api") ? Client.SAMPLE_API : Client.SAMPLE_APP;
        Answer before = realm.tokens().introspect(client, text, hint);
        approvals.bar(name);

        Answer after = realm.tokens().introspect(client, text, hint);

        assertThat(before.body().path("active").asBoolean()).isEqualTo(active);
        assertThat(after.body()).hasToString(INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "ACCESS_TOKEN", "access_token ", "no-such-type"})
    void answersNothingWhenHintIsUnknown(String hint) {
        String token = token();

        Answer answer = realm.tokens().introspect(Client.SAMPLE_API, token, hint);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().has("active")).isFalse();
        assertThat(answer.body().has("scope")).isFalse();
    }

    /** Keycloak does not know the signed answer of RFC 9701 (26.7.3) and sends the plain one. */
    @Test
    void answersPlainlyWhenSignedAnswerIsAskedFor() {
        approvals.addEmployee("signed");
        approvals.give("signed", Client.SAMPLE_APP);
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "signed", "openid us-contact")
                .accessToken();
        String signed = "application/token-introspection+jwt";

        String before =
                Introspection.accepting(signed, realm, Client.SAMPLE_API, token).body();
        approvals.bar("signed");
        String after =
                Introspection.accepting(signed, realm, Client.SAMPLE_API, token).body();

        assertThat(before).contains("\"active\":true").doesNotContain("\"jwt\"");
        assertThat(after).isEqualTo(INACTIVE);
    }

    @Test
    void answersInactiveWhenClientIsNotInTheAudience() {
        String token = token();

        Answer other = realm.tokens().introspect(Client.BATCH, token);
        Answer meant = realm.tokens().introspect(Client.SAMPLE_API, token);

        assertThat(other.body()).hasToString(INACTIVE);
        assertThat(meant.body().path("active").asBoolean()).isTrue();
    }

    @Test
    void answersNothingWhenClientCannotProveItself() {
        String token = token();

        for (Client client : List.of(Client.CLI, new Client("sample-api", "guessed"), new Client("nobody", ""))) {
            Answer answer = realm.tokens().introspect(client, token);

            assertThat(answer.status()).as(client.id()).isIn(400, 401, 403);
            assertThat(answer.body().has("active")).as(client.id()).isFalse();
        }
    }

    @Test
    void answersInactiveWhenAccessTokenIsRevoked() {
        String token = token();
        String other = token();

        assertThat(realm.tokens().revoke(Client.SAMPLE_APP, token).status()).isEqualTo(200);

        assertThat(realm.tokens().introspect(Client.SAMPLE_API, token).body()).hasToString(INACTIVE);
        assertThat(realm.tokens().userinfo(token).status()).isEqualTo(401);
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, other)
                        .body()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void endsTheSessionButNotTheGrantWhenRefreshTokenIsRevoked() {
        approvals.addEmployee("revoking");
        String own = approvals.give("revoking", Client.SAMPLE_APP);
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "revoking", "openid us-contact");

        assertThat(realm.tokens()
                        .revoke(Client.SAMPLE_APP, token.refreshToken())
                        .status())
                .isEqualTo(200);

        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(realm.tokens()
                        .introspect(Client.SAMPLE_API, token.accessToken())
                        .body())
                .hasToString(INACTIVE);
        Outcome.assertOpens(realm.tokens().password(Client.SAMPLE_APP, "revoking", "openid us-contact"), own);
    }

    @Test
    void answersUserinfoWhenApproved() {
        Answer answer = realm.tokens().userinfo(token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("preferred_username")).isEqualTo("approved");
        assertThat(answer.body().toString()).doesNotContain(grant);
    }

    private static String token() {
        return realm.tokens()
                .password(Client.SAMPLE_APP, "approved", "openid us-contact")
                .accessToken();
    }
}
