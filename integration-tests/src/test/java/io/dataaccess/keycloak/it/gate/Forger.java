/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A client with every kind of grant that a test can ask for cheaply, and mappers on claims that are not theirs to write. */
public final class Forger {

    /** Where mappers write that are about access tokens, lightweight ones included, and what is told about them. */
    static final List<String> ACCESS =
            List.of("access.token.claim", "lightweight.claim", "introspection.token.claim", "userinfo.token.claim");

    static final List<String> ID = List.of("id.token.claim");

    private final List<ProtocolMapperRepresentation> mappers = new ArrayList<>();
    private final Map<String, String> attributes = new HashMap<>(Map.of("standard.token.exchange.enabled", "true"));
    private final List<String> tokens;

    private Forger(List<String> tokens) {
        this.tokens = tokens;
    }

    public static Forger of(List<String> tokens) {
        return new Forger(tokens);
    }

    static Forger ofAccessTokens() {
        return new Forger(ACCESS);
    }

    /** A claim that is always the same; of type String, long or JSON. */
    Forger hardcode(String claim, String value, String type) {
        return add("oidc-hardcoded-claim-mapper", claim, Map.of("claim.value", value, "jsonType.label", type));
    }

    /** What the person wrote into a field of their account. */
    public Forger copy(String property, String claim) {
        return add(
                "oidc-usermodel-attribute-mapper",
                claim,
                Map.of("user.attribute", property, "jsonType.label", "String"));
    }

    /** The names of their roles of the realm, past Keycloak's list of claims that no mapper may set. */
    Forger writeRoles(String claim) {
        return add(
                "oidc-usermodel-realm-role-mapper", claim, Map.of("multivalued", "true", "jsonType.label", "String"));
    }

    Forger attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    Forger add(String type, String claim, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put("claim.name", claim);
        tokens.forEach(token -> config.put(token, "true"));
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(type + " " + claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        mappers.add(mapper);
        return this;
    }

    public Client in(Realm realm, String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setSecret(id);
        client.setRedirectUris(List.of("http://localhost/*"));
        client.setDirectAccessGrantsEnabled(true);
        client.setServiceAccountsEnabled(true);
        client.setImplicitFlowEnabled(true);
        client.setAttributes(attributes);
        client.setProtocolMappers(mappers);
        client.setDefaultClientScopes(List.of("basic", "acr", "roles", "web-origins"));
        client.setOptionalClientScopes(List.of("us-public", "offline_access"));
        try (var response = realm.admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        return new Client(id, id);
    }
}
