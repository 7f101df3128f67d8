/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bytecode does not tell: a multi-catch or a catch of everything reads the same there as a finally. */
class CatchesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int FEWEST_FILES = 300;
    private static final int MOST_LINES = 250;
    private static final int MOST_FILES = 25;
    private static final int FEWEST_FOLDERS = 25;
    private static final Pattern CATCH_ALL = Pattern.compile(
            "catch\\s*\\((final\\s+)?([\\w.]+\\s*\\|\\s*)*(java\\.lang\\.)?(Exception|RuntimeException|Throwable|Error)\\b");

    @Test
    void catchesNothingBroad() throws IOException {
        assertThat(sources())
                .hasSizeGreaterThan(FEWEST_FILES)
                .allSatisfy(file -> assertThat(
                                CATCH_ALL.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void keepsFilesSmall() throws IOException {
        assertThat(sources())
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    /** Tests' folders are as large as what they test. */
    @Test
    void keepsFoldersSmall() throws IOException {
        assertThat(sources().stream().collect(groupingBy(Path::getParent, counting())))
                .hasSizeGreaterThan(FEWEST_FOLDERS)
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
