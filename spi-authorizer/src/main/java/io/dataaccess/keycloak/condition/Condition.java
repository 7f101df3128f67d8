/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.dataaccess.keycloak.access.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A compiled condition. */
public final class Condition {

    private final String source;
    private final CelRuntime.Program program;
    private final Set<String> subjectAttributes;
    private final Set<String> approverAttributes;
    private final boolean subjectRead;
    private final boolean usernameRead;
    private final boolean groupsRead;
    private final ConditionReach reach;

    Condition(String source, CelRuntime.Program program, ConditionValidator review) {
        this.source = source;
        this.program = program;
        this.subjectAttributes = Set.copyOf(review.attributesOf("subject"));
        this.approverAttributes = Set.copyOf(review.attributesOf("approver"));
        this.subjectRead = review.isRead("subject");
        this.usernameRead = review.isUsernameRead();
        this.groupsRead = review.isGroupsRead();
        this.reach = review.reach();
    }

    public String source() {
        return source;
    }

    /** Names of all attributes of the subject that the condition may read. */
    public Set<String> subjectAttributes() {
        return subjectAttributes;
    }

    /** Names of all attributes of the approver that the condition may read. */
    public Set<String> approverAttributes() {
        return approverAttributes;
    }

    /** Whether it reads anything of the subject. */
    public boolean isSubjectRead() {
        return subjectRead;
    }

    /** Whether it reads the name that somebody logs in with. */
    public boolean isUsernameRead() {
        return usernameRead;
    }

    /** Whether it reads the groups that somebody is in. */
    public boolean isGroupsRead() {
        return groupsRead;
    }

    /** Whom it can be true for. */
    public ConditionReach reach() {
        return reach;
    }

    public ConditionResult evaluate(ConditionInput input) {
        return evaluate(CelBindings.values(input));
    }

    /** What can be said of an approver while there is nothing to approve yet: whatever else it reads is unknown. */
    public ConditionResult foresee(Person approver, Instant now) {
        return evaluate(CelBindings.values(approver, now));
    }

    private ConditionResult evaluate(Map<String, Object> values) {
        try {
            return ConditionResult.of(program.eval(values));
        } catch (CelEvaluationException unknown) {
            return ConditionResult.UNKNOWN;
        }
    }
}
