/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.dataaccess.auditor.finding.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.dataaccess.auditor";

    private static final Path AUDIT = Path.of("").toAbsolutePath().resolveSibling("docs/audit.md");

    @ArchTest
    static void looksAtARealNumberOfClasses(JavaClasses imported) {
        assertThat(imported).hasSizeGreaterThan(40);
    }

    /** The server's own rules are not among what verifies it. */
    @ArchTest
    static final ArchRule SEES_NOTHING_OF_THE_SERVER =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("io.dataaccess.keycloak..", "org.keycloak.."));

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = CompositeArchRule.of(List.of(
            mayOnlySee("finding"),
            mayOnlySee("files", "finding"),
            mayOnlySee("entry", "finding"),
            mayOnlySee("rules", "finding", "entry"),
            mayOnlySee("receipt", "finding", "entry", "rules"),
            mayOnlySee("mirror", "finding", "files"),
            mayOnlySee("check", "finding", "files", "entry", "rules", "mirror"),
            mayOnlySee("witness", "finding", "files")));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses().should().callMethod(Instant.class, "now");

    @ParameterizedTest
    @EnumSource
    void explainsEachFindingWhenItCanBeMade(Code code) throws IOException {
        assertThat(Files.readString(AUDIT)).contains("`" + code + "`");
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
                        .or(resideInAnyPackage(
                                "java..",
                                "com.sun.net.httpserver..",
                                "org.jspecify..",
                                "com.fasterxml.jackson..",
                                "io.dataaccess.transparency..")));
    }
}
