/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static io.dataaccess.keycloak.architecture.Modules.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One word for one thing: no message of a page or mail says a word that the glossary forbids. */
class GlossaryTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path THEMES = ROOT.resolve("themes/src/main/resources");

    /** What is wrong with a realm is told to those who run it, in Keycloak's words. */
    private static final String PROBLEM = "dataAccessProblem";

    private static final Path ADMIN = THEMES.resolve("theme/data-access/admin/messages");
    private static final Pattern TYPE = Pattern.compile("`(\\w+)`");
    private static final Pattern FORBIDDEN = Pattern.compile("`([^`]+)`(?: \\((English|German)\\))?");

    static Stream<Path> messages() throws IOException {
        try (Stream<Path> files = Files.walk(THEMES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("messages_(en|de)\\.properties"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void readsAllMessagesAndWords() throws IOException {
        assertThat(messages()).hasSize(6);
        assertThat(forbidden("English")).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysNoOtherWord(Path file) throws IOException {
        List<Pattern> words = forbidden(file.endsWith("messages_en.properties") ? "English" : "German");
        List<String> found = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            PropertyResourceBundle texts = new PropertyResourceBundle(stream);
            for (String key : texts.keySet()) {
                words.stream()
                        .filter(word -> !(file.startsWith(ADMIN) && key.startsWith(PROBLEM)))
                        .filter(word -> word.matcher(texts.getString(key)).find())
                        .forEach(word -> found.add(key + " says " + word + ": " + texts.getString(key)));
            }
        }
        assertThat(found).isEmpty();
    }

    /** Of the last column of the table, for one language: a word may be forbidden in one and be the right one in the other. */
    private static List<Pattern> forbidden(String language) throws IOException {
        return rows("# Words of pages and mails")
                .map(row -> row[4])
                .flatMap(cell -> FORBIDDEN.matcher(cell).results())
                .filter(word -> word.group(2) == null || word.group(2).equals(language))
                .map(GlossaryTest::pattern)
                .toList();
    }

    /** Whole words; a word that the glossary writes with a capital is meant so, as German nouns are. */
    private static Pattern pattern(MatchResult found) {
        String word = found.group(1);
        String ending = word.endsWith("*") ? "[\\p{L}-]*" : "";
        int flags = Character.isUpperCase(word.charAt(0)) ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(
                "(?<![\\p{L}-])" + Pattern.quote(word.replace("*", "")) + ending + "(?![\\p{L}-])", flags);
    }

    /** The third column of the second table. */
    @Test
    void explainsEveryPublicTypeOfTheKernel() throws IOException {
        List<String> explained = rows("# Words of the code")
                .map(row -> row[3])
                .flatMap(cell -> TYPE.matcher(cell).results())
                .map(type -> type.group(1))
                .toList();

        assertThat(explained).doesNotHaveDuplicates();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter(List.of(new DoNotIncludeTests()))
                                .importPackages(KERNEL.stream()
                                        .map(part -> Modules.ROOT + "." + part)
                                        .toList())
                                .stream()
                                .filter(type -> type.isTopLevelClass()
                                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !name.equals("package-info"))
                                .toList());
    }

    /** The cells of the table below this heading. */
    private static Stream<String[]> rows(String heading) throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/glossary.md")).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("# "))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("[|]", -1));
    }
}
