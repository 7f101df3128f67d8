/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A call that posts a person's consent, before Keycloak takes it. Whether it is a yes cannot be read yet (26.7.3).
 *
 * @param realm the name in the path
 * @param query yields a parameter's first value, or null
 */
public record ConsentCall(String realm, Function<String, @Nullable String> query) {

    /** Empty for any other call. */
    public static Optional<ConsentCall> of(String method, String path, Function<String, @Nullable String> query) {
        List<String> segments = CallPath.segments(path);
        return method.equals("POST") && isConsent(segments)
                ? Optional.of(new ConsentCall(segments.get(1), query))
                : Optional.empty();
    }

    private static boolean isConsent(List<String> path) {
        return path.size() == 4
                && path.get(0).equals("realms")
                && path.get(2).equals("login-actions")
                && path.get(3).equals("consent");
    }

    /**
     * Found as Keycloak finds it; one whose credentials are not all given yet posts no consent there either. Its realm, its
     * client and the login itself become those of the session's context.
     */
    public Optional<AuthenticationSessionModel> login(KeycloakSession session) {
        return Optional.ofNullable(session.realms().getRealmByName(realm)).flatMap(found -> login(session, found));
    }

    private Optional<AuthenticationSessionModel> login(KeycloakSession session, RealmModel realm) {
        session.getContext().setRealm(realm);
        Optional<AuthenticationSessionModel> login = Optional.ofNullable(query.apply(Constants.CLIENT_ID))
                .map(realm::getClientByClientId)
                .map(client -> new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, query.apply(Constants.TAB_ID)))
                .filter(found -> AuthenticationSessionModel.Action.REQUIRED_ACTIONS
                        .name()
                        .equals(found.getAction()));
        login.ifPresent(found -> {
            session.getContext().setClient(found.getClient());
            session.getContext().setAuthenticationSession(found);
        });
        return login;
    }
}
