/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence of Javadoc has a subject, and can be read without the one before it. */
class SentencesTest {

    private static final String LEANING = "(?m)^\\s*(/\\*\\*|\\*) (The same|Likewise|As above|Ditto|See above)\\b";

    @ParameterizedTest
    @CsvSource({"spi-authorizer, 500", "integration-tests, 270", "sample-app, 10"})
    void canBeReadAlone(String module, int fewestFiles) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("..", module, "src"))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(files)
                .hasSizeGreaterThanOrEqualTo(fewestFiles)
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(LEANING));
    }
}
