/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import com.google.re2j.Pattern;

/**
 * A regular expression for what people type, in RE2 syntax: it is matched in time that grows with the text and no
 * faster, whatever is typed. Such as {@code [A-Z]+-[0-9]+}.
 */
public final class TextPattern {

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws ConditionException when it is not RE2, or repeats too much; the message says why */
    static TextPattern compile(String source) {
        CelPatterns.problem(source).ifPresent(problem -> {
            throw new ConditionException(problem);
        });
        return new TextPattern(Pattern.compile(source));
    }

    public String source() {
        return pattern.pattern();
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }
}
