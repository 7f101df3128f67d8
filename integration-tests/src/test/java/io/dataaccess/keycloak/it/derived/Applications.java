/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;
import org.keycloak.representations.idm.authorization.ResourceRepresentation;
import org.keycloak.representations.idm.authorization.ResourceServerRepresentation;

/** Clients of one world, each set up to let its tokens live for long. */
final class Applications {

    static final int TEN_HOURS = 36_000;

    private static final String EXCHANGE = "standard.token.exchange.enabled";

    private final Realm realm;
    private final String world;

    Applications(Realm realm, String world) {
        this.realm = realm;
        this.world = world;
    }

    /** A web application; also its own resource server for user-managed access. */
    Client app() {
        return confidential("app");
    }

    /** Exchanges tokens, and never has a session of its own. */
    Client api() {
        return confidential("api");
    }

    /** Exchanges tokens for refresh tokens; its userinfo is a signed JWT. */
    Client desk() {
        return confidential("desk");
    }

    /** Has lightweight access tokens. */
    Client light() {
        return confidential("light");
    }

    /** A public client, for devices and for keys. */
    Client cli() {
        return new Client(world + "-cli", "");
    }

    /** Has a service account. */
    Client batch() {
        return confidential("batch");
    }

    List<Client> ofPeople() {
        return List.of(app(), api(), desk(), light(), cli());
    }

    List<Client> all() {
        return Stream.concat(ofPeople().stream(), Stream.of(batch())).toList();
    }

    void add(String scope) {
        add(app(), scope, Map.of(EXCHANGE, "true"), client -> {
            client.setServiceAccountsEnabled(true);
            client.setAuthorizationServicesEnabled(true);
            client.setAuthorizationSettings(permissive());
            client.setImplicitFlowEnabled(true);
        });
        add(api(), scope, Map.of(EXCHANGE, "true"), client -> {});
        add(
                desk(),
                scope,
                Map.of(
                        EXCHANGE,
                        "true",
                        "standard.token.exchange.enableRefreshRequestedTokenType",
                        "SAME_SESSION",
                        "user.info.response.signature.alg",
                        "RS256"),
                client -> {});
        add(
                light(),
                scope,
                Map.of(
                        "client.use.lightweight.access.token.enabled",
                        "true",
                        "allow.userinfo.with.lightweight.access.token",
                        "true"),
                client -> {});
        add(cli(), scope, Map.of("oauth2.device.authorization.grant.enabled", "true"), client -> {
            client.setPublicClient(true);
            client.setSecret(null);
        });
        add(batch(), scope, Map.of(), client -> client.setServiceAccountsEnabled(true));
    }

    /** Of an entity that may ask. */
    void admitServiceAccount() {
        moveServiceAccount("Clips US Data Security");
    }

    void moveServiceAccount(String entity) {
        UserResource account = serviceAccount();
        UserRepresentation user = account.toRepresentation();
        user.setAttributes(new HashMap<>(Map.of("country", List.of("US"), "legal_entity", List.of(entity))));
        account.update(user);
    }

    UserResource serviceAccount() {
        return realm.admin()
                .users()
                .get(resource(batch()).getServiceAccountUser().getId());
    }

    ClientResource resource(Client client) {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(client.id()).get(0).getId());
    }

    private Client confidential(String kind) {
        return new Client(world + "-" + kind, "secret");
    }

    private void add(
            Client client,
            String scope,
            Map<String, String> attributes,
            java.util.function.Consumer<ClientRepresentation> change) {
        Map<String, String> all = new HashMap<>(attributes);
        for (String lifespan : List.of(
                "access.token.lifespan",
                "client.session.max.lifespan",
                "client.session.idle.timeout",
                "client.offline.session.max.lifespan",
                "client.offline.session.idle.timeout")) {
            all.put(lifespan, Integer.toString(TEN_HOURS));
        }
        ClientRepresentation representation = new ClientRepresentation();
        representation.setClientId(client.id());
        representation.setSecret(client.secret());
        representation.setRedirectUris(List.of("http://localhost/*"));
        representation.setDirectAccessGrantsEnabled(true);
        representation.setStandardFlowEnabled(true);
        representation.setFullScopeAllowed(false);
        representation.setAttributes(all);
        representation.setDefaultClientScopes(List.of("basic", "acr", "profile", "roles"));
        representation.setOptionalClientScopes(List.of(scope, "offline_access"));
        representation.setProtocolMappers(List.of(claims()));
        change.accept(representation);
        try (var response = realm.admin().clients().create(representation)) {
            assertThat(response.getStatus()).as(client.id()).isEqualTo(201);
        }
    }

    /** Ours, for ID token and userinfo. */
    private static ProtocolMapperRepresentation claims() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("data access");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("data-access-claims-mapper");
        mapper.setConfig(Map.of("id.token.claim", "true", "userinfo.token.claim", "true"));
        return mapper;
    }

    private static ResourceServerRepresentation permissive() {
        ResourceServerRepresentation settings = new ResourceServerRepresentation();
        settings.setPolicyEnforcementMode(PolicyEnforcementMode.PERMISSIVE);
        settings.setResources(List.of(new ResourceRepresentation("files")));
        return settings;
    }
}
