/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of {@code docs/configuration.md}: what is promised of each field and each mistake. */
public final class ConfigurationTable {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    private ConfigurationTable() {}

    /**
     * One promise.
     *
     * @param input the value that the mistake is tried with; blank where the mistake needs none
     * @param answer what becomes of it, without code marks
     */
    public record Cell(String field, String mistake, String input, String answer) {

        @Override
        public String toString() {
            return field + ", " + mistake + (input.isEmpty() ? "" : " (" + input + ")") + ": " + answer;
        }
    }

    /** The cells below this heading, but for those that promise nothing. */
    public static Stream<Cell> below(String heading) {
        List<List<String>> rows = rows(heading);
        List<String> mistakes = rows.get(0);
        List<Cell> cells = rows.stream()
                .skip(2)
                .flatMap(row -> IntStream.range(1, row.size())
                        .filter(column -> !row.get(column).equals("-"))
                        .mapToObj(column -> cell(unmarked(row.get(0)), mistakes.get(column), row.get(column))))
                .toList();
        assertThat(cells).as(heading).hasSizeGreaterThanOrEqualTo(5);
        return cells.stream();
    }

    private static Cell cell(String field, String mistake, String text) {
        int split = text.indexOf("`: ");
        return split < 0
                ? new Cell(field, mistake, "", unmarked(text))
                : new Cell(field, mistake, unmarked(text.substring(0, split + 1)), unmarked(text.substring(split + 3)));
    }

    private static String unmarked(String text) {
        return text.replace("`", "");
    }

    private static List<List<String>> rows(String heading) {
        try {
            return Files.readAllLines(PAGE).stream()
                    .dropWhile(line -> !line.replaceFirst("^#+ ", "").equals(heading) || !line.startsWith("#"))
                    .dropWhile(line -> !line.startsWith("|"))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.substring(2, line.length() - 2))
                    .map(line -> Arrays.asList(line.split(" \\| ", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
