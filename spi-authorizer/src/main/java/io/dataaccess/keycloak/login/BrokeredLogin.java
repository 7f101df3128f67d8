/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.keycloak.events.Details;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the identity provider of a login tells of when its person last gave a credential there. */
final class BrokeredLogin {

    /** What we have written where Keycloak writes the provider's time; it stays when the login begins anew. */
    private static final String WRITTEN = "data-access.login-time-written";

    /** Whose word that was; absent when it was nobody's. */
    private static final String SOURCE = "data-access.login-time-source";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    BrokeredLogin(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** The alias of the provider; empty when the person signed in here. */
    Optional<String> provider() {
        return Optional.ofNullable(login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER));
    }

    /** The time that the provider tells: 0 when it cannot be read, and empty when it tells none or is not asked for it. */
    OptionalLong told() {
        return provider()
                        .filter(alias -> isTold() && is(alias, IdentityProviderModel::isPassMaxAge))
                        .isPresent()
                ? OptionalLong.of(LoginStart.seconds(time().orElseThrow()).orElse(0))
                : OptionalLong.empty();
    }

    /**
     * Whether the person has just given a credential there, though no time is told: a SAML provider was asked for it in
     * this login, and this is its answer. A login that the provider begins by itself answers nothing.
     */
    boolean isForced() {
        return login.getClientNote(SamlProtocol.SAML_REQUEST_ID_BROKER) != null
                && provider().filter(alias -> is(alias, BrokeredLogin::forces)).isPresent();
    }

    /** Has Keycloak take this time, and remembers whether it is the provider's. */
    void write(long seconds, boolean isOfProvider) {
        String at = String.valueOf(seconds);
        login.setClientNote(AuthenticationManager.AUTH_TIME_BROKER, at);
        login.setClientNote(WRITTEN, at);
        if (isOfProvider) {
            login.setClientNote(SOURCE, source());
        } else {
            login.removeClientNote(SOURCE);
        }
    }

    /** A provider may name the same time again, and then it looks like ours. */
    private boolean isTold() {
        return time().filter(
                        at -> !at.equals(login.getClientNote(WRITTEN)) || source().equals(login.getClientNote(SOURCE)))
                .isPresent();
    }

    private boolean is(String alias, Predicate<IdentityProviderModel> kind) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .filter(kind)
                .isPresent();
    }

    private Optional<String> time() {
        return Optional.ofNullable(login.getClientNote(AuthenticationManager.AUTH_TIME_BROKER));
    }

    private String source() {
        return provider().orElse("") + " " + login.getAuthenticatedUser().getId();
    }

    private static boolean forces(IdentityProviderModel provider) {
        return "saml".equals(provider.getProviderId())
                && provider.getConfig() != null
                && Boolean.parseBoolean(provider.getConfig().get("forceAuthn"));
    }
}
