/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** One realm is the company's sign-on, and the other takes its word for who somebody is. */
final class SingleSignOn {

    static final String ALIAS = "sso";

    private static final String SECRET = "broker-secret";

    private final Realm realm;
    private final Realm sso;

    SingleSignOn(Realm realm, Realm sso) {
        this.realm = realm;
        this.sso = sso;
    }

    /** As an operator sets it up; the legal entity comes from the sign-on with every login. */
    void connect() {
        check(sso.admin().clients().create(broker()));
        check(realm.admin().identityProviders().create(provider()));
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName("legal_entity");
        mapper.setIdentityProviderAlias(ALIAS);
        mapper.setIdentityProviderMapper("oidc-user-attribute-idp-mapper");
        mapper.setConfig(Map.of("syncMode", "FORCE", "claim", "legal_entity", "user.attribute", "legal_entity"));
        check(resource().addMapper(mapper));
    }

    /** Whether the sign-on is asked to authenticate again, and its word is taken for when it did. */
    void passMaxAge(boolean pass) {
        IdentityProviderRepresentation provider = resource().toRepresentation();
        provider.getConfig().put("passMaxAge", String.valueOf(pass));
        // What is read is masked, and would be written.
        provider.getConfig().put("clientSecret", SECRET);
        resource().update(provider);
    }

    /** Whether the ID tokens of the sign-on say when the person last gave a credential. */
    void tellTime(boolean tell) {
        ClientScopeRepresentation basic = sso.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("basic"))
                .findFirst()
                .orElseThrow();
        ProtocolMapperRepresentation time = basic.getProtocolMappers().stream()
                .filter(mapper -> mapper.getName().equals("auth_time"))
                .findFirst()
                .orElseThrow();
        time.getConfig().put("id.token.claim", String.valueOf(tell));
        sso.admin().clientScopes().get(basic.getId()).getProtocolMappers().update(time.getId(), time);
    }

    /** The person of this name there is the one of this name here. */
    void link(String username) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(sso.user(username).toRepresentation().getId());
        identity.setUserName(username);
        try (Response linked = realm.user(username).addFederatedIdentity(ALIAS, identity)) {
            assertThat(linked.getStatus()).isEqualTo(204);
        }
    }

    private IdentityProviderResource resource() {
        return realm.admin().identityProviders().get(ALIAS);
    }

    private ClientRepresentation broker() {
        ProtocolMapperRepresentation entity = new ProtocolMapperRepresentation();
        entity.setName("legal_entity");
        entity.setProtocol("openid-connect");
        entity.setProtocolMapper("oidc-usermodel-attribute-mapper");
        entity.setConfig(
                Map.of("user.attribute", "legal_entity", "claim.name", "legal_entity", "id.token.claim", "true"));
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("workforce");
        client.setSecret(SECRET);
        client.setRedirectUris(List.of(realm.issuer() + "/broker/" + ALIAS + "/endpoint"));
        client.setProtocolMappers(List.of(entity));
        return client;
    }

    private IdentityProviderRepresentation provider() {
        String endpoint = sso.issuer() + "/protocol/openid-connect/";
        Map<String, String> config = new HashMap<>(Map.of(
                "issuer",
                sso.issuer(),
                "authorizationUrl",
                endpoint + "auth",
                "tokenUrl",
                endpoint + "token",
                "jwksUrl",
                endpoint + "certs",
                "useJwksUrl",
                "true",
                "validateSignature",
                "true",
                "clientId",
                "workforce",
                "clientSecret",
                SECRET,
                "clientAuthMethod",
                "client_secret_post"));
        config.put("defaultScope", "openid profile email");
        config.put("syncMode", "FORCE");
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("keycloak-oidc");
        provider.setTrustEmail(true);
        provider.setEnabled(true);
        provider.setConfig(config);
        return provider;
    }

    private static void check(Response created) {
        try (created) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
    }
}
