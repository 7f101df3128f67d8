/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Protocol mappers and scopes of clients. */
public final class Mappers {

    private static final String ANOTHER_CLIENT = "another client";

    private final Realm realm;

    public Mappers(Realm realm) {
        this.realm = realm;
    }

    /** The claim with this JSON, in every kind of token. */
    public void hardcode(String clientId, String claim, String json) {
        add(
                clientId,
                "oidc-hardcoded-claim-mapper",
                claim,
                Map.of("claim.name", claim, "claim.value", json, "jsonType.label", "JSON"));
    }

    public void hardcodeText(String clientId, String claim, String text) {
        add(
                clientId,
                "oidc-hardcoded-claim-mapper",
                claim,
                Map.of("claim.name", claim, "claim.value", text, "jsonType.label", "String"));
    }

    /** Tokens of this client but ID tokens say that they are the batch client's. */
    public void nameAnotherClient(String clientId) {
        add(
                clientId,
                "oidc-hardcoded-claim-mapper",
                ANOTHER_CLIENT,
                Map.of(
                        "claim.name",
                        "azp",
                        "claim.value",
                        "batch",
                        "jsonType.label",
                        "String",
                        "id.token.claim",
                        "false"));
    }

    public void nameNoOtherClient(String clientId) {
        remove(clientId, ANOTHER_CLIENT);
    }

    /** Ours, for ID token and userinfo. */
    public void addClaims(String clientId) {
        add(clientId, "data-access-claims-mapper", "data access", Map.of());
    }

    public static void allow(Realm realm, String clientId, String... scopes) {
        for (String scope : scopes) {
            String id = realm.admin().clientScopes().findAll().stream()
                    .filter(candidate -> candidate.getName().equals(scope))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            client(realm, clientId).addOptionalClientScope(id);
        }
    }

    public void remove(String clientId, String name) {
        var mappers = client(realm, clientId).getProtocolMappers();
        mappers.getMappers().stream()
                .filter(mapper -> mapper.getName().equals(name))
                .forEach(mapper -> mappers.delete(mapper.getId()));
    }

    /** Of any type, in every kind of token that the config does not leave out. */
    public void add(String clientId, String type, String name, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(config);
        for (String token : List.of(
                "access.token.claim",
                "id.token.claim",
                "userinfo.token.claim",
                "introspection.token.claim",
                "lightweight.claim")) {
            all.putIfAbsent(token, "true");
        }
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(all);
        try (var response = client(realm, clientId).getProtocolMappers().createMapper(mapper)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static ClientResource client(Realm realm, String clientId) {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(clientId).get(0).getId());
    }
}
