/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.UsernameFormFactory;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.keycloak.util.JsonSerialization;

/**
 * Which credentials a login has taken by itself. The SSO cookie brings along what its session had completed, and Keycloak
 * passes over a credential that has to be set up first: then a login ends at a higher level, and as of now, though nobody
 * has given anything (26.7.3).
 */
public final class GivenCredentials {

    private static final String BROUGHT = "data-access.login-brought";
    private static final String LEVELS = "data-access.login-brought-levels";

    /** Executions that succeed with a name, or with what somebody else has to say. */
    private static final Set<String> WITHOUT_CREDENTIAL = Set.of(
            CookieAuthenticatorFactory.PROVIDER_ID,
            UsernameFormFactory.PROVIDER_ID,
            IdentityProviderAuthenticatorFactory.PROVIDER_ID,
            ResetCredentialChooseUser.PROVIDER_ID,
            ValidateUsername.PROVIDER_ID,
            "organization",
            "allow-access-authenticator");

    private final RealmModel realm;
    private final AuthenticationSessionModel login;

    public GivenCredentials(RequiredActionContext context) {
        this.realm = context.getRealm();
        this.login = context.getAuthenticationSession();
    }

    /** Notes what the SSO cookie, which has just been looked at, brings along. */
    static void noteCookie(AuthenticationSessionModel login) {
        if (login.getAuthenticatedUser() != null) {
            login.setAuthNote(BROUGHT, Objects.requireNonNullElse(completed(login), "{}"));
            login.setAuthNote(LEVELS, Objects.requireNonNullElse(login.getAuthNote(Constants.LOA_MAP), "{}"));
        }
    }

    /** Whether there is any: of an identity provider, or of this realm. */
    boolean areThere() {
        Map<String, Integer> brought = AuthenticatorUtils.parseCompletedExecutions(login.getAuthNote(BROUGHT));
        return login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                || AuthenticatorUtils.parseCompletedExecutions(completed(login)).entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(brought.get(entry.getKey())))
                        .anyMatch(entry -> isCredential(entry.getKey()));
    }

    /** Whether the login rests on the cookie of a session and nothing else. */
    public boolean areOfSessionOnly() {
        return login.getAuthNote(BROUGHT) != null && !areThere();
    }

    /**
     * Takes back the levels that were reached without their credential. Of a login in which one had to be set up, the lowest
     * level is believed: setting up a second factor is not giving it.
     */
    void takeBackLevels() {
        String reached = login.getUserSessionNotes().get(Constants.LOA_MAP);
        if (reached == null) {
            return;
        }
        Map<Integer, Long> believed = new HashMap<>(levels(login.getAuthNote(LEVELS)));
        Map<Integer, Long> further = new HashMap<>(levels(reached));
        further.entrySet().removeIf(entry -> entry.getValue().equals(believed.get(entry.getKey())));
        if (areThere() && isSetUp()) {
            further.keySet().retainAll(lowest(further));
        } else if (!areThere()) {
            further.clear();
        }
        believed.putAll(further);
        login.setUserSessionNote(Constants.LOA_MAP, written(believed));
    }

    private static Set<Integer> lowest(Map<Integer, Long> levels) {
        return levels.isEmpty() ? Set.of() : Set.of(Collections.min(levels.keySet()));
    }

    private boolean isSetUp() {
        return login.getExecutionStatus().containsValue(ExecutionStatus.SETUP_REQUIRED);
    }

    private boolean isCredential(String executionId) {
        return Optional.ofNullable(realm.getAuthenticationExecutionById(executionId))
                .map(AuthenticationExecutionModel::getAuthenticator)
                .filter(authenticator -> !WITHOUT_CREDENTIAL.contains(authenticator))
                .isPresent();
    }

    private static @Nullable String completed(AuthenticationSessionModel login) {
        return login.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED);
    }

    private static Map<Integer, Long> levels(@Nullable String note) {
        try {
            return note == null
                    ? Map.of()
                    : JsonSerialization.readValue(note, new TypeReference<Map<Integer, Long>>() {});
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static String written(Map<Integer, Long> levels) {
        try {
            return JsonSerialization.writeValueAsString(levels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
