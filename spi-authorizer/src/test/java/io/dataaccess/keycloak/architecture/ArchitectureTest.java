/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.dataaccess.keycloak.architecture.Modules.CEL;
import static io.dataaccess.keycloak.architecture.Modules.KERNEL;
import static io.dataaccess.keycloak.architecture.Modules.RIM;
import static io.dataaccess.keycloak.architecture.Modules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Arrows point down: rim, session, adapters, kernel. */
@AnalyzeClasses(packages = ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** An empty import passes every rule; raise this as the product grows. */
    private static final int FEWEST_CLASSES = 400;

    @ArchTest
    static void looksAtARealNumberOfClasses(JavaClasses imported) {
        assertThat(imported).hasSizeGreaterThan(FEWEST_CLASSES);
        Modules.ALL.forEach(part -> assertThat(imported.that(resideInAPackage(ROOT + "." + part)))
                .as(part)
                .isNotEmpty());
    }

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** Each kernel package sees some of those below it. */
    @ArchTest
    static final ArchRule KERNEL_LOOKS_DOWN = CompositeArchRule.of(List.of(
            mayOnlySee("access"),
            mayOnlySee("classification", "access"),
            mayOnlySee("configuration", "access"),
            mayOnlySee("visibility", "access", "classification"),
            mayOnlySee("condition", "access", "classification"),
            mayOnlySee("grant", "access", "classification", "visibility"),
            mayOnlySee("policy", "access", "classification", "condition", "grant"),
            mayOnlySee("approver", "access", "classification", "visibility", "condition", "grant", "policy"),
            mayOnlySee("request", "access", "classification", "visibility", "condition", "grant", "policy", "approver"),
            mayOnlySee(
                    "change",
                    "access",
                    "classification",
                    "configuration",
                    "condition",
                    "policy",
                    "approver",
                    "request")));

    @ArchTest
    static final ArchRule ADAPTERS_LOOK_DOWN = CompositeArchRule.of(List.of(
            mayOnlySee("persistence", KERNEL.toArray(String[]::new)),
            mayOnlySee("login", kernelAnd("persistence")),
            mayOnlySee("catalog", kernelAnd("login", "log")),
            mayOnlySee("directory", kernelAnd("catalog")),
            mayOnlySee("lint", kernelAnd("login", "log", "catalog", "directory")),
            mayOnlySee("log", kernelAnd("persistence")),
            mayOnlySee("notify", kernelAnd("catalog", "persistence"))));

    @ArchTest
    static final ArchRule SESSION_SEES_NO_RIM = noClasses()
            .that()
            .resideInAPackage(Modules.of("session"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Modules.of(RIM));

    @ArchTest
    static final ArchRule KERNEL_IS_PLAIN_JAVA = classes()
            .that(resideInAnyPackage(Modules.of(KERNEL)).and(not(resideInAPackage(Modules.of("condition")))))
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(Modules.of(KERNEL)).or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule CONDITION_SEES_CEL_BESIDES_JAVA = classes()
            .that()
            .resideInAPackage(Modules.of("condition"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(Modules.of(KERNEL))
                    .or(resideInAnyPackage("java..", "org.jspecify.."))
                    .or(resideInAnyPackage(CEL.toArray(String[]::new))));

    @ArchTest
    static final ArchRule CEL_ONLY_IN_CONDITION = onlyIn(CEL, "condition");

    @ArchTest
    static final ArchRule JPA_ONLY_IN_PERSISTENCE = onlyIn(List.of("jakarta.persistence.."), "persistence");

    /** Keycloak's event store wants its entity manager as well. */
    @ArchTest
    static final ArchRule CONNECTIONS_ONLY_IN_PERSISTENCE =
            onlyIn(List.of("org.keycloak.connections.jpa.."), "persistence", "events");

    @ArchTest
    static final ArchRule JAX_RS_ONLY_WHERE_REQUESTS_ARE_ANSWERED = onlyIn(
            List.of("jakarta.ws.rs.."),
            "admin",
            "account",
            "prompt",
            "token",
            "web",
            "openapi",
            "impersonation",
            "logout");

    @ArchTest
    static final ArchRule KEYCLOAKS_PRIVATE_API_ONLY_IN_THE_RIM = onlyIn(
            List.of("org.keycloak.services..", "org.keycloak.protocol.."),
            Stream.concat(RIM.stream(), Stream.of("web", "session", "login", "logout"))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule ONLY_SESSION_NOTIFY_LOG_AND_LOGIN_KNOW_PERSISTENCE = noClasses()
            .that(resideInAPackage(ROOT + "..")
                    .and(not(resideInAnyPackage(Modules.of("session", "notify", "log", "login", "persistence")))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Modules.of("persistence"));

    @ArchTest
    static final ArchRule RIM_PACKAGES_DO_NOT_SEE_ONE_ANOTHER = CompositeArchRule.of(
            RIM.stream().map(ArchitectureTest::seesNoOtherRim).toList());

    @ArchTest
    static final ArchRule ONLY_ADMIN_AND_ACCOUNT_SEE_WEB = noClasses()
            .that(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(Modules.of("admin", "account", "web")))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Modules.of("web"));

    @ArchTest
    static final ArchRule ROOT_PACKAGE_HOLDS_NOTHING = classes()
            .that()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .resideInAnyPackage(Modules.of(Modules.ALL));

    private static ArchRule mayOnlySee(String part, String... others) {
        String[] ours =
                Modules.of(Stream.concat(Stream.of(part), Stream.of(others)).toArray(String[]::new));
        return noClasses()
                .that()
                .resideInAPackage(Modules.of(part))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(ours))));
    }

    private static String[] kernelAnd(String... others) {
        return Stream.concat(KERNEL.stream(), Stream.of(others)).toArray(String[]::new);
    }

    private static ArchRule onlyIn(List<String> foreign, String... parts) {
        return noClasses()
                .that(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(Modules.of(parts)))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(foreign.toArray(String[]::new)));
    }

    private static ArchRule seesNoOtherRim(String part) {
        List<String> others = RIM.stream().filter(other -> !other.equals(part)).toList();
        return noClasses().that(resideInAPackage(Modules.of(part))).should().dependOnClassesThat(isIn(others));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isIn(List<String> parts) {
        return resideInAnyPackage(Modules.of(parts));
    }
}
