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
                .flatMap(realm -> endpoint.links() ? refusedLink(realm) : refusedChange(realm, endpoint));
    }

    private static Optional<Response> refusedLink(RealmModel realm) {
        return RecentLogin.of(realm)
                .maxAge()
                .map(maxAge -> Response.status(Response.Status.FORBIDDEN)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of(
                                "error",
                                "linking_refused",
                                "errorMessage",
                                "Accounts are linked on the page that kc_action=idp_link opens"))
                        .build());
    }

    private Optional<Response> refusedChange(RealmModel realm, CalledEndpoint endpoint) {
        Optional<AccountRefusal> refusal = new CallerSessions(session)
                .tokenOf(realm)
                .flatMap(token -> new AccountChange(session, realm, token).refusal(endpoint));
        refusal.ifPresent(found -> found.session()
                .ifPresent(own -> new RefusedChange(session, realm).ofCall(endpoint.toString(), own, found.code())));
        return refusal.map(AccountRefusal::response);
    }
}
