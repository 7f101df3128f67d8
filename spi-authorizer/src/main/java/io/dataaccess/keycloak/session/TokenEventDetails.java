/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import static java.util.stream.Collectors.joining;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;

/**
 * What the event of a token has to say about its guarded scopes. Keycloak sends the event after the token is built and
 * out of the gate's reach (26.7.3), so the gate leaves a note on the session and the event picks it up.
 */
public final class TokenEventDetails {

    public static final String REFUSAL = "data_access_refusal";
    public static final String SCOPES = "data_access_scopes";

    private static final String GRANTS = "data_access_grants";
    private static final String EXEMPT = "data_access_exempt";
    private static final String ATTRIBUTE = TokenEventDetails.class.getName() + ".";

    private TokenEventDetails() {}

    /** Remembers what the token rests on until its event is sent. */
    public static void leave(KeycloakSession session, String tokenId, List<Decision> decisions) {
        session.setAttribute(ATTRIBUTE + tokenId, details(decisions));
    }

    /** Adds what was left for the token of this event, if it has one. */
    public static void addTo(KeycloakSession session, Event event) {
        if (event.getDetails() == null) {
            return;
        }
        Object note = session.getAttribute(ATTRIBUTE + event.getDetails().get(Details.TOKEN_ID));
        if (note instanceof Note left) {
            event.getDetails().putAll(left.details());
        }
    }

    public static String names(List<GuardedScope> scopes) {
        return scopes.stream().map(scope -> scope.ref().name()).collect(joining(" "));
    }

    private static Note details(List<Decision> decisions) {
        Map<String, String> details = new LinkedHashMap<>();
        put(details, SCOPES, scopes(decisions, scope -> true).map(TokenEventDetails::name));
        put(
                details,
                GRANTS,
                scopes(decisions, scope -> true)
                        .flatMap(scope -> scope.grant().stream())
                        .map(AccessGrant::id));
        put(
                details,
                EXEMPT,
                scopes(decisions, ScopeDecision::isAllowedWithoutGrant).map(TokenEventDetails::name));
        return new Note(details);
    }

    private static Stream<ScopeDecision> scopes(List<Decision> decisions, Predicate<ScopeDecision> which) {
        return decisions.stream()
                .flatMap(decision -> decision.scopes().stream())
                .filter(which);
    }

    private static String name(ScopeDecision scope) {
        return scope.scope().ref().name();
    }

    private static void put(Map<String, String> details, String key, Stream<String> values) {
        String joined = values.distinct().collect(joining(" "));
        if (!joined.isEmpty()) {
            details.put(key, joined);
        }
    }

    private record Note(Map<String, String> details) {}
}
