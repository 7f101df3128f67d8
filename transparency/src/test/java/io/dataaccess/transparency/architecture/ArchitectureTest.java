/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Arrows point down: log → note, tree → format; entry → tree. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.dataaccess.transparency";

    private static final Path GLOSSARY = Path.of("").toAbsolutePath().resolveSibling("docs/glossary.md");
    private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

    @ArchTest
    static void looksAtARealNumberOfClasses(JavaClasses imported) {
        assertThat(imported).hasSizeGreaterThan(30);
    }

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = CompositeArchRule.of(List.of(
            mayOnlySee("format"),
            mayOnlySee("tree", "format"),
            mayOnlySee("note", "format"),
            mayOnlySee("log", "format", "tree", "note"),
            mayOnlySee("entry", "format", "tree")));

    @ArchTest
    static final ArchRule IS_PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "..", "java..", "org.jspecify..", "org.erdtman.jcs.."));

    @ArchTest
    static final ArchRule ONLY_ENTRY_SEES_THE_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".entry")
            .should()
            .dependOnClassesThat(resideInAPackage("org.erdtman.jcs.."));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses().should().callMethod(Instant.class, "now");

    /** The third column of the table. */
    @ArchTest
    static void explainsEveryPublicType(JavaClasses imported) throws IOException {
        List<String> explained = rows().flatMap(row -> TYPE.matcher(row[3]).results())
                .map(type -> type.group(1))
                .toList();
        assertThat(explained).doesNotHaveDuplicates();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(imported.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .toList());
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .dropWhile(line -> !line.equals("# Words of the log"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("# "))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("[|]", -1));
    }

    private static ArchRule mayOnlySee(String part, String... others) {
        String[] ours = Stream.concat(Stream.of(part), Stream.of(others))
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + part)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ours)
                        .or(resideInAnyPackage("java..", "org.jspecify..", "org.erdtman.jcs..")));
    }
}
