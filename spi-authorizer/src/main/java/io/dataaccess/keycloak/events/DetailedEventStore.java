/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.session.TokenEventDetails;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's event store: it gets an event before all listeners, so what it adds they see, too. A class of Keycloak's
 * own casts the store to its class, so this is a subclass.
 */
final class DetailedEventStore extends JpaEventStoreProvider {

    private final KeycloakSession session;

    DetailedEventStore(KeycloakSession session) {
        super(session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        TokenEventDetails.addTo(session, event);
        super.onEvent(event);
    }
}
