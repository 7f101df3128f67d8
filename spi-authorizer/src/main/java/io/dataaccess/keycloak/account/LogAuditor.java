/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.catalog.AdminClients;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.web.InvalidCallException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Who reads what is not for everybody in the log: an auditor, with a token that administers data access. */
final class LogAuditor {

    private LogAuditor() {}

    /**
     * Requires that an auditor calls.
     *
     * @throws InvalidCallException when not
     */
    static void require(KeycloakSession session) {
        AuthResult caller = AccountCaller.authenticated(session);
        RealmModel realm = session.getContext().getRealm();
        if (!AdminClients.of(realm).contains(caller.client().getClientId()) || SelfRegistration.isOf(caller.client())) {
            throw InvalidCallException.forbidden(
                    "wrong_client",
                    "This token was issued to an application that is not among the realm's data-access.adminClients");
        }
        if (!DataAccessRoles.has(realm, caller.user(), DataAccessRoles.AUDITOR)) {
            throw InvalidCallException.missingRole("forbidden", DataAccessRoles.AUDITOR);
        }
    }
}
