/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.directory.KeycloakDirectory;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.prompt.login.AccessNotice;
import io.dataaccess.keycloak.prompt.login.AccountConsole;
import io.dataaccess.keycloak.prompt.login.DeviceLogin;
import io.dataaccess.keycloak.prompt.login.ScopeParameter;
import io.dataaccess.keycloak.session.DataAccess;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** A login on its way: who signs in where, and which guarded scopes it would open. */
final class LoginContext {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel session;
    private final List<GuardedScope> guarded;

    LoginContext(RequiredActionContext context) {
        this.context = context;
        this.session = context.getAuthenticationSession();
        // Among the ids is the client's own, which is no client scope.
        this.guarded = ScopeCatalog.guarded(session.getClientScopes().stream()
                .map(context.getRealm()::getClientScopeById)
                .filter(Objects::nonNull));
    }

    /** Read without a query: Keycloak keeps a realm's scopes in its cache. */
    List<GuardedScope> guarded() {
        return guarded;
    }

    Decision decision() {
        return dataAccess().decide(user(), client(), guarded, isImpersonated());
    }

    DecisionQuery query(GuardedScope scope) {
        return DataAccess.query(user(), client(), List.of(scope), isImpersonated());
    }

    DataAccess dataAccess() {
        return DataAccess.of(context.getSession(), context.getRealm());
    }

    RealmModel realm() {
        return context.getRealm();
    }

    Locale locale() {
        return context.getSession().getContext().resolveLocale(user());
    }

    UserModel user() {
        return context.getUser();
    }

    UserRef userRef() {
        return KeycloakDirectory.ref(user());
    }

    ClientModel client() {
        return session.getClient();
    }

    AccountConsole accountConsole() {
        return new AccountConsole(context.getSession(), context.getRealm());
    }

    AccessNotice notice() {
        return new AccessNotice(context);
    }

    DeviceLogin device() {
        return new DeviceLogin(context);
    }

    /** Whether it can go on as it is, without a page of ours. */
    boolean isSettled() {
        if (guarded.isEmpty()) {
            return true;
        }
        Decision decision = decision();
        return decision.isAllowed()
                && !device().needsYes(DevicePage.shown(decision.scopes()))
                && notice().missing(decision).isEmpty();
    }

    /** Whether the client forbids pages, so that nobody will see one. */
    boolean isSilent() {
        return TokenUtil.hasPrompt(
                session.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    /**
     * Whether the login can go on without these scopes: not without a default scope, which every login has, and not on
     * behalf of a device, whose token takes the scopes stored with its code.
     */
    boolean canDrop(Collection<GuardedScope> scopes) {
        Set<String> defaults = client().getClientScopes(true).values().stream()
                .map(scope -> scope.getId())
                .collect(Collectors.toSet());
        return device().code().isEmpty()
                && scopes.stream()
                        .noneMatch(scope -> defaults.contains(scope.ref().id()));
    }

    /** Goes on as if these scopes had not been asked for. */
    void drop(Collection<GuardedScope> scopes) {
        Set<String> ids = scopes.stream().map(scope -> scope.ref().id()).collect(Collectors.toSet());
        Set<String> names = scopes.stream().map(scope -> scope.ref().name()).collect(Collectors.toSet());
        String asked = Objects.requireNonNullElse(session.getClientNote(OAuth2Constants.SCOPE), "");
        session.setClientNote(OAuth2Constants.SCOPE, new ScopeParameter(asked).without(names));
        session.setClientScopes(session.getClientScopes().stream()
                .filter(id -> !ids.contains(id))
                .collect(Collectors.toSet()));
    }

    /** The page's address for a plain GET: without session code, so that it may be opened any number of times. */
    URI refreshUri() {
        return KeycloakUriBuilder.fromUri(context.getActionUrl(""))
                .replaceQueryParam(LoginActionsService.SESSION_CODE)
                .build();
    }

    /** Rendering a page does this too, but a page that only asks for news would run into Keycloak's timeout. */
    void stayAlive() {
        session.getParentSession().setTimestamp(Math.toIntExact(Time.currentTimeSeconds()));
    }

    private boolean isImpersonated() {
        return Impersonation.isIn(context.getSession(), session);
    }
}
