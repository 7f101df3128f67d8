/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.it.gate.Jwt;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Every kind of mapper that Keycloak has, on claims that the gate or Keycloak answers for; {@code ForgeryIT} has more. */
final class ForgedClaimsIT {

    private static final String DETAILS =
            "[{\"type\":\"data_access\",\"identifier\":\"us-contact\",\"datatypes\":[\"us.user.contact\"]}]";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Mappers mappers = new Mappers(realm);

    @BeforeAll
    static void makeRoles() {
        for (String role : List.of("4102444800", "openid us-contact", "sample-app", "Refresh", "Bearer")) {
            role(role);
        }
    }

    /** Role mappers write past Keycloak's own list of claims that no mapper may set (26.7.3). */
    @Test
    void keepsWhatKeycloakWroteWhenRolesAreMappedOnIt() {
        Client client = client("roles");
        mapRole(client, "4102444800", "exp", "long");
        mapRole(client, "openid us-contact", "scope", "String");
        mapRole(client, "sample-app", "azp", "String");
        mapRole(client, "Refresh", "typ", "String");
        mapRole(client, "Bearer", "role", "String");
        leaveIdTokens(client);

        for (String scope : List.of("openid", "openid us-public")) {
            Answer token = realm.tokens().password(client, "maria", scope);

            JsonNode claims = token.claims();
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isBetween(298L, 300L);
            assertThat(token.scopes()).contains("openid").doesNotContain("us-contact");
            assertThat(claims.path("azp").asText()).isEqualTo("roles");
            assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
            assertThat(claims.path("role").asText()).isEqualTo("Bearer");
            JsonNode introspected = realm.tokens()
                    .introspect(client, token.accessToken(), "access_token")
                    .body();
            assertThat(introspected.path("scope").asText()).doesNotContain("us-contact");
        }
    }

    @Test
    void answersIntrospectionAsIssuedWhenRolesAreMappedOnItsAnswer() {
        Client client = client("introspected");
        mapRole(client, "4102444800", "exp", "long");
        mapRole(client, "openid us-contact", "scope", "String");
        leaveIdTokens(client);
        mappers.hardcode("introspected", "data_categories", "[\"us.user.contact\"]");
        mappers.hardcode("introspected", "authorization_details", DETAILS);
        Answer token = realm.tokens().password(client, "maria", "openid us-public");

        JsonNode answer = realm.tokens()
                .introspect(Client.SAMPLE_API, token.accessToken())
                .body();

        assertThat(answer.path("active").asBoolean()).isTrue();
        assertThat(answer.path("exp").asLong())
                .isEqualTo(token.claims().path("exp").asLong());
        assertThat(answer.path("scope").asText()).contains("us-public").doesNotContain("us-contact");
        assertThat(answer.path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        assertThat(answer.path("authorization_details").toString()).doesNotContain("us-contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "exp", "iat", "typ", "jti", "iss"})
    void ignoresMapperWhenClaimIsKeycloaks(String claim) {
        Client client = client("hardcoded-" + claim);
        mappers.hardcodeText(client.id(), claim, "us-contact");

        Answer token = realm.tokens().password(client, "maria", "openid");

        assertThat(token.claims().path(claim).asText()).isNotEmpty().isNotEqualTo("us-contact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_categories",
                "data_categories.0",
                "data_categories.us\\.user\\.contact",
                "authorization_details",
                "authorization_details.type"
            })
    void removesClaimWhenAnyMapperWritesIt(String claim) {
        Client client = client("any-" + claim.replaceAll("\\W", "-"));
        Map<String, String> name = Map.of("claim.name", claim, "jsonType.label", "String");
        add(client, "oidc-usermodel-attribute-mapper", name, Map.of("user.attribute", "country"));
        add(client, "oidc-usermodel-property-mapper", name, Map.of("user.attribute", "username"));
        add(client, "oidc-hardcoded-claim-mapper", name, Map.of("claim.value", "us.user.contact"));
        add(client, "oidc-group-membership-mapper", name, Map.of("full.path", "true"));
        add(client, "oidc-usermodel-realm-role-mapper", name, Map.of("multivalued", "true"));
        add(client, "oidc-usersessionmodel-note-mapper", name, Map.of("user.session.note", "clientId"));
        add(client, "oidc-amr-mapper", name, Map.of());
        add(client, "oidc-full-name-mapper", name, Map.of());

        Outcome.assertOpensNothing(realm.tokens().password(client, "maria", "openid"));
        Answer guarded = realm.tokens().password(client, "maria", "openid us-public");
        assertThat(guarded.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
        assertThat(guarded.claims().path("authorization_details").toString())
                .isEqualTo("[{\"type\":\"data_access\",\"identifier\":\"us-public\","
                        + "\"datatypes\":[\"us.user.content.public\"]}]");
    }

    /**
     * Without our mapper nobody answers for these claims in ID token and userinfo, so no API may take them from there: an
     * ID token is no access token.
     */
    @Test
    void opensNothingWhenIdTokenLooksLikeAnAccessToken() {
        Client client = client("dressed-up");
        mapRole(client, "openid us-contact", "scope", "String");
        mappers.hardcode(client.id(), "data_categories", "[\"us.user.contact\"]");
        mappers.hardcode(client.id(), "authorization_details", DETAILS);
        mappers.hardcodeText(client.id(), "aud", "sample-api");

        Answer token = realm.tokens().password(client, "maria", "openid");
        String idToken = token.text("id_token");

        assertThat(Jwt.claims(idToken).path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(Jwt.claims(idToken).path("typ").asText()).isEqualTo("ID");
        assertThat(realm.tokens().userinfo(idToken).status()).isEqualTo(401);
        for (String hint : List.of("access_token", "refresh_token", "requesting_party_token")) {
            assertThat(realm.tokens()
                            .introspect(Client.SAMPLE_API, idToken, hint)
                            .body())
                    .hasToString("{\"active\":false}");
        }
        Outcome.assertOpensNothing(token);
    }

    /** Nobody can restore an ID token before it is signed. */
    @ParameterizedTest
    @ValueSource(strings = {"typ", "azp", "sid", "iss", "exp", "iat", "jti"})
    void refusesTokenWhenRolesAreMappedOnOwnersClaimOfIdToken(String claim) {
        Client client = client("made-up-" + claim);
        mapRole(client, "Bearer", claim, "String");

        Answer refused = realm.tokens().password(client, "maria", "openid");
        leaveIdTokens(client);
        Answer permitted = realm.tokens().password(client, "maria", "openid");

        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(refused.reason()).isEqualTo("client_forged");
        assertThat(permitted.status()).isEqualTo(200);
    }

    /** A placeholder in the name of a claim stands for the id of whatever client has roles. */
    @Test
    void refusesTokenWhenPlaceholderMayBecomeOwnersClaimOfIdToken() {
        Client client = client("placeholder");
        mappers.add(
                client.id(),
                "oidc-usermodel-client-role-mapper",
                "placeholder",
                Map.of("claim.name", "t${client_id}", "jsonType.label", "String", "multivalued", "false"));

        Answer permitted = realm.tokens().password(client, "maria", "openid");
        client("yp");
        Answer refused = realm.tokens().password(client, "maria", "openid");

        assertThat(permitted.status()).isEqualTo(200);
        assertThat(refused.reason()).isEqualTo("client_forged");
    }

    /** The mappers of this client write into access tokens and answers only. */
    private static void leaveIdTokens(Client client) {
        var own = new ClientScopes(realm).client(client.id()).getProtocolMappers();
        own.getMappers().stream()
                .filter(mapper -> mapper.getConfig().containsKey("id.token.claim"))
                .forEach(mapper -> {
                    mapper.getConfig().put("id.token.claim", "false");
                    own.update(mapper.getId(), mapper);
                });
    }

    /** A client whose tokens are to be forged, its id a name of what is forged. */
    private static Client client(String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setSecret(id);
        client.setDirectAccessGrantsEnabled(true);
        client.setFullScopeAllowed(true);
        client.setOptionalClientScopes(List.of("us-public", "us-contact"));
        realm.admin().clients().create(client).close();
        return new Client(id, id);
    }

    /** One role, alone on a client of its own, so that a mapper of that client's roles writes just this. */
    private static void role(String name) {
        ClientRepresentation owner = new ClientRepresentation();
        owner.setClientId("owner of " + name);
        realm.admin().clients().create(owner).close();
        RoleRepresentation role = new RoleRepresentation();
        role.setName(name);
        var roles = new ClientScopes(realm).client("owner of " + name).roles();
        roles.create(role);
        realm.user("maria")
                .roles()
                .clientLevel(realm.admin()
                        .clients()
                        .findByClientId("owner of " + name)
                        .get(0)
                        .getId())
                .add(List.of(roles.get(name).toRepresentation()));
    }

    private static void mapRole(Client client, String role, String claim, String type) {
        mappers.add(
                client.id(),
                "oidc-usermodel-client-role-mapper",
                claim,
                Map.of(
                        "usermodel.clientRoleMapping.clientId",
                        "owner of " + role,
                        "claim.name",
                        claim,
                        "jsonType.label",
                        type,
                        "multivalued",
                        "false"));
    }

    private static void add(Client client, String type, Map<String, String> name, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(name);
        config.putAll(more);
        mappers.add(client.id(), type, type, config);
    }
}
