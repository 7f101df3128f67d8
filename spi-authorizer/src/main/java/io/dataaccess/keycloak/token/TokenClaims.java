/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * What a token says about the data it opens: {@code data_categories}, and one entry of type {@code data_access} in
 * {@code authorization_details} (RFC 9396) for each guarded scope.
 *
 * @param categories keys of data categories
 * @param entries the entries, as JSON
 */
public record TokenClaims(List<String> categories, List<Map<String, Object>> entries) {

    /** Nothing: what a token without a guarded scope says. */
    public static final TokenClaims NONE = new TokenClaims(List.of(), List.of());

    public static final String CATEGORIES = "data_categories";

    /** The type of our entries. */
    public static final String TYPE = "data_access";

    /** Nobody but Keycloak writes these, but role mappers put theirs beside them (26.7.3), and readers take the later. */
    private static final Set<String> KEYCLOAKS = Set.of("azp", "exp", "iat", "iss", "jti", "scope", "typ");

    public TokenClaims {
        categories = categories.stream().distinct().sorted().toList();
        entries = entries.stream().distinct().toList();
    }

    /**
     * What these decisions allow; nothing if one of them refuses. Several decisions are about the same scopes through
     * several clients: the token then rests on a grant of each and has an entry for each.
     */
    public static TokenClaims of(List<Decision> decisions) {
        if (!decisions.stream().allMatch(Decision::isAllowed)) {
            return NONE;
        }
        List<ScopeDecision> scopes = decisions.stream()
                .flatMap(decision -> decision.scopes().stream())
                .toList();
        return new TokenClaims(
                scopes.stream().flatMap(scope -> keys(scope).stream()).toList(),
                scopes.stream().map(TokenClaims::entry).toList());
    }

    /**
     * Writes this, and only this, into the token: whatever a mapper put into the same claims is removed, entries of
     * other types stay. Claims of Keycloak's own that stand in the token a second time are removed as well.
     */
    public void writeTo(IDToken token) {
        token.getOtherClaims().keySet().removeAll(KEYCLOAKS);
        AuthorizationDetails others = AuthorizationDetails.takenFrom(token);
        token.getOtherClaims().remove(CATEGORIES);
        if (!categories.isEmpty()) {
            token.getOtherClaims().put(CATEGORIES, categories);
        }
        List<Object> all = new ArrayList<>(others.ofOtherTypes());
        all.addAll(entries);
        if (!all.isEmpty()) {
            // Not as AccessToken.authorizationDetails: Keycloak copies that into refresh tokens and then chokes on it.
            token.getOtherClaims().put(AuthorizationDetails.CLAIM, all);
        }
    }

    /** Removes these claims from a token that is none of ours to write; Keycloak's own entries stay where they are. */
    public static void removeFrom(AccessToken token) {
        token.getOtherClaims().remove(CATEGORIES);
        AuthorizationDetails.removeFrom(token);
    }

    private static Map<String, Object> entry(ScopeDecision scope) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", AuthorizationDetails.TYPE);
        entry.put("identifier", scope.scope().ref().name());
        entry.put("datatypes", keys(scope));
        scope.grant().ifPresent(grant -> {
            entry.put("purpose", grant.approval().purpose());
            entry.put("approval", approval(grant, scope.until()));
        });
        return entry;
    }

    private static Map<String, Object> approval(AccessGrant grant, Optional<Instant> until) {
        Map<String, Object> approval = new LinkedHashMap<>();
        approval.put("id", grant.id());
        approval.put("approved_at", grant.term().from().getEpochSecond());
        approval.put("approved_until", until.orElse(grant.term().until()).getEpochSecond());
        return approval;
    }

    private static List<String> keys(ScopeDecision scope) {
        return scope.known().categories().stream().map(DataCategory::key).toList();
    }
}
