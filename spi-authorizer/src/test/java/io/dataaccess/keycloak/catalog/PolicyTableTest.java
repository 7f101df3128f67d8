/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of a policy's fields for operators. */
final class PolicyTableTest {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]{10,} \\| `[^|]+` \\|$");

    @Test
    void explainsEveryFieldWhenPoliciesHaveIt() throws IOException {
        String section =
                Files.readString(PAGE).split("\n## What a policy says\n", 2)[1].split("\n## ", 2)[0];

        assertThat(ROW.matcher(section).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(PolicyFields.NAMES);
    }
}
