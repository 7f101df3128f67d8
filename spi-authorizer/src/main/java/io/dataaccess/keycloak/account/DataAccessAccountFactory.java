/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.web.ContentType;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts {@link AccountResource} at {@code /realms/{realm}/data-access}. */
public final class DataAccessAccountFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "data-access";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {

            @Override
            public Object getResource() {
                ContentType.requireReadable(session);
                return new AccountResource(new AccountCall(session));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
