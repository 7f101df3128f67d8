/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Implicit and hybrid flow: tokens that come back with the browser. */
final class ResponseTypesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void approve() {
        realm.changeClient("sample-app", client -> client.setImplicitFlowEnabled(true));
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token", "id_token", "id_token token", "code token", "code id_token", "code id_token token"})
    void asksForApprovalWhenNotApproved(String responseType) {
        Visitor visitor = new Visitor().open(url(responseType)).signIn("maria");

        Outcome.assertStepUp(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token token", "code token", "code id_token token"})
    void opensWhenApproved(String responseType) {
        Visitor visitor = new Visitor().open(url(responseType)).signIn("approved");

        JsonNode claims = Jwt.claims(visitor.told("access_token"));
        assertThat(claims.path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(claims.at("/authorization_details/0/approval/id").asText()).isEqualTo(grant);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(298L, 300L);
        if (responseType.startsWith("code")) {
            Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "code id_token"})
    void opensByCodeOnlyWhenApprovedAndNoTokenIsAskedFor(String responseType) {
        Visitor visitor = new Visitor().open(url(responseType)).signIn("approved");

        assertThat(visitor.told("access_token")).isEmpty();
        assertThat(Jwt.claims(visitor.told("id_token")).has("scope")).isFalse();
        if (responseType.startsWith("code")) {
            Outcome.assertOpens(realm.tokens().code(Client.SAMPLE_APP, visitor.told("code")), grant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "code token", "code id_token", "code id_token token"})
    void issuesNothingWhenNotApprovedAndStepUpIsOff(String responseType) {
        realm.switchStepUp(false);
        try {
            Visitor visitor = new Visitor().open(url(responseType)).signIn("blake");

            assertThat(visitor.isAtApplication()).isFalse();
            assertThat(visitor.status()).isEqualTo(400);
            assertThat(realm.user("blake").getUserSessions()).isEmpty();
        } finally {
            realm.switchStepUp(true);
        }
    }

    /** Keycloak leaves out every action then, and has no page for what the gate says (26.7.3). */
    @Test
    void issuesNothingWhenConsentIsPostedAndStepUpIsOff() {
        Visitor visitor = new Visitor().open(url("code id_token token")).signIn("dana");
        realm.switchStepUp(false);
        try {
            visitor.postConsent();
        } finally {
            realm.switchStepUp(true);
        }

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.status()).isEqualTo(500);
        assertThat(realm.user("dana").getUserSessions()).isEmpty();
    }

    @Test
    void tellsApplicationInFragmentWhenPagesAreForbidden() {
        Visitor visitor = new Visitor()
                .open(AuthorizationUrl.of(realm, "openid").toString())
                .signIn("maria");

        visitor.open(url("code id_token token") + "&prompt=none");

        assertThat(visitor.told("error")).isEqualTo("interaction_required");
        assertThat(visitor.told("access_token") + visitor.told("id_token") + visitor.told("code"))
                .isEmpty();
    }

    @Test
    void tellsApplicationInSignedAnswerWhenPagesAreForbidden() {
        Visitor visitor = new Visitor()
                .open(AuthorizationUrl.of(realm, "openid").toString())
                .signIn("maria");

        visitor.open(AuthorizationUrl.of(realm, "openid us-contact")
                .with("response_mode", "jwt")
                .with("prompt", "none")
                .toString());

        JsonNode told = Jwt.claims(visitor.told("response"));
        assertThat(told.path("error").asText()).isEqualTo("interaction_required");
        assertThat(told.has("code")).isFalse();
    }

    private static String url(String responseType) {
        return AuthorizationUrl.of(realm, "openid us-contact")
                .with("response_type", responseType)
                .with("nonce", "n")
                .toString();
    }
}
