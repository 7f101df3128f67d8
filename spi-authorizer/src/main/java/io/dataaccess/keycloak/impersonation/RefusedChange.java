/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.login.Impersonation;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Writes down who tried to change what of whom: an error event of the person, with the impersonator in its details. Its type
 * is one that realms which store our events store already.
 */
final class RefusedChange {

    private final KeycloakSession session;
    private final RealmModel realm;

    RefusedChange(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @param event the event of the login, which is left as it is */
    void ofAction(String action, AuthenticationSessionModel login, EventBuilder event) {
        writeAction(action, login.getAuthenticatedUser(), event, Impersonation.by(session, login));
    }

    /** @param event the event of the login, which is left as it is */
    void ofAction(String action, UserSessionModel impersonated, EventBuilder event) {
        writeAction(action, impersonated.getUser(), event, Impersonation.by(session, impersonated));
    }

    /** @param request method and path, {@code DELETE /account/credentials/1} say */
    void ofCall(String request, UserSessionModel impersonated) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .session(impersonated)
                .detail("data_access_action", request);
        write(event, impersonated.getUser(), Impersonation.by(session, impersonated));
    }

    /**
     * Of a person's own, whom nobody impersonates.
     *
     * @param request method and path, {@code DELETE /account/credentials/1} say
     * @param own empty when the token has none
     * @param refusal such as {@code wrong_client}
     */
    void ofCall(String request, UserModel person, Optional<UserSessionModel> own, String refusal) {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection());
        own.ifPresent(event::session);
        event.event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(person)
                .detail("data_access_action", request)
                .detail("data_access_refusal", refusal)
                .error(Errors.ACCESS_DENIED);
    }

    private static void writeAction(
            String action, UserModel person, EventBuilder login, Map<String, String> impersonator) {
        write(login.clone().detail(Details.CUSTOM_REQUIRED_ACTION, action), person, impersonator);
    }

    private static void write(EventBuilder event, UserModel person, Map<String, String> impersonator) {
        event.event(EventType.CUSTOM_REQUIRED_ACTION).user(person);
        impersonator.forEach(event::detail);
        event.detail("data_access_refusal", "impersonated").error(Errors.ACCESS_DENIED);
    }
}
