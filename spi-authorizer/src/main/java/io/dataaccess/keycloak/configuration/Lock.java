/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything of a category, a jurisdiction or a scope is refused, at once and until it is approved that it no longer is.
 *
 * @param id by which it is removed
 * @param target a category's key, a jurisdiction such as {@code US}, or a scope's name
 * @param scopeId of the client scope in Keycloak, whatever it is called by now; empty unless a scope is locked
 * @param by the id of the user who locked it
 */
public record Lock(
        String id, Kind kind, String target, Optional<String> scopeId, String reason, String by, Instant at) {

    static final Comparator<Lock> ORDER =
            comparing(Lock::kind).thenComparing(Lock::target).thenComparing(Lock::id);

    /** What is locked. */
    public enum Kind {
        CATEGORY,
        JURISDICTION,
        SCOPE;

        /** For programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Lock {
        if (target.isBlank()) {
            throw new IllegalArgumentException("A lock says what it locks");
        }
        if (scopeId.isPresent() != (kind == Kind.SCOPE)) {
            throw new IllegalArgumentException("A lock of a scope has the scope's id, and no other has one");
        }
    }

    public boolean isOfCategory(String key) {
        return kind == Kind.CATEGORY && target.equals(key);
    }

    public boolean isOfJurisdiction(String jurisdiction) {
        return kind == Kind.JURISDICTION && target.equals(jurisdiction);
    }

    /** Also of one that was deleted and made anew under its name, and of one that was renamed. */
    public boolean isOfScope(String otherId, String otherName) {
        return kind == Kind.SCOPE && (target.equals(otherName) || scopeId.equals(Optional.of(otherId)));
    }
}
