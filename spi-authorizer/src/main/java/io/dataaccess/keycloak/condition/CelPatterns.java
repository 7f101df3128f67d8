/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patterns of {@code matches}. RE2 matches in linear time, but it unrolls counted repetitions when it compiles:
 * {@code (((a{100}){100}){100}){100}} takes all memory. So a pattern is written out in the condition, where it can be
 * measured, and never comes from an attribute.
 */
final class CelPatterns {

    private static final int MAX_SIZE = 10_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?}");

    private CelPatterns() {}

    static Optional<String> problem(String pattern) {
        if (unrolledSize(pattern) > MAX_SIZE) {
            return Optional.of(
                    "the pattern repeats too much: its length times its {counts} may be at most " + MAX_SIZE);
        }
        try {
            com.google.re2j.Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.of("the pattern is not valid: " + invalid.getDescription());
        }
    }

    /** Counts are multiplied whether nested or not: simpler than parsing, and never too small. */
    private static long unrolledSize(String pattern) {
        long size = pattern.length();
        Matcher counts = COUNT.matcher(pattern);
        while (counts.find() && size <= MAX_SIZE) {
            String upper = counts.group(2);
            size *= Math.max(1, Integer.parseInt(upper == null || upper.isEmpty() ? counts.group(1) : upper));
        }
        return size;
    }
}
