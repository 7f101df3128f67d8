/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.events;

import io.dataaccess.keycloak.session.SignedOut;
import io.dataaccess.keycloak.session.TokenNotes;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Does what the event store does, for events that are not stored. */
final class NotingEventListener implements EventListenerProvider {

    private final KeycloakSession session;

    NotingEventListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        TokenNotes.addTo(session, event);
        if (event.getType() == EventType.LOGOUT && event.getUserId() != null && isOfAllSessions()) {
            new SignedOut(session, session.getContext().getRealm()).noteNow(event.getUserId());
        }
    }

    /** The account console's "sign out everywhere"; the event itself does not say so, and the path may name a version. */
    private boolean isOfAllSessions() {
        return session.getContext().getUri().getPath().matches(".*/account/(?:[^/]+/)?sessions/?");
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
