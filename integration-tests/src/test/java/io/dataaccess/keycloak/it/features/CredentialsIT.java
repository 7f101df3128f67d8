/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Impersonator;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Verifiable credentials (OpenID4VCI): tokens that fetch one, with entries of its type in {@code authorization_details}. */
final class CredentialsIT {

    private static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    private static Operator operator;

    private final Approvals approvals = new Approvals(realm);

    /** The gate alone: the step-up in the browser is switched off. */
    @BeforeAll
    static void openDoors() {
        operator = new Operator(realm);
        operator.put("realms/" + realm.name(), Map.of("verifiableCredentialsEnabled", true), 204);
        realm.changeClient("sample-app", client -> {
            client.getAttributes().put("oid4vci.enabled", "true");
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        realm.switchStepUp(false);
        addCredential("staff-card");
        addCredential("us-card");
        realm.changeCategories("us-card", "us.user.content.public");
        Mappers.allow(realm, "sample-app", "staff-card", "us-card");
    }

    @Test
    void keepsCredentialsEntryWhenScopeIsGuarded() {
        approvals.addEmployee("holder");
        give("holder", "staff-card");
        String grant = approvals.give("holder", Client.SAMPLE_APP);

        Answer first = login("holder", "openid us-contact staff-card");
        Answer second = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");

        for (Answer answer : new Answer[] {first, second}) {
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
            JsonNode details = answer.claims().path("authorization_details");
            assertThat(details)
                    .extracting(entry -> entry.path("type").asText())
                    .containsExactly("openid_credential", "data_access");
            assertThat(details.at("/1/approval/id").asText()).isEqualTo(grant);
            assertThat(issued(answer)).isEqualTo(200);
        }
    }

    @Test
    void refusesGuardedScopeWhenAskedForWithCredential() {
        approvals.addEmployee("unapproved");
        give("unapproved", "staff-card");

        Answer answer = login("unapproved", "openid us-contact staff-card");

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
    }

    @Test
    void permitsPreAuthorizedCodeWhenCredentialIsNotGuarded() {
        Answer answer = redeem(offer("pre-permitted", "staff-card"));

        assertThat(answer.scopes()).containsExactly("staff-card");
        assertThat(answer.claims().path("authorization_details"))
                .extracting(entry -> entry.path("type").asText())
                .containsExactly("openid_credential");
    }

    /** The scope is none of the request's: Keycloak writes it into the token at the end. */
    @Test
    void refusesPreAuthorizedCodeWhenCredentialIsGuarded() {
        Answer answer = redeem(offer("pre-refused", "us-card"));

        Outcome.assertRefused(answer, "invalid_scope", "unclassified");
    }

    /** Such a token has no session that could tell whose login, impersonation or device it comes from. */
    @Test
    void refusesExchangeWhenTokenIsOfAPreAuthorizedCode() {
        Answer redeemed = redeem(offer("pre-exchanged", "staff-card"));
        approvals.give("pre-exchanged", Client.SAMPLE_APP);
        Answer own = realm.tokens().password(Client.SAMPLE_APP, "pre-exchanged", "openid");

        Answer refused = realm.tokens().exchange(Client.SAMPLE_APP, redeemed.accessToken(), "openid us-contact");
        Answer plain = realm.tokens().exchange(Client.SAMPLE_APP, redeemed.accessToken(), "openid");
        Answer again = realm.tokens().exchange(Client.SAMPLE_APP, plain.accessToken(), "openid us-contact");

        Outcome.assertRefused(refused, "invalid_scope", "approval_required");
        assertThat(plain.status()).as("%s", plain.body()).isEqualTo(200);
        Outcome.assertRefused(again, "invalid_scope", "approval_required");
        assertThat(realm.tokens()
                        .exchange(Client.SAMPLE_APP, own.accessToken(), "openid us-contact")
                        .scopes())
                .contains("us-contact");
    }

    /** It is read, and makes a code that is as good as a login. */
    @Test
    void refusesOfferWhenImpersonated() {
        Impersonator impersonator = new Impersonator(realm);
        impersonator.hire();
        approvals.addEmployee("pre-taken");
        give("pre-taken", "staff-card");
        String offer =
                endpoint("create-credential-offer") + "?pre_authorized=true&credential_configuration_id=staff-card";

        String taken = impersonator.login("pre-taken", "openid").accessToken();
        String own = login("pre-taken", "openid").accessToken();

        assertThat(Operator.read(Operator.get(offer, taken), 403).path("error").asText())
                .isEqualTo("impersonated");
        assertThat(Operator.read(Operator.get(offer, own), 200).has("nonce")).isTrue();
    }

    @Test
    void refusesCredentialScopeWhenItIsGuarded() {
        approvals.addEmployee("carded");
        give("carded", "us-card");

        Outcome.assertRefused(login("carded", "openid us-card"), "invalid_scope", "unclassified");
    }

    private static void addCredential(String name) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("oid4vc");
        scope.setAttributes(new HashMap<>(Map.of("vc.format", "dc+sd-jwt", "vc.credential_configuration_id", name)));
        ProtocolMapperRepresentation claim = new ProtocolMapperRepresentation();
        claim.setName("name");
        claim.setProtocol("oid4vc");
        claim.setProtocolMapper("oid4vc-user-attribute-mapper");
        claim.setConfig(Map.of("claim.name", "name", "userAttribute", "lastName", "aggregateAttributes", "false"));
        scope.setProtocolMappers(List.of(claim));
        realm.addScope(scope);
    }

    private static void give(String username, String credential) {
        String user = realm.user(username).toRepresentation().getId();
        operator.post(
                "realms/" + realm.name() + "/users/" + user + "/vc/credentials",
                Map.of("credentialScopeName", credential),
                200);
    }

    private static Answer login(String username, String scope) {
        String code = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, scope))
                .signIn(username)
                .told("code");
        return realm.tokens().code(Client.SAMPLE_APP, code);
    }

    /** A credential that this person may fetch with nothing but the code. */
    private String offer(String username, String credential) {
        approvals.addEmployee(username);
        give(username, credential);
        String token =
                realm.tokens().password(Client.SAMPLE_APP, username, "openid").accessToken();
        JsonNode created = Operator.read(
                Operator.get(
                        endpoint("create-credential-offer") + "?pre_authorized=true&credential_configuration_id="
                                + credential,
                        token),
                200);
        JsonNode offer = Operator.read(
                Operator.get(
                        endpoint("credential-offer") + "/"
                                + created.path("nonce").asText(),
                        token),
                200);
        return offer.path("grants")
                .path(PRE_AUTHORIZED)
                .path("pre-authorized_code")
                .asText();
    }

    private static Answer redeem(String code) {
        return realm.tokens().grant(Client.SAMPLE_APP, PRE_AUTHORIZED, Map.of("pre-authorized_code", code));
    }

    private static int issued(Answer answer) {
        String identifier = answer.claims()
                .at("/authorization_details/0/credential_identifiers/0")
                .asText();
        return Operator.postJson(
                        endpoint("credential"), answer.accessToken(), Map.of("credential_identifier", identifier))
                .statusCode();
    }

    private static String endpoint(String name) {
        return realm.issuer() + "/protocol/oid4vc/" + name;
    }
}
