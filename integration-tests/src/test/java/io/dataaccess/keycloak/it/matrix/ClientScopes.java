/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import io.dataaccess.keycloak.testing.Realm;
import org.keycloak.admin.client.resource.ClientResource;

/** Which clients carry which client scopes. */
public final class ClientScopes {

    private final Realm realm;

    public ClientScopes(Realm realm) {
        this.realm = realm;
    }

    /** In every token of the client, asked for or not. */
    public void makeDefault(String clientId, String scope) {
        client(clientId).removeOptionalClientScope(id(scope));
        client(clientId).addDefaultClientScope(id(scope));
    }

    public void makeOptional(String clientId, String scope) {
        client(clientId).removeDefaultClientScope(id(scope));
        client(clientId).addOptionalClientScope(id(scope));
    }

    void remove(String clientId, String scope) {
        client(clientId).removeDefaultClientScope(id(scope));
        client(clientId).removeOptionalClientScope(id(scope));
    }

    String id(String scope) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(scope))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    ClientResource client(String clientId) {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId(clientId).get(0).getId());
    }
}
