/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test of ours looks like, in every module. */
class TestHabitsTest {

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|TestFactory|Property|EachRound)\\b[^{;]*?\\b(?:void|Stream<[^(]*>)\\s+(\\w+)\\(");

    /** A verb, "When" and the condition; or a verb and what it is about, three words at least. */
    private static final String SENTENCE =
            "(?!test|should)[a-z][a-z0-9]*([A-Z][A-Za-z0-9]*When[A-Z]|When[A-Z]|[A-Z][a-z0-9]*[A-Z]).*";

    /** Waiting has an end and a pause (Awaitility), and what is there runs. */
    private static final Pattern BAD_HABIT =
            Pattern.compile("Thread\\.(sleep|onSpinWait)\\(|@Disabled|@RetryingTest|assumeTrue|assumeThat");

    @ParameterizedTest
    @CsvSource({"spi-authorizer, 140, 800", "integration-tests, 270, 600", "sample-app, 5, 10"})
    void areSentencesAndWaitWithoutSpinning(String module, int fewestFiles, int fewestTests) throws IOException {
        List<Path> files = sources(Path.of("..", module, "src", "test", "java"));

        assertThat(files).hasSizeGreaterThanOrEqualTo(fewestFiles);
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(BAD_HABIT));
        assertThat(files.stream().flatMap(TestHabitsTest::tests))
                .hasSizeGreaterThanOrEqualTo(fewestTests)
                .allMatch(name -> name.matches(SENTENCE));
    }

    private static Stream<String> tests(Path file) {
        try {
            return TEST.matcher(Files.readString(file)).results().map((MatchResult test) -> test.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("TestHabitsTest.java"))
                    .toList();
        }
    }
}
