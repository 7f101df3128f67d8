/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the admin console says of problems, in each of its languages; of no class of the product, for tests of the server. */
public final class ProblemTexts {

    private static final Path MESSAGES = Path.of("..", "themes/src/main/resources/theme/data-access/admin/messages");
    private static final String DETAIL = "dataAccessProblemDetail.";
    private static final String PLACE = "dataAccessPlace.";
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    private static final Map<String, String> ENGLISH = read("en");
    private static final Map<String, String> GERMAN = read("de");

    private ProblemTexts() {}

    /** Keys of sentences and their texts, in this language. */
    static Map<String, String> details(String language) {
        Map<String, String> details = new TreeMap<>();
        read(language).forEach((key, text) -> {
            if (key.startsWith(DETAIL)) {
                details.put(key.substring(DETAIL.length()), text);
            }
        });
        return details;
    }

    /** A problem as it is found, or as the REST tells of it. */
    public record Told(
            String code, String message, Map<String, String> params, String place, String name, String where) {}

    /** In English the console says what the server says, from what the problem names; and it says it in German as well. */
    public static void assertSaid(Told problem) {
        String kind = problem.params().get("kind");
        String detail = DETAIL + problem.code() + (kind == null ? "" : "." + kind);
        assertThat(filled(ENGLISH, detail, problem.params())).isEqualTo(problem.message());
        assertThat(filled(GERMAN, detail, problem.params())).isNotBlank();
        Map<String, String> name = Map.of("name", problem.name());
        assertThat(filled(ENGLISH, PLACE + problem.place(), name)).isEqualTo(problem.where());
        assertThat(filled(GERMAN, PLACE + problem.place(), name)).isNotBlank();
    }

    private static String filled(Map<String, String> texts, String key, Map<String, String> named) {
        assertThat(texts).containsKey(key);
        return GAP.matcher(texts.get(key)).replaceAll(gap -> {
            assertThat(named).as(key).containsKey(gap.group(1));
            return Matcher.quoteReplacement(named.get(gap.group(1)));
        });
    }

    private static Map<String, String> read(String language) {
        Path file = MESSAGES.resolve("messages_" + language + ".properties");
        try (InputStream stream = Files.newInputStream(file)) {
            PropertyResourceBundle bundle = new PropertyResourceBundle(stream);
            Map<String, String> texts = new TreeMap<>();
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
