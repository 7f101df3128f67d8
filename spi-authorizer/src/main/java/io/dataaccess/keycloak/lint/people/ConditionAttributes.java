/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.PolicySet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The user attributes that decide: those that conditions read, each with the policies that do; and whose groups they read. */
public final class ConditionAttributes {

    static final String USERNAME = "username";

    private final SortedMap<String, SortedSet<String>> policiesByAttribute = new TreeMap<>();
    private final SortedSet<String> policiesOfGroups = new TreeSet<>();

    public ConditionAttributes(PolicySet policySet) {
        policySet.policies().forEach(this::add);
    }

    private void add(ApprovalPolicy policy) {
        String name = policy.version().name();
        conditions(policy)
                .flatMap(ConditionAttributes::names)
                .forEach(attribute -> policiesByAttribute
                        .computeIfAbsent(attribute, any -> new TreeSet<>())
                        .add(name));
        if (conditions(policy).anyMatch(Condition::isGroupsRead)) {
            policiesOfGroups.add(name);
        }
    }

    List<String> names() {
        return List.copyOf(policiesByAttribute.keySet());
    }

    boolean contain(String name) {
        return policiesByAttribute.containsKey(name);
    }

    /** For messages. */
    String readers(String name) {
        return policiesByAttribute.getOrDefault(name, new TreeSet<>()).stream().collect(Collectors.joining(", "));
    }

    boolean areGroupsRead() {
        return !policiesOfGroups.isEmpty();
    }

    /** For messages. */
    String readersOfGroups() {
        return String.join(", ", policiesOfGroups);
    }

    private static Stream<Condition> conditions(ApprovalPolicy policy) {
        return Stream.of(
                policy.eligibility(), policy.exemption(), policy.approval().approverCondition());
    }

    private static Stream<String> names(Condition condition) {
        return Stream.of(
                        condition.subjectAttributes().stream(),
                        condition.approverAttributes().stream(),
                        condition.isUsernameRead() ? Stream.of(USERNAME) : Stream.<String>empty())
                .flatMap(names -> names);
    }
}
