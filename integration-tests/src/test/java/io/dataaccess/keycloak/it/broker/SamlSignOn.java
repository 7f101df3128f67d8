/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** One realm is the company's sign-on by SAML, and the other takes its word for who somebody is. */
final class SamlSignOn {

    static final String ALIAS = "saml";

    /** A SAML application of the realm, which a login that the company begins ends at. */
    private static final String APPLICATION = "files";

    private static final String BEGUN_THERE = "begun-there";

    private final Realm realm;
    private final Realm sso;

    SamlSignOn(Realm realm, Realm sso) {
        this.realm = realm;
        this.sso = sso;
    }

    void connect() {
        Created.check(sso.admin().clients().create(broker()));
        Created.check(realm.admin().identityProviders().create(provider()));
        ClientRepresentation application = client(APPLICATION, "http://localhost/callback");
        application.getAttributes().put("saml_idp_initiated_sso_url_name", APPLICATION);
        Created.check(realm.admin().clients().create(application));
    }

    /** Whether the sign-on is asked for credentials, whatever session it has. */
    void force(boolean force) {
        IdentityProviderResource resource = realm.admin().identityProviders().get(ALIAS);
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.getConfig().put("forceAuthn", String.valueOf(force));
        resource.update(provider);
    }

    /** The person of this name there is the one of this name here. */
    void link(String username) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId(username);
        identity.setUserName(username);
        try (Response linked = realm.user(username).addFederatedIdentity(ALIAS, identity)) {
            assertThat(linked.getStatus()).isEqualTo(204);
        }
    }

    /** Where a login begins at the company. */
    String begunThere() {
        return sso.issuer() + "/protocol/saml/clients/" + BEGUN_THERE;
    }

    /** An answer goes to where its request says, and one that answers nothing to where a login that began there goes. */
    private ClientRepresentation broker() {
        String endpoint = realm.issuer() + "/broker/" + ALIAS + "/endpoint";
        ClientRepresentation broker = client(realm.issuer(), endpoint + "/clients/" + APPLICATION);
        broker.setRedirectUris(List.of(endpoint));
        broker.getAttributes().put("saml_force_name_id_format", "true");
        broker.getAttributes().put("saml_name_id_format", "username");
        broker.getAttributes().put("saml_idp_initiated_sso_url_name", BEGUN_THERE);
        return broker;
    }

    private static ClientRepresentation client(String id, String consumer) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setProtocol("saml");
        client.setRedirectUris(List.of(consumer));
        client.setAttributes(new HashMap<>(Map.of(
                "saml_assertion_consumer_url_post", consumer,
                "saml.client.signature", "false",
                "saml.force.post.binding", "true")));
        return client;
    }

    private IdentityProviderRepresentation provider() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("saml");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "entityId", realm.issuer(),
                "idpEntityId", sso.issuer(),
                "singleSignOnServiceUrl", sso.issuer() + "/protocol/saml",
                "nameIDPolicyFormat", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                "principalType", "SUBJECT",
                "postBindingAuthnRequest", "false",
                "postBindingResponse", "true",
                "syncMode", "IMPORT")));
        return provider;
    }
}
