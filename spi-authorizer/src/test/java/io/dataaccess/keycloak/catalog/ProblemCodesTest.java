/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of problems for operators, the words of the admin console, and the finders. */
final class ProblemCodesTest {

    private static final Path FINDERS = Path.of("src/main/java/io/dataaccess/keycloak/catalog");
    private static final Path TABLE = Path.of("..", "docs", "operations.md");
    private static final Path MESSAGES =
            Path.of("..", "themes/src/main/resources/theme/data-access/admin/messages/messages_en.properties");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^dataAccessProblem\\.([a-z_]+)=.");
    private static final Pattern FOUND = Pattern.compile("Problem\\s*\\.(error|warning)\\(\\s*\"([a-z_]+)\"");
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

    private static Stream<String> found() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(FINDERS)) {
            for (Path file : files.toList()) {
                FOUND.matcher(Files.readString(file))
                        .results()
                        .map(problem ->
                                problem.group(2) + " " + problem.group(1).toUpperCase(Locale.ROOT))
                        .forEach(found::add);
            }
        }
        return found.stream();
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }
}
