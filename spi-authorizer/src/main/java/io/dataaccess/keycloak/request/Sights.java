/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Cases;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.Docket;
import io.dataaccess.keycloak.classification.Matter;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an approver may see and decide, found case by case rather than record by record. Only where an approver condition
 * reads the subject, every subject is looked at.
 */
public final class Sights {

    private final Bench bench;
    private final Person person;

    public Sights(Bench bench, Person person) {
        this.bench = bench;
        this.person = person;
    }

    /** Those cases that the person may see. */
    public Cases seen(Docket docket) {
        return admitted(docket, matter -> bench.maySee(person, matter));
    }

    /** Those cases that the person may decide. */
    public Cases decidable(Docket docket) {
        return admitted(docket, matter -> bench.decides(person, matter));
    }

    private Cases admitted(Docket docket, Predicate<Matter> admits) {
        Map<String, Matter> cases = docket.cases();
        Set<String> bySubject = keys(cases, bench::isAboutSubject);
        Set<String> whole = keys(cases, matter -> !bench.isAboutSubject(matter) && admits.test(matter));
        if (bySubject.isEmpty()) {
            return new Cases(whole, Map.of());
        }
        Map<String, Set<String>> subjects = docket.subjects(bySubject);
        return new Cases(
                whole,
                cases.entrySet().stream()
                        .filter(entry -> bySubject.contains(entry.getKey()))
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> subjects.getOrDefault(entry.getKey(), Set.of()).stream()
                                        .filter(subject ->
                                                admits.test(entry.getValue().of(subject)))
                                        .collect(toUnmodifiableSet()))));
    }

    private static Set<String> keys(Map<String, Matter> cases, Predicate<Matter> which) {
        return cases.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
