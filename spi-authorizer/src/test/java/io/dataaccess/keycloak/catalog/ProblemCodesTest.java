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

/** The table of problems for operators, and the finders. */
final class ProblemCodesTest {

    private static final Path FINDERS = Path.of("src/main/java/io/dataaccess/keycloak/catalog");
    private static final Path TABLE = Path.of("..", "docs", "operations.md");
    private static final Pattern FOUND = Pattern.compile("Problem\\s*\\.(error|warning)\\(\\s*\"([a-z_]+)\"");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (ERROR|WARNING) \\| [^|]{20,} \\| [^|]{10,} \\|$");

    @Test
    void explainsEveryProblemWhenItCanBeFound() throws IOException {
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
        List<String> explained = ROW.matcher(Files.readString(TABLE))
                .results()
                .map(ProblemCodesTest::row)
                .toList();

        assertThat(explained).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(found.stream().distinct().toList());
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }
}
