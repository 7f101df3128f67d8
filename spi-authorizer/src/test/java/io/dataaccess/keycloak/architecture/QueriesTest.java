/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.dataaccess.keycloak.architecture.Modules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A query that is run elsewhere fails with an exception that nobody turns into an answer. */
@AnalyzeClasses(packages = ROOT, importOptions = DoNotIncludeTests.class)
class QueriesTest {

    private static final String QUERY = "jakarta.persistence.Query";

    @ArchTest
    static final ArchRule QUERIES_RUN_IN_ONE_PLACE = noClasses()
            .that(resideInAPackage(ROOT + "..").and(not(simpleName("QueryStatement"))))
            .should()
            .dependOnClassesThat(assignableTo(QUERY))
            .orShould()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("create.*Query")));

    @ArchTest
    static void findsThePlace(JavaClasses imported) {
        assertThat(imported.that(simpleName("QueryStatement")))
                .hasSize(1)
                .first()
                .satisfies(place -> assertThat(place.getDirectDependenciesFromSelf())
                        .anyMatch(dependency -> dependency.getTargetClass().isAssignableTo(QUERY)));
    }
}
