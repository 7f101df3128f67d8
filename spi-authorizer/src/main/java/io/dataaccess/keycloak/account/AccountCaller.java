/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.ApproverSet;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import io.dataaccess.keycloak.directory.KeycloakDirectory;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.visibility.Visibility;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.NeededLoginRepresentation;
import io.dataaccess.keycloak.web.RepresentationMapper;
import io.dataaccess.keycloak.web.TokenBinding;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Who calls, through which client.
 *
 * @param impersonation whether somebody else acts in the session behind the token
 */
record AccountCaller(UserModel user, ClientModel client, BooleanSupplier impersonation)
        implements RepresentationMapper.Viewer {

    /**
     * The caller of this call. Keycloak's authenticator checks the token as its account REST does, DPoP included.
     *
     * @throws InvalidCallException without a valid token, or with one that was made for something else
     */
    static AccountCaller of(KeycloakSession session) {
        AuthResult result = authenticated(session);
        RealmModel realm = session.getContext().getRealm();
        if (result.user().getServiceAccountClientLink() != null) {
            throw InvalidCallException.forbidden(
                    "service_account", "A person asks, also for what a service account needs");
        }
        AccountCaller caller = new AccountCaller(
                result.user(),
                result.client(),
                () -> Impersonation.isIn(session, realm, result.token().getSessionId()));
        if (!caller.isForAnyClient()) {
            RequesterScope.require(result.client(), result.token().getScope());
        }
        return caller;
    }

    /**
     * User, session and client of the call's token, which belong together.
     *
     * @throws InvalidCallException without a valid token
     */
    static AuthResult authenticated(KeycloakSession session) {
        requireAlgorithm(session);
        AuthResult result = authenticate(session);
        TokenBinding.of(session, session.getContext().getRealm())
                .require(result.token(), result.user(), result.client());
        return result;
    }

    private static AuthResult authenticate(KeycloakSession session) {
        AuthResult result;
        try {
            result = new BearerTokenAuthenticator(session).authenticate();
        } catch (NotAuthorizedException e) {
            throw InvalidCallException.unauthorized();
        }
        if (result == null) {
            throw InvalidCallException.unauthorized();
        }
        return result;
    }

    /** Keycloak's authenticator fails with an internal error on a token that names none (26.7.3). */
    private static void requireAlgorithm(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        try {
            String token = AppAuthManager.extractAuthorizationHeaderToken(headers);
            if (token == null || !hasAlgorithm(new JWSInput(token))) {
                throw InvalidCallException.unauthorized();
            }
        } catch (NotAuthorizedException | JWSInputException e) {
            throw InvalidCallException.unauthorized();
        }
    }

    /** The header of a token may be the JSON word {@code null}. */
    private static boolean hasAlgorithm(JWSInput token) {
        JWSHeader header = token.getHeader();
        return header != null && header.getAlgorithm() != null;
    }

    UserRef ref() {
        return KeycloakDirectory.ref(user);
    }

    /**
     * Requires that nobody else acts in the caller's session.
     *
     * @throws RejectedException when somebody does
     */
    void requireInPerson() {
        if (isImpersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Not while acting as someone else");
        }
    }

    boolean isImpersonated() {
        return impersonation.getAsBoolean();
    }

    /**
     * Whether this token is for access through any client: the account console's is, an application's only for its own.
     * A client that registered itself can be changed by others: it is an application, whatever it is called.
     */
    boolean isForAnyClient() {
        return SelfRegistration.isAccountConsole(client);
    }

    /** The id of the application that this token was issued to; empty for the account console's. */
    Optional<String> application() {
        return isForAnyClient() ? Optional.empty() : Optional.of(client.getId());
    }

    boolean isFor(String clientId) {
        return isForAnyClient() || client.getClientId().equals(clientId);
    }

    boolean isFor(Access access) {
        return isForAnyClient() || client.getId().equals(access.client().id());
    }

    /** What is theirs, as requester or subject, as far as this token is for it. */
    RecordFilter own() {
        return new RecordFilter(Optional.of(user.getId()), reach(), Optional.empty(), Optional.empty());
    }

    /** What this token is for. */
    AccessFilter reach() {
        Optional<String> through = isForAnyClient() ? Optional.empty() : Optional.of(client.getId());
        return new AccessFilter(Optional.empty(), through, Optional.empty());
    }

    /** Which requests are theirs: an owner of service accounts shares what waits for those with the other owners. */
    Visibility ownRequests(KeycloakSession keycloak) {
        return Visibility.of(new Visibility.Own(user.getId(), ownsServices(keycloak)));
    }

    /** Whether this request of somebody else is theirs too, because it waits for a service account. */
    boolean sharesAsOwner(AccessRequest request, KeycloakSession keycloak, Instant now) {
        return request.content().isForService() && request.isPendingAt(now) && ownsServices(keycloak);
    }

    boolean ownsServices(KeycloakSession keycloak) {
        return DataAccessRoles.has(keycloak.getContext().getRealm(), user, DataAccessRoles.SERVICE_OWNER);
    }

    @Override
    public boolean mayDecide(AccessRequest request, boolean voter) {
        return false;
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessRequest request, Optional<ApproverSet> approvers) {
        return Optional.empty();
    }

    @Override
    public Optional<NeededLoginRepresentation> loginFor(AccessGrant grant) {
        return Optional.empty();
    }

    /** They are shown their own only. */
    @Override
    public boolean mayEnd(AccessGrant grant) {
        return true;
    }

    /** A requester of a service account's grant sees it among their grants; another owner's is none of theirs. */
    @Override
    public boolean maySee(AccessGrant grant) {
        return grant.access().subject().isSameAs(ref());
    }

    /** Not what they share as a service owner either. */
    @Override
    public boolean mayKnowVoters(AccessRequest request) {
        return false;
    }
}
