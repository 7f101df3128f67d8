/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/clients.md shows is what the other tests here run: each piece of code is in the file that is linked last before it. */
final class ClientsPageIT {

    private static final int BLOCKS = 7;
    private static final int LONGEST = 200;

    private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(\\.\\./([^)]+)\\)");

    @Test
    void showsWhatRunsWhenItShowsCode() throws IOException {
        String page = Files.readString(page());
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

        assertThat(blocks).hasSize(BLOCKS);
        for (MatchResult block : blocks) {
            Path file = Recipes.root().resolve(lastLink(page.substring(0, block.start())));
            assertThat(unindented(Files.readString(file))).as("%s", file).contains(unindented(block.group(1)));
        }
    }

    @Test
    void leadsToFilesWhenItLinks() throws IOException {
        assertThat(LINK.matcher(Files.readString(page())).results())
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(Recipes.root().resolve(link.group(1))).exists());
    }

    @Test
    void staysReadableWhenExtended() throws IOException {
        assertThat(Files.readAllLines(page())).hasSizeLessThanOrEqualTo(LONGEST);
    }

    private static Path page() {
        return Recipes.root().resolve("docs/clients.md");
    }

    private static String lastLink(String before) {
        return LINK.matcher(before)
                .results()
                .reduce((first, second) -> second)
                .orElseThrow()
                .group(1);
    }

    private static String unindented(String code) {
        return code.strip().replaceAll("(?m)^\\s+", "");
    }
}
