/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The answer for all guarded scopes of a question: allowed only if each of them is. */
public record Decision(List<ScopeDecision> scopes) {

    public Decision {
        scopes = List.copyOf(scopes);
    }

    public boolean isAllowed() {
        return firstRefused().isEmpty();
    }

    /** The refused scope whose reason comes first in the order of the rules; empty when all are allowed. */
    public Optional<ScopeDecision> firstRefused() {
        return scopes.stream()
                .filter(scope -> scope.refusal().isPresent())
                .min(Comparator.comparing(scope -> scope.refusal().orElseThrow()));
    }

    /** When a token issued now must end at the latest; empty when no guarded scope is in it. */
    public Optional<Instant> tokenEnd(Instant now) {
        return scopes.stream().flatMap(scope -> scope.tokenEnd(now).stream()).min(Comparator.naturalOrder());
    }
}
