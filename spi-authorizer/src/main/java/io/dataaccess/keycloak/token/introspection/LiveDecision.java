/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token.introspection;

import static java.util.stream.Collectors.toSet;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.login.Impersonation;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.TokenEventDetails;
import io.dataaccess.keycloak.token.DeviceSessions;
import io.dataaccess.keycloak.token.RefreshScopes;
import io.dataaccess.keycloak.token.ScopeRefusal;
import io.dataaccess.keycloak.token.TokenClaims;
import io.dataaccess.keycloak.token.TokenEntries;
import io.dataaccess.keycloak.token.TokenScopes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * Decides again about a token that Keycloak holds for good. Its guarded scopes are those that it names and those that it
 * has an entry for: a scope that is gone or no longer guarded is of no concern unless the gate once let it through as
 * guarded, and then the token promises what nobody guards any more.
 */
final class LiveDecision {

    private final KeycloakSession session;
    private final EventBuilder event;

    LiveDecision(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event;
    }

    /** The claims that hold now; empty when the token is no longer allowed, and then the event is sent. */
    Optional<TokenClaims> of(AccessToken token, ClientModel client, UserSessionModel userSession) {
        TokenEntries entries = TokenEntries.of(token);
        Set<String> names = new HashSet<>(TokenScopes.names(token));
        names.addAll(entries.identifiers());
        List<GuardedScope> guarded =
                TokenScopes.guardedNamed(session.getContext().getRealm(), names);
        if (guarded.isEmpty() && entries.identifiers().isEmpty()) {
            return Optional.of(TokenClaims.NONE);
        }
        Decision decision =
                DataAccess.of(session).decide(userSession.getUser(), client, guarded, Impersonation.isIn(userSession));
        Optional<ScopeRefusal> refusal = refusal(decision, entries, guarded)
                .or(() -> takenOff(client, guarded))
                .or(() -> entries.expected() ? Optional.empty() : beyondRefresh(token, userSession, guarded));
        refusal.ifPresent(why -> send(why, guarded));
        return refusal.isPresent() ? Optional.empty() : Optional.of(claims(decision, entries));
    }

    private Optional<ScopeRefusal> refusal(Decision decision, TokenEntries entries, List<GuardedScope> guarded) {
        return decision.firstRefused()
                .map(scope -> new ScopeRefusal(
                        scope.scope().ref().name(), scope.refusal().orElseThrow()))
                .or(() -> unguarded(entries, guarded))
                .or(() -> withoutApproval(entries, guarded))
                .or(() -> ended(entries));
    }

    private static Optional<ScopeRefusal> unguarded(TokenEntries entries, List<GuardedScope> guarded) {
        Set<String> names = guarded.stream().map(scope -> scope.ref().name()).collect(toSet());
        return entries.identifiers().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> new ScopeRefusal(name, RefusalReason.UNCLASSIFIED));
    }

    /** Issued before the scope was guarded, or by a node without the gate. Refresh tokens never have entries. */
    private static Optional<ScopeRefusal> withoutApproval(TokenEntries entries, List<GuardedScope> guarded) {
        return guarded.stream()
                .map(scope -> scope.ref().name())
                .filter(name -> entries.expected() && !entries.identifiers().contains(name))
                .findFirst()
                .map(name -> new ScopeRefusal(name, RefusalReason.APPROVAL_REQUIRED));
    }

    /** A refresh would not yield it. */
    private Optional<ScopeRefusal> beyondRefresh(
            AccessToken token, UserSessionModel userSession, List<GuardedScope> guarded) {
        RefreshScopes limit = RefreshScopes.of(
                token, () -> new DeviceSessions(session, userSession.getRealm()).mayHaveDevice(userSession));
        return guarded.stream()
                .filter(scope -> !limit.cover(List.of(scope)))
                .findFirst()
                .map(scope -> new ScopeRefusal(scope.ref().name(), RefusalReason.APPROVAL_REQUIRED));
    }

    /** The gate would not see it in a token of this client any more. */
    private static Optional<ScopeRefusal> takenOff(ClientModel client, List<GuardedScope> guarded) {
        List<GuardedScope> assigned = TokenScopes.guardedOf(client);
        return guarded.stream()
                .filter(scope -> !assigned.contains(scope))
                .findFirst()
                .map(scope -> new ScopeRefusal(scope.ref().name(), RefusalReason.UNCLASSIFIED));
    }

    /** Another grant may allow the scope by now, but this token rests on its own. */
    private Optional<ScopeRefusal> ended(TokenEntries entries) {
        DataAccess access = DataAccess.of(session);
        return entries.approvals().entrySet().stream()
                .filter(approval -> access.grants()
                        .find(approval.getKey())
                        .filter(grant -> grant.isActiveAt(access.clock().instant()))
                        .isEmpty())
                .findFirst()
                .map(approval -> new ScopeRefusal(approval.getValue(), RefusalReason.APPROVAL_REQUIRED));
    }

    private static TokenClaims claims(Decision decision, TokenEntries entries) {
        return entries.expected() ? TokenClaims.of(List.of(decision)) : TokenClaims.NONE;
    }

    private void send(ScopeRefusal refusal, List<GuardedScope> guarded) {
        event.detail(Details.REASON, refusal.description())
                .detail(TokenEventDetails.REFUSAL, refusal.reason().code())
                .detail(TokenEventDetails.SCOPES, TokenEventDetails.names(guarded))
                .error(Errors.ACCESS_DENIED);
    }
}
