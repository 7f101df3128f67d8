/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server remembers of one browser; no token ever goes there. */
final class Session {
    private static final int MOST_ATTEMPTS = 20;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private Set<String> justAsked = Set.of();
    private @Nullable Tokens tokens;

    void begin(Attempt attempt) {
        if (attempts.size() == MOST_ATTEMPTS) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        attempts.put(attempt.state().getValue(), attempt);
    }

    /** The attempt this answer belongs to; each is answered once. */
    Optional<Attempt> answered(String state) {
        return Optional.ofNullable(attempts.remove(state));
    }

    void signedIn(Tokens fresh, Set<String> asked) {
        tokens = fresh;
        justAsked = asked;
    }

    /** Empty: the session at Keycloak is over. */
    void refreshed(Optional<Tokens> fresh) {
        tokens = fresh.orElse(null);
    }

    Optional<Tokens> tokens() {
        return Optional.ofNullable(tokens);
    }

    /** What the browser just came back from asking for: asking again at once would go round in circles. */
    Set<String> takeJustAsked() {
        Set<String> asked = justAsked;
        justAsked = Set.of();
        return asked;
    }
}
