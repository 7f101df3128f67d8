/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in English, with what it names apart, so that it can be said in another language. Example: "names the group
 * {group}, which is not there", with the path of the group.
 *
 * @param text with its gaps filled
 * @param parameters what stands in the gaps, by name; where one code has several sentences, {@link #KIND} tells them apart
 */
public record ParameterizedText(String text, Map<String, String> parameters) {

    /** Of several sentences of one code, which it is. */
    public static final String KIND = "kind";

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    public ParameterizedText {
        parameters = Map.copyOf(parameters);
    }

    public static ParameterizedText of(String text) {
        return of(text, Map.of());
    }

    public static ParameterizedText of(String text, Map<String, String> named) {
        return new ParameterizedText(
                GAP.matcher(text)
                        .replaceAll(gap -> Matcher.quoteReplacement(Objects.requireNonNull(
                                named.get(gap.group(1)), () -> "Nothing is named " + gap.group(1)))),
                named);
    }

    /** What a sentence names: a name, what is called so, and so on. What Keycloak has no name for is called null. */
    public static Map<String, String> naming(@Nullable String... namesAndValues) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            named.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return named;
    }

    /** One of several sentences of the same code. */
    public static ParameterizedText of(String kind, String text, Map<String, String> named) {
        return of(text, with(KIND, kind, named));
    }

    private static Map<String, String> with(String name, String value, Map<String, String> named) {
        Map<String, String> all = new TreeMap<>(named);
        all.put(name, value);
        return all;
    }
}
