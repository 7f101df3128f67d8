/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of problems for operators, the words of the admin console, and the finders. */
final class ProblemCodesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/dataaccess/keycloak");
    private static final Path TABLE = Path.of("..", "docs", "operations.md");
    private static final Path MESSAGES =
            Path.of("..", "themes/src/main/resources/theme/data-access/admin/messages/messages_en.properties");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^dataAccessProblem\\.([a-z_]+)=.");
    private static final Pattern FOUND = Pattern.compile("Problem\\s*\\.(error|warning)\\(\\s*\"([a-z_]+)\"");
    /** Of components, each kind with its sentence; without a kind are those that are made on saving only. */
    private static final Pattern COMPLAINT =
            Pattern.compile("new InvalidComponentException\\(\\s*[\\w.\"]+,\\s*\"([a-z_]+)\"");

    private static final String COMPONENT = "component_invalid.";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (ERROR|WARNING) \\| [^|]{20,} \\| [^|]{10,} \\|$");

    @Test
    void explainsEveryProblemWhenItCanBeFound() throws IOException {
        List<String> explained = ROW.matcher(Files.readString(TABLE))
                .results()
                .map(ProblemCodesTest::row)
                .toList();

        assertThat(explained).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(found().distinct().toList());
    }

    /** In one language; that the others say the same is another test's. */
    @Test
    void hasWordsInTheConsoleWhenAProblemCanBeFound() throws IOException {
        List<String> worded = MESSAGE.matcher(Files.readString(MESSAGES))
                .results()
                .map(message -> message.group(1))
                .toList();

        assertThat(worded)
                .containsExactlyInAnyOrderElementsOf(found().map(problem -> problem.split(" ", 2)[0])
                        .distinct()
                        .toList());
    }

    /** A problem without a sentence there would be said in English to everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void hasSentencesInTheConsoleWhenAProblemCanBeFound(String language) throws IOException {
        Set<String> said = ProblemTexts.details(language).keySet();

        assertThat(said.stream().map(key -> key.split("[.]", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(found().map(problem -> problem.split(" ", 2)[0])
                        .distinct()
                        .toList());
        assertThat(said.stream().filter(key -> key.startsWith(COMPONENT)).map(key -> key.substring(COMPONENT.length())))
                .containsExactlyInAnyOrderElementsOf(matches(COMPLAINT)
                        .map(complaint -> complaint.group(1))
                        .distinct()
                        .toList());
    }

    private static Stream<MatchResult> matches(Pattern pattern) throws IOException {
        List<MatchResult> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found::add);
            }
        }
        return found.stream();
    }

    private static Stream<String> found() throws IOException {
        return matches(FOUND)
                .map(problem -> problem.group(2) + " " + problem.group(1).toUpperCase(Locale.ROOT));
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }
}
