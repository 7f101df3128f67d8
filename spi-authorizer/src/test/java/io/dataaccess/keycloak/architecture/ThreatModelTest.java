/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reviewer checks off the threat model line by line: each names tests, and those exist. */
class ThreatModelTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?! way |---)(.*)\\|(.*)\\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final Pattern DATA = Pattern.compile("`(scenarios/[\\w./-]+)`");
    private static final int FEWEST_ROWS = 120;

    private static List<MatchResult> rows = List.of();
    private static Map<String, String> sources = Map.of();

    @BeforeAll
    static void read() throws IOException {
        rows = ROW.matcher(Files.readString(PROJECT.resolve("docs/threat-model.md")))
                .results()
                .toList();
        try (Stream<Path> files = Files.find(
                PROJECT,
                20,
                (path, attributes) -> path.toString().contains("/src/test/java/")
                        && path.toString().endsWith(".java"))) {
            sources = files.collect(Collectors.toMap(
                    path -> path.getFileName().toString().replace(".java", ""),
                    ThreatModelTest::content,
                    String::concat));
        }
    }

    @Test
    void looksAtARealNumberOfRows() {
        assertThat(rows).hasSizeGreaterThan(FEWEST_ROWS);
    }

    @Test
    void namesTestsInEachRow() {
        assertThat(rows)
                .map(row -> row.group(3))
                .allMatch(tests -> TEST.matcher(tests).find()
                        || DATA.matcher(tests).find()
                        || tests.strip().startsWith("none:"));
    }

    @Test
    void namesTestsThatExist() {
        assertThat(rows)
                .flatMap(row -> TEST.matcher(row.group(3)).results().toList())
                .allSatisfy(test -> {
                    assertThat(sources).containsKey(test.group(1));
                    if (test.group(2) != null) {
                        assertThat(sources.get(test.group(1))).contains("void " + test.group(2) + "(");
                    }
                });
        assertThat(rows)
                .flatMap(row -> DATA.matcher(row.group(3)).results().toList())
                .allSatisfy(data -> assertThat(PROJECT.resolve(data.group(1))).exists());
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
