/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.login.SessionLogin;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;

/**
 * A call of Keycloak's account REST that changes something. It asks for no credential (26.7.3), and takes the token of any
 * application that the person has been at; so what gives or takes a way to log in, or moves a person's mails, is taken in a
 * recent login only, as on a page, and where anybody approves by the account console's token only: who takes over an account
 * has what was approved for its person. Of those with a role of ours nothing at all is taken by the token of an application.
 */
final class AccountChange {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IDToken token;
    private final Optional<SessionLogin> login;

    /** @param token signed by the realm */
    AccountChange(KeycloakSession session, RealmModel realm, IDToken token) {
        this.session = session;
        this.realm = realm;
        this.token = token;
        this.login = client().map(client -> SessionLogin.behind(session, realm, client, token));
    }

    /** Why it is not taken; empty when it is. */
    Optional<AccountRefusal> refusal(CalledEndpoint endpoint) {
        RecentLogin recent = RecentLogin.of(realm);
        boolean changesLogins = endpoint.changesLogins() && recent.maxAge().isPresent();
        if (client().filter(SelfRegistration::isAccountConsole).isEmpty() && (changesLogins || isOfDataAccess())) {
            return Optional.of(AccountRefusal.wrongClient());
        }
        return changesLogins && login.filter(recent::isMetBy).isEmpty()
                ? Optional.of(AccountRefusal.oldLogin(recent))
                : Optional.empty();
    }

    /** Empty when the token names neither a session nor a person. */
    Optional<UserModel> person() {
        return session()
                .map(UserSessionModel::getUser)
                .or(() -> Optional.ofNullable(token.getSubject())
                        .map(id -> session.users().getUserById(realm, id)));
    }

    /** Online or offline. */
    Optional<UserSessionModel> session() {
        return CallerSessions.of(session, realm, token).findFirst();
    }

    private Optional<ClientModel> client() {
        return Optional.ofNullable(token.getIssuedFor()).map(realm::getClientByClientId);
    }

    /** Also when nobody knows whose token it is. */
    private boolean isOfDataAccess() {
        return person().map(person -> DataAccessRoles.hasAny(realm, person)).orElse(true);
    }
}
