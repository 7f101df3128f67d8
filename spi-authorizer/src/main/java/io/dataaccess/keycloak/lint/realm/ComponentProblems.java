/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicySet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What import let through although saving would have refused it. */
public final class ComponentProblems {

    private final Catalog catalog;

    public ComponentProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        return Stream.of(invalid(), categoriesDefinedTwice(), policiesForOneLevel())
                .flatMap(found -> found);
    }

    private Stream<Problem> invalid() {
        return catalog.complaints().stream()
                .map(complaint -> Problem.error("component_invalid", complaint.place(), complaint.sentence()));
    }

    private Stream<Problem> categoriesDefinedTwice() {
        Stream<String> readable = catalog.categories().stream().map(DataCategory::key);
        return repeated(Stream.concat(readable, catalog.unreadableKeys().stream()))
                .map(key -> Problem.error(
                        "category_duplicate",
                        catalog.category(key),
                        "is defined more than once, readable or not, so that scopes with it are refused: delete all"
                                + " but one"));
    }

    private Stream<Problem> policiesForOneLevel() {
        PolicySet policySet = catalog.policySet();
        Stream<ProtectionLevel> readable = policySet.policies().stream().map(ApprovalPolicy::level);
        Stream<ProtectionLevel> unreadable =
                policySet.unreadable().stream().flatMap(possible -> possible.only().stream());
        return Stream.concat(readable, unreadable)
                .distinct()
                .filter(level -> policySet.count(level) > 1)
                .map(ComponentProblems::name)
                .sorted()
                .map(level -> Problem.error(
                        "policy_duplicate",
                        RealmElement.named(Kind.APPROVAL_POLICIES, level),
                        "are more than one, those counted that cannot be read and may be for it, so that scopes with"
                                + " such data are refused: delete all but one"));
    }

    static String name(ProtectionLevel level) {
        return level.jurisdiction() + " " + level.sensitivity();
    }

    private static Stream<String> repeated(Stream<String> names) {
        Map<String, Long> count =
                names.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return count.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey);
    }
}
