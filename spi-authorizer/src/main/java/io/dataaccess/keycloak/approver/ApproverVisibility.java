/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import io.dataaccess.keycloak.visibility.ContextIndex;
import io.dataaccess.keycloak.visibility.ContextSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an approver may see and decide, found context by context rather than record by record. Only where an approver condition
 * reads the subject, every subject is looked at.
 */
public final class ApproverVisibility {

    private final Approvers approvers;
    private final Person person;

    public ApproverVisibility(Approvers approvers, Person person) {
        this.approvers = approvers;
        this.person = person;
    }

    /** Those contexts that the person may see. */
    public ContextSet seen(ContextIndex index) {
        return admitted(index, approvalContext -> approvers.maySee(person, approvalContext));
    }

    /** Those contexts that the person may decide. */
    public ContextSet decidable(ContextIndex index) {
        return admitted(index, approvalContext -> approvers.mayDecide(person, approvalContext));
    }

    private ContextSet admitted(ContextIndex index, Predicate<ApprovalContext> admits) {
        Map<String, ApprovalContext> contexts = index.contexts();
        Set<String> bySubject = keys(contexts, approvers::isSubjectRead);
        Set<String> whole = keys(
                contexts, approvalContext -> !approvers.isSubjectRead(approvalContext) && admits.test(approvalContext));
        if (bySubject.isEmpty()) {
            return new ContextSet(whole, Map.of());
        }
        Map<String, Set<String>> subjects = index.subjects(bySubject);
        return new ContextSet(
                whole,
                contexts.entrySet().stream()
                        .filter(entry -> bySubject.contains(entry.getKey()))
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> subjects.getOrDefault(entry.getKey(), Set.of()).stream()
                                        .filter(subject ->
                                                admits.test(entry.getValue().of(subject)))
                                        .collect(toUnmodifiableSet()))));
    }

    private static Set<String> keys(Map<String, ApprovalContext> contexts, Predicate<ApprovalContext> which) {
        return contexts.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
