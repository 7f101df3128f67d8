/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Realm;
import java.util.Map;
import java.util.Set;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.admin.client.resource.ScopePermissionResource;
import org.keycloak.representations.idm.authorization.ClientPolicyRepresentation;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;

/** Fine-grained admin permissions of the first kind, without which legacy token exchange allows next to nothing. */
final class FineGrained {

    private final Realm realm;
    private final Operator operator;

    FineGrained(Realm realm) {
        this.realm = realm;
        this.operator = new Operator(realm);
    }

    /** This client may exchange tokens for those of the target. */
    void allowExchangeTo(String target, String requester) {
        allow("clients/" + id(target) + "/management/permissions", "token-exchange", requester);
    }

    /** This client may exchange tokens of the identity provider for its own. */
    void allowExchangeFrom(String identityProvider, String requester) {
        allow(
                "identity-provider/instances/" + identityProvider + "/management/permissions",
                "token-exchange",
                requester);
    }

    void allowImpersonation(String requester) {
        allow("users-management-permissions", "impersonate", requester);
    }

    private void allow(String what, String scope, String requester) {
        JsonNode permissions = operator.put("realms/" + realm.name() + "/" + what, Map.of("enabled", true), 200);
        AuthorizationResource authorization =
                realm.admin().clients().get(id("realm-management")).authorization();
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(scope + " at " + what);
        policy.setClients(Set.of(id(requester)));
        try (var response = authorization.policies().client().create(policy)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        ScopePermissionResource permission = authorization
                .permissions()
                .scope()
                .findById(permissions.at("/scopePermissions/" + scope).asText());
        ScopePermissionRepresentation changed = permission.toRepresentation();
        changed.setPolicies(Set.of(
                authorization.policies().client().findByName(policy.getName()).getId()));
        permission.update(changed);
    }

    private String id(String clientId) {
        return realm.admin().clients().findByClientId(clientId).get(0).getId();
    }
}
