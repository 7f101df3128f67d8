/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * When the credentials of a login were given. Keycloak takes for it the moment at which the login goes on (26.7.3), however
 * long a page has held it up; so this is noted when the credentials have just been taken, and put where Keycloak looks for
 * the time of a brokered login. Seconds since 1970.
 */
public final class LoginStart {

    /** Kept until the flow starts anew. */
    private static final String COOKIE = "data-access.login-by-cookie";

    private static final String BEGAN = "data-access.login-began";

    private static final String CREDENTIALS = "data-access.login-at";
    private static final String KNOWN = "data-access.login-known";
    private static final String HAD_SESSION = "data-access.login-session";

    private final RequiredActionContext context;
    private final AuthenticationSessionModel session;
    private final BrokeredLogin brokered;
    private final GivenCredentials given;

    public LoginStart(RequiredActionContext context) {
        this.context = context;
        this.session = context.getAuthenticationSession();
        this.brokered = new BrokeredLogin(context.getSession(), session);
        this.given = new GivenCredentials(context);
    }

    /** Notes what the SSO cookie brings, and when it was taken for a credential: Keycloak then adds its session's times (26.7.3). */
    public static void noteCookie(AuthenticationSessionModel session) {
        GivenCredentials.noteCookie(session);
        if (session.getUserSessionNotes().containsKey(Constants.AUTHENTICATORS_COMPLETED)) {
            session.setAuthNote(COOKIE, String.valueOf(Time.currentTimeSeconds()));
        }
    }

    /** Notes the time when it is not yet. */
    public void note() {
        if (session.getAuthNote(BEGAN) == null) {
            session.setAuthNote(BEGAN, String.valueOf(firstCredential()));
            context.getSession().setAttribute(BEGAN, true);
            session.setAuthNote(HAD_SESSION, String.valueOf(userSession().isPresent()));
            session.setAuthNote(KNOWN, String.valueOf(isKnown()));
            credentialsNow().ifPresent(at -> session.setAuthNote(CREDENTIALS, String.valueOf(at)));
            given.takeBackLevels();
            keepImpersonation();
        }
    }

    /** Sees to it that Keycloak takes this time. */
    public void tellKeycloak() {
        credentials().ifPresent(this::tellKeycloak);
    }

    /**
     * Whether a page has held the login up: one after the flow, and then it was noted in an earlier call, or one of the flow,
     * between the first credential and the last. The time of now tells nothing: a second may end while a call goes on.
     */
    public boolean isHeldUp() {
        boolean isNotedNow = context.getSession().getAttribute(BEGAN) != null;
        return began().stream()
                .anyMatch(began -> !isNotedNow || completed().max().orElse(began) > began);
    }

    /** When the first credential was given, however long a page of the flow asked for the next; empty before it was through. */
    OptionalLong began() {
        return seconds(session.getAuthNote(BEGAN));
    }

    /**
     * When a password, a second factor or the like was last given; where an identity provider does not tell, when its
     * answer came. Empty when nobody knows.
     */
    OptionalLong credentials() {
        return seconds(session.getAuthNote(CREDENTIALS));
    }

    /** Whether the browser had a session of this realm at the time: the login goes on in it. */
    boolean hadSession() {
        return Boolean.parseBoolean(session.getAuthNote(HAD_SESSION));
    }

    /** The person's session that the login goes on in; empty when it will be a new one. */
    public Optional<UserSessionModel> userSession() {
        return Optional.ofNullable(context.getSession()
                        .sessions()
                        .getUserSession(
                                context.getRealm(), session.getParentSession().getId()))
                .filter(found -> AuthenticationManager.isSessionValid(context.getRealm(), found))
                .filter(found -> context.getUser().equals(found.getUser()));
    }

    private long firstCredential() {
        return seconds(session.getAuthNote(COOKIE))
                .orElseGet(() -> completed().min().orElseGet(Time::currentTimeSeconds));
    }

    /** When each execution of the flow was completed; after the SSO cookie, those of its session too. */
    private LongStream completed() {
        return AuthenticatorUtils.parseCompletedExecutions(
                        session.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED))
                .values()
                .stream()
                .mapToLong(Integer::longValue);
    }

    private boolean isBySession() {
        return AuthenticatorUtil.isSSOAuthentication(session);
    }

    private OptionalLong credentialsNow() {
        if (isBySession() || !given.areThere()) {
            return ofSession();
        }
        long now = Time.currentTimeSeconds();
        return OptionalLong.of(Math.min(now, brokered.told().orElse(now)));
    }

    /** Whether the credentials were given at the time that is taken for it, and not perhaps long before. */
    private boolean isKnown() {
        if (!given.areThere()) {
            return isKnownOfSession();
        }
        return brokered.provider().isEmpty() || brokered.told().isPresent() || brokered.isForced();
    }

    private OptionalLong ofSession() {
        return userSession()
                .map(found -> seconds(found.getNote(AuthenticationManager.AUTH_TIME)))
                .orElse(OptionalLong.empty());
    }

    /** One session may have had a newer login in another tab meanwhile. */
    private void tellKeycloak(long credentials) {
        long at = Math.max(credentials, ofSession().orElse(credentials));
        if (isBySession()) {
            session.setUserSessionNote(AuthenticationManager.AUTH_TIME, String.valueOf(at));
        } else {
            boolean isOfSession = at > credentials;
            brokered.write(at, !isOfSession && brokered.provider().isPresent() && isNotedAsKnown());
            new LoginTime(at, isOfSession ? isKnownOfSession() : isNotedAsKnown()).note(session);
        }
    }

    private boolean isNotedAsKnown() {
        return Boolean.parseBoolean(session.getAuthNote(KNOWN));
    }

    private boolean isKnownOfSession() {
        return userSession().flatMap(LoginTime::of).filter(LoginTime::known).isPresent();
    }

    /** Whatever session the login ends in: who began it in somebody else's stays somebody else. */
    private void keepImpersonation() {
        userSession()
                .filter(found -> isBySession() && Impersonation.isIn(found))
                .ifPresent(found -> Impersonation.carry(found, session));
    }

    static OptionalLong seconds(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,10}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
