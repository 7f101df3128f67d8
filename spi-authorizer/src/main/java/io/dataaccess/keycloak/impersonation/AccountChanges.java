/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which changes of an account beside Keycloak's pages are not taken, though it is the person's own session. */
final class AccountChanges {

    private static final String LINKING_REFUSED = "linking_refused";

    private final KeycloakSession session;

    AccountChanges(KeycloakSession session) {
        this.session = session;
    }

    /** The answer in its place; a token that the realm has not signed is left to Keycloak. */
    Optional<Response> refusal(CalledEndpoint endpoint) {
        if (!endpoint.links() && !endpoint.changesAccount()) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.realms().getRealmByName(endpoint.realm()))
                .flatMap(realm -> endpoint.links() ? refusedLink(realm, endpoint) : refusedChange(realm, endpoint));
    }

    private Optional<Response> refusedLink(RealmModel realm, CalledEndpoint endpoint) {
        if (RecentLogin.of(realm).maxAge().isEmpty()) {
            return Optional.empty();
        }
        new CallerSessions(session)
                .ofCookie(realm)
                .findFirst()
                .ifPresent(own -> new RefusedChange(session, realm)
                        .ofCall(endpoint.toString(), own.getUser(), Optional.of(own), LINKING_REFUSED));
        return Optional.of(Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of(
                        "error",
                        LINKING_REFUSED,
                        "errorMessage",
                        "Accounts are linked on the page that kc_action=idp_link opens"))
                .build());
    }

    private Optional<Response> refusedChange(RealmModel realm, CalledEndpoint endpoint) {
        return new CallerSessions(session)
                .tokenOf(realm)
                .map(token -> new AccountChange(session, realm, token))
                .flatMap(change -> change.refusal(endpoint).map(refusal -> answer(realm, change, refusal, endpoint)));
    }

    private Response answer(RealmModel realm, AccountChange change, AccountRefusal refusal, CalledEndpoint endpoint) {
        change.person()
                .ifPresent(person -> new RefusedChange(session, realm)
                        .ofCall(endpoint.toString(), person, change.session(), refusal.code()));
        return refusal.response();
    }
}
