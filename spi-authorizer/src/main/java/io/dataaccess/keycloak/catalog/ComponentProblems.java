/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.catalog.Place.Kind;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicyBook;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What import let through although saving would have refused it. */
final class ComponentProblems {

    private final Catalog catalog;

    ComponentProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    Stream<Problem> find() {
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
        PolicyBook book = catalog.policyBook();
        Stream<Level> readable = book.policies().stream().map(ApprovalPolicy::level);
        Stream<Level> unreadable = book.unreadable().stream().flatMap(possible -> possible.only().stream());
        return Stream.concat(readable, unreadable)
                .distinct()
                .filter(level -> book.count(level) > 1)
                .map(ComponentProblems::name)
                .sorted()
                .map(level -> Problem.error(
                        "policy_duplicate",
                        Place.named(Kind.APPROVAL_POLICIES, level),
                        "are more than one, those counted that cannot be read and may be for it, so that scopes with"
                                + " such data are refused: delete all but one"));
    }

    static String name(Level level) {
        return level.jurisdiction() + " " + level.sensitivity();
    }

    private static Stream<String> repeated(Stream<String> names) {
        Map<String, Long> count =
                names.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return count.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey);
    }
}
