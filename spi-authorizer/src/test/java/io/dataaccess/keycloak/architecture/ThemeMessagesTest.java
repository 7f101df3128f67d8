/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in one language is said in every other, with the same in its gaps. */
class ThemeMessagesTest {

    private static final Path THEMES = Path.of("").toAbsolutePath().getParent().resolve("themes/src/main/resources");
    /** Of MessageFormat, {@code {0}} or {@code {0,choice,...}}, and of the consoles, {@code {{name}}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{(\\d+)[,}]");

    private static final String GERMAN = "messages_de.properties";

    /** A text that a page names whole; one whose end is chosen ends with a dot there. */
    private static final Pattern NAMED = Pattern.compile("(?:msg\\(|label=)\"(dataAccess[\\w.]*\\w)\"");

    static Stream<Path> german() throws IOException {
        try (Stream<Path> files = Files.walk(THEMES)) {
            return files.filter(file -> file.endsWith(GERMAN)).toList().stream();
        }
    }

    @Test
    void findsGermanWhereverThereIsEnglish() throws IOException {
        try (Stream<Path> files = Files.walk(THEMES)) {
            Set<Path> english = files.filter(file -> file.endsWith("messages_en.properties"))
                    .map(file -> file.resolveSibling(GERMAN))
                    .collect(toSet());
            assertThat(german()).isNotEmpty().containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @ParameterizedTest
    @MethodSource("german")
    void saysTheSameWhenGerman(Path german) throws IOException {
        assertThat(placeholders(german)).isEqualTo(placeholders(german.resolveSibling("messages_en.properties")));
    }

    /** Else the page shows the key. */
    @Test
    void hasEveryTextWhenAPageNamesIt() throws IOException {
        Path resources = THEMES.resolve("theme-resources");
        Set<String> texts = placeholders(resources.resolve("messages/messages_en.properties"))
                .keySet();
        try (Stream<Path> pages = Files.walk(resources.resolve("templates"))) {
            List<String> named = new ArrayList<>();
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                NAMED.matcher(Files.readString(page)).results().forEach(text -> named.add(text.group(1)));
            }
            assertThat(named).hasSizeGreaterThan(50).isSubsetOf(texts);
        }
    }

    /** By key. */
    private static Map<String, Set<String>> placeholders(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            PropertyResourceBundle texts = new PropertyResourceBundle(stream);
            Map<String, Set<String>> placeholders = new TreeMap<>();
            texts.keySet()
                    .forEach(key -> placeholders.put(
                            key,
                            PLACEHOLDER
                                    .matcher(texts.getString(key))
                                    .results()
                                    .map(MatchResult::group)
                                    .map(text -> text.replaceAll("\\W", ""))
                                    .collect(toSet())));
            return placeholders;
        }
    }
}
