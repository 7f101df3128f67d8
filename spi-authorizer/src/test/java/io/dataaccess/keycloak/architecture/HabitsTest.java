/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.dataaccess.keycloak.architecture.Modules.KERNEL;
import static io.dataaccess.keycloak.architecture.Modules.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.dataaccess.keycloak.access.Fingerprint;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jspecify.annotations.NullMarked;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** What a class of ours looks like. */
@AnalyzeClasses(packages = ROOT, importOptions = DoNotIncludeTests.class)
class HabitsTest {

    private static final int MOST_PARAMETERS = 4;
    private static final Pattern EMPTY_WORDS = Pattern.compile(".*(Manager|Helper|Utils?|Impl)|Base[A-Z].*|Base");
    private static final Set<String> CLOCKS = Set.of("java.time.Instant.now", "java.lang.System.currentTimeMillis");

    @ArchTest
    static final ArchRule KERNEL_CLASSES_HAVE_FEW_COLLABORATORS = constructors()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(Modules.of(KERNEL)).and(areNoValues()))
            .should(takeFewParameters());

    @ArchTest
    static final ArchRule KERNEL_IS_TOLD_THE_TIME = noClasses()
            .that(resideInAnyPackage(Modules.of(KERNEL)))
            .should()
            .callMethodWhere(DescribedPredicate.describe("reads the time", call -> readsTheTime(call.getTarget())));

    @ArchTest
    static final ArchRule NAMES_ARE_DOMAIN_WORDS = classes().should(new ArchCondition<>("be called by a domain word") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean fits = !EMPTY_WORDS.matcher(type.getSimpleName()).matches();
            events.add(new SimpleConditionEvent(type, fits, type.getName()));
        }
    });

    @ArchTest
    static final ArchRule KERNEL_HOLDS_VALUES_SEAMS_AND_FINAL_CLASSES = classes()
            .that(resideInAnyPackage(Modules.of(KERNEL)))
            .should(new ArchCondition<>("be records, enums, interfaces, final classes or exceptions") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean fits = type.isRecord()
                            || type.isEnum()
                            || type.isInterface()
                            || type.isAnonymousClass()
                            || type.getModifiers().contains(JavaModifier.FINAL);
                    events.add(new SimpleConditionEvent(type, fits, type.getName() + " is open"));
                }
            });

    @ArchTest
    static final ArchRule KERNEL_EXCEPTIONS_ARE_UNCHECKED_AND_NAMED_SO = classes()
            .that(resideInAnyPackage(Modules.of(KERNEL)))
            .and(isA(Throwable.class))
            .should()
            .haveSimpleNameEndingWith("Exception")
            .andShould(new ArchCondition<>("be unchecked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean unchecked = isA(RuntimeException.class).test(type);
                    events.add(new SimpleConditionEvent(type, unchecked, type.getName() + " is checked"));
                }
            });

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("reside in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not"));
                }
            });

    /** Keycloak finds providers, resources and entities by name. */
    @ArchTest
    static final ArchRule PUBLIC_ONLY_WHEN_A_CALLER_NEEDS_IT = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and(not(resideInAnyPackage(Modules.of(KERNEL))))
            .should(new ArchCondition<>("be used by another package, be of a Keycloak SPI, or be representations") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean fits = type.isRecord()
                            || isA(ProviderFactory.class).test(type)
                            || isA(Provider.class).test(type)
                            || isA(Spi.class).test(type)
                            || isA(OASFilter.class).test(type)
                            || isResource(type)
                            || isUsedElsewhere(type);
                    events.add(new SimpleConditionEvent(type, fits, type.getName() + " is public"));
                }
            });

    @ArchTest
    static final ArchRule NOTHING_SLEEPS_OR_PRINTS = noClasses()
            .that(resideInAPackage(ROOT + ".."))
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Hosts in FIPS mode have no MD5, and there the first is an error that no catch of exceptions sees. */
    @ArchTest
    static final ArchRule ONE_PLACE_MAKES_HASHES = noClasses()
            .that(not(type(Fingerprint.class)))
            .should()
            .callMethod(UUID.class, "nameUUIDFromBytes", byte[].class)
            .orShould()
            .callMethod(MessageDigest.class, "getInstance", String.class);

    private static boolean isUsedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** JAX-RS calls resources by reflection and wants them public. */
    private static boolean isResource(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getPackageName().startsWith("jakarta.ws.rs")));
    }

    private static boolean readsTheTime(AccessTarget.MethodCallTarget target) {
        return CLOCKS.contains(target.getOwner().getName() + "." + target.getName())
                || target.getOwner().getName().equals("org.keycloak.common.util.Time")
                || (target.getOwner().getName().startsWith("java.time.")
                        && target.getName().equals("now"))
                || (target.getOwner().getName().equals("java.time.Clock")
                        && target.getName().startsWith("system"));
    }

    /** By reflection: classes outside of ours are not imported. */
    private static DescribedPredicate<JavaClass> isA(Class<?> kind) {
        return DescribedPredicate.describe(
                "is a " + kind.getSimpleName(), type -> kind.isAssignableFrom(type.reflect()));
    }

    /** What a record or an enum has are facts; folding them away only moves the cost to the reader. */
    private static DescribedPredicate<JavaClass> areNoValues() {
        return DescribedPredicate.describe("are no records or enums", type -> !type.isEnum() && !type.isRecord());
    }

    private static ArchCondition<JavaConstructor> takeFewParameters() {
        return new ArchCondition<>("take at most " + MOST_PARAMETERS + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int count = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor, count <= MOST_PARAMETERS, constructor.getFullName() + " takes " + count));
            }
        };
    }
}
