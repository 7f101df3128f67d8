/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.access.AllowAccessAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpUsernamePasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.ConditionalOtpFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.PasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.UsernameFormFactory;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.authentication.authenticators.resetcred.ResetOTP;
import org.keycloak.authentication.authenticators.resetcred.ResetPassword;
import org.keycloak.authentication.authenticators.sessionlimits.UserSessionLimitsAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.authentication.authenticators.x509.ValidateX509CertificateUsernameFactory;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;
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

    /** Executions that take a credential and do not name its kind to Keycloak, as all others do (26.7.3). */
    private static final Set<String> UNNAMED =
            Set.of(ResetCredentialEmail.PROVIDER_ID, ValidateX509CertificateUsernameFactory.PROVIDER_ID);

    /** Executions that name a password to Keycloak and take none (26.7.3). */
    private static final Set<String> NAMED_ONLY = Set.of(UsernameFormFactory.PROVIDER_ID, ResetPassword.PROVIDER_ID);

    /** Executions that succeed whoever it is (26.7.3). */
    private static final Set<String> PROVING_NOTHING = Set.of(
            UsernameFormFactory.PROVIDER_ID,
            ConditionalOtpFormAuthenticatorFactory.PROVIDER_ID,
            OrganizationAuthenticatorFactory.ID,
            AllowAccessAuthenticatorFactory.PROVIDER_ID,
            UserSessionLimitsAuthenticatorFactory.USER_SESSION_LIMITS,
            ResetCredentialChooseUser.PROVIDER_ID,
            ResetPassword.PROVIDER_ID,
            ResetOTP.PROVIDER_ID);

    private static final Set<String> OF_PASSWORD = Set.of(
            UsernamePasswordFormFactory.PROVIDER_ID,
            PasswordFormFactory.PROVIDER_ID,
            IdpUsernamePasswordFormFactory.PROVIDER_ID);

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

    /**
     * Whether there is any: of an identity provider, or of this realm. An execution that succeeds is none yet: it may have
     * passed the person over, or ask something else. An extension's counts when it names the kind of its credential.
     */
    boolean areThere() {
        return login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER) || isNamedGiven() || isUnnamedGiven();
    }

    /** A password counts when an execution that takes one was through, or when more were named than without being taken. */
    private boolean isNamedGiven() {
        List<String> kinds = AuthenticatorUtil.getAuthnCredentials(login);
        long passwords =
                kinds.stream().filter(PasswordCredentialModel.TYPE::equals).count();
        return passwords < kinds.size()
                || (passwords > 0 && through().anyMatch(id -> is(id, OF_PASSWORD::contains)))
                || passwords > through().filter(this::isNamedOnly).count();
    }

    /** The executions and subflows that the login has been through by itself, by their ids. */
    private Stream<String> through() {
        return login.getExecutionStatus().entrySet().stream()
                .filter(entry -> entry.getValue() == ExecutionStatus.SUCCESS)
                .map(Map.Entry::getKey);
    }

    /** One that has been taken out of the flow since may have been such a one. */
    private boolean isNamedOnly(String executionId) {
        return realm.getAuthenticationExecutionById(executionId) == null || is(executionId, NAMED_ONLY::contains);
    }

    private boolean isUnnamedGiven() {
        Map<String, Integer> brought = AuthenticatorUtils.parseCompletedExecutions(login.getAuthNote(BROUGHT));
        return AuthenticatorUtils.parseCompletedExecutions(completed(login)).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(brought.get(entry.getKey())))
                .anyMatch(entry -> is(entry.getKey(), UNNAMED::contains));
    }

    /** Whether the login began with the SSO cookie of a session. */
    static boolean isCookieTaken(AuthenticationSessionModel login) {
        return login.getAuthNote(BROUGHT) != null;
    }

    /** Whether the login rests on the cookie of a session and nothing else. */
    public boolean areOfSessionOnly() {
        return isCookieTaken(login) && !areThere();
    }

    /**
     * Whether the login rests on a name that somebody has said and nothing else: it has been through executions that ask for
     * no proof. An execution of an extension may be one that does; one that has been taken out since is none.
     */
    public boolean areOfNameOnly() {
        List<Optional<AuthenticationExecutionModel>> executions = through()
                .map(id -> Optional.ofNullable(realm.getAuthenticationExecutionById(id)))
                .filter(found -> found.filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                        .isEmpty())
                .toList();
        return !executions.isEmpty()
                && !areThere()
                && executions.stream()
                        .flatMap(Optional::stream)
                        .allMatch(found -> PROVING_NOTHING.contains(found.getAuthenticator()));
    }

    /**
     * Takes back the levels that were reached without their credential. A login in which one had to be set up reaches none:
     * setting up a factor is not giving it, and which level it was for is not asked.
     */
    void takeBackLevels() {
        String reached = login.getUserSessionNotes().get(Constants.LOA_MAP);
        if (reached != null && (!areThere() || isSetUp())) {
            Map<Integer, Long> believed = new HashMap<>(levels(login.getAuthNote(LEVELS)));
            believed.entrySet().retainAll(levels(reached).entrySet());
            login.setUserSessionNote(Constants.LOA_MAP, written(believed));
        }
    }

    private boolean isSetUp() {
        return login.getExecutionStatus().containsValue(ExecutionStatus.SETUP_REQUIRED);
    }

    private boolean is(String executionId, Predicate<String> wanted) {
        return Optional.ofNullable(realm.getAuthenticationExecutionById(executionId))
                .map(AuthenticationExecutionModel::getAuthenticator)
                .filter(wanted)
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
