/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The recipe for an API with Spring Security. */
final class SpringApiIT {

    private static final String DATA = "user1001@example.com";

    @Order(1)
    @RegisterExtension
    static final Realm realm = new Realm();

    @Order(2)
    @RegisterExtension
    static final SpringApplication application = new SpringApplication(realm, "http://localhost");

    private static final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void approve() {
        approvals.give("lin", Client.SAMPLE_APP);
    }

    @Test
    void opensWhenApproved() throws IOException, InterruptedException {
        call(token("openid us-contact").accessToken()).assertOpens(DATA);
    }

    @Test
    void asksForTheScopeWhenItIsMissing() throws IOException, InterruptedException {
        call(token("openid").accessToken()).assertMisses("us-contact");
        call(token("openid us-public").accessToken()).assertMisses("us-contact");
    }

    @Test
    void refusesWhenNoEntryStandsBehindTheScope() throws IOException, InterruptedException {
        realm.changeScope("us-contact", scope -> scope.setName("us-contact-guarded"));
        String other = addUnguarded("us-contact");
        Answer bare = token("openid us-contact");
        realm.admin().clientScopes().get(other).remove();
        realm.changeScope("us-contact-guarded", scope -> scope.setName("us-contact"));

        assertThat(bare.scopes()).contains("us-contact");
        assertThat(bare.claims().path("aud").asText()).isEqualTo("sample-api");
        call(bare.accessToken()).assertMisses("us-contact");
    }

    @Test
    void refusesWhenEntryDoesNotCoverTheData() throws IOException, InterruptedException {
        realm.changeCategories("us-contact", "us.user.content.public");
        Answer other = token("openid us-contact");
        realm.changeCategories("us-contact", "us.user.contact");

        assertThat(other.claims().at("/authorization_details/0/identifier").asText())
                .isEqualTo("us-contact");
        call(other.accessToken()).assertMisses("us-contact");
    }

    @Test
    void refusesWhenTokenIsForAnotherApi() throws IOException, InterruptedException {
        ProtocolMappersResource mappers =
                realm.admin().clientScopes().get(scope("us-contact").getId()).getProtocolMappers();
        ProtocolMapperRepresentation audience = mappers.getMappers().get(0);
        mappers.delete(audience.getId());
        Answer other = token("openid us-contact");
        mappers.createMapper(audience).close();

        call(other.accessToken()).assertUnauthorized("Bearer error=\"invalid_token\"");
    }

    @Test
    void refusesWhenTokenIsNoAccessToken() throws IOException, InterruptedException {
        Answer tokens = token("openid us-contact");

        call(tokens.text("id_token")).assertUnauthorized("Bearer error=\"invalid_token\"");
        live(tokens.refreshToken()).assertUnauthorized("Bearer error=\"invalid_token\"");
        live(tokens.accessToken()).assertOpens(DATA);
        call("").assertUnauthorized("Bearer");
    }

    @Test
    void closesAtOnceWhenAskedLiveAndRevoked() throws IOException, InterruptedException {
        approvals.addEmployee("revoked");
        String grant = approvals.give("revoked", Client.SAMPLE_APP);
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "revoked", "openid us-contact")
                .accessToken();
        live(token).assertOpens(DATA);
        live(token("openid us-public").accessToken()).assertMisses("us-contact");

        approvals.revoke(grant);

        live(token).assertUnauthorized("Bearer error=\"invalid_token\"");
        call(token).assertOpens(DATA);
    }

    /** With the same audience, and nothing that guards it; its id. */
    private static String addUnguarded(String name) {
        ClientScopeRepresentation unguarded = new ClientScopeRepresentation();
        unguarded.setName(name);
        unguarded.setProtocol("openid-connect");
        unguarded.setAttributes(Map.of("include.in.token.scope", "true"));
        unguarded.setProtocolMappers(scope("us-contact-guarded").getProtocolMappers());
        unguarded.getProtocolMappers().forEach(mapper -> mapper.setId(null));
        realm.addScope(unguarded);
        String id = scope(name).getId();
        String client =
                realm.admin().clients().findByClientId("sample-app").get(0).getId();
        realm.admin().clients().get(client).addOptionalClientScope(id);
        return id;
    }

    private static ClientScopeRepresentation scope(String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(found -> found.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Answer token(String scope) {
        return realm.tokens().password(Client.SAMPLE_APP, "lin", scope);
    }

    private static ApiCall live(String token) throws IOException, InterruptedException {
        return ApiCall.get(application.url("/api/live/users/1001/contact"), token);
    }

    private static ApiCall call(String token) throws IOException, InterruptedException {
        return ApiCall.get(application.url("/api/users/1001/contact"), token);
    }
}
