/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.login;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The types of credentials, such as {@code otp}, by which the realm's browser flow lets people reach a level. */
public final class StrongCredentials {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Of this realm, which is that of the session. */
    public StrongCredentials(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Of this level and higher ones; none where a level takes no stored credential. */
    public Set<String> ofLevel(int level) {
        return Stream.ofNullable(realm.getBrowserFlow())
                .flatMap(new LevelExecutions(realm)::in)
                .filter(found -> found.level().isPresent() && found.level().getAsInt() >= level)
                .flatMap(found -> type(found.execution()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> type(AuthenticationExecutionModel execution) {
        return Optional.ofNullable(execution.getAuthenticator())
                .map(id -> session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, id))
                .map(factory -> ((AuthenticatorFactory) factory).getReferenceCategory());
    }
}
