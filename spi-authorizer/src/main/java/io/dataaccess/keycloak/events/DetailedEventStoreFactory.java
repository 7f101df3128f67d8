/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.jpa.JpaEventStoreProviderFactory;
import org.keycloak.models.KeycloakSession;

/** In place of Keycloak's own: same id, higher order. */
public final class DetailedEventStoreFactory extends JpaEventStoreProviderFactory {

    @Override
    public EventStoreProvider create(KeycloakSession session) {
        return new DetailedEventStore(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
