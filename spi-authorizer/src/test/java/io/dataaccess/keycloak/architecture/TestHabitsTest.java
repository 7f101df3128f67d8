/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.dataaccess.keycloak.architecture.Modules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What a test of ours looks like. */
@AnalyzeClasses(packages = ROOT, importOptions = OnlyIncludeTests.class)
class TestHabitsTest {

    private static final int FEWEST_CLASSES = 60;

    /** A verb, "When" and the condition; or a verb and what it is about, three words at least. */
    private static final String SENTENCE = "[a-z][a-z0-9]*([A-Z][A-Za-z0-9]*When[A-Z]|When[A-Z]|[A-Z][a-z0-9]*[A-Z]).*";

    @ArchTest
    static void looksAtARealNumberOfClasses(JavaClasses imported) {
        assertThat(imported).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @ArchTest
    static final ArchRule TESTS_ARE_SENTENCES = methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .or()
            .areAnnotatedWith(TestFactory.class)
            .or()
            .areAnnotatedWith(Property.class)
            .should()
            .haveNameMatching(SENTENCE)
            .andShould()
            .haveNameNotMatching("(test|should).*");
}
