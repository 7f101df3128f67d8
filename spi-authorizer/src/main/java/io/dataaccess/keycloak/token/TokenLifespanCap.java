/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import io.dataaccess.keycloak.policy.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.IDToken;

/** Ends a token with what it rests on. */
final class TokenLifespanCap {

    private final Instant now;
    private final List<Decision> decisions;

    public TokenLifespanCap(Instant now, List<Decision> decisions) {
        this.now = now;
        this.decisions = decisions;
    }

    /** The earliest of the token's own end and the decisions'; says whether there is any time left until then. */
    public boolean applyTo(IDToken token) {
        Instant issued = issued(token);
        Optional<Long> end = decisions.stream()
                .flatMap(decision -> decision.tokenEnd(issued).stream())
                .min(Comparator.naturalOrder())
                .map(Instant::getEpochSecond);
        end.filter(cap -> isEndless(token) || cap < token.getExp()).ifPresent(token::exp);
        return isEndless(token) || token.getExp() > now.getEpochSecond();
    }

    /** What the token says, as Keycloak writes that first and another second may have begun since. */
    private Instant issued(IDToken token) {
        return Optional.ofNullable(token.getIat())
                .map(Instant::ofEpochSecond)
                .filter(said -> said.isBefore(now))
                .orElse(now);
    }

    private static boolean isEndless(IDToken token) {
        return token.getExp() == null || token.getExp() == 0;
    }
}
