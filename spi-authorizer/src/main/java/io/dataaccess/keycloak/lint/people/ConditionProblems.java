/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.stream.Stream;

/** Conditions that let in whom nobody has thought of: who is new, or goes by another name, must not be admitted by that. */
public final class ConditionProblems {

    private final Catalog catalog;

    public ConditionProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        return catalog.policySet().policies().stream()
                .flatMap(policy -> Stream.of(eligibility(policy), exemption(policy), approverCondition(policy))
                        .flatMap(found -> found));
    }

    private Stream<Problem> eligibility(ApprovalPolicy policy) {
        RealmElement where = catalog.place(policy);
        return switch (policy.eligibility().reach()) {
            case LISTED -> Stream.empty();
            case PRESENT -> Stream.of(presence(policy, "eligibility"));
            case UNLISTED ->
                Stream.of(Problem.error(
                        "eligibility_deny_list",
                        where,
                        "has an eligibility that says who is not admitted, and so admits whoever it does not know:"
                                + " say who is admitted"));
            case EVERYBODY ->
                Stream.of(Problem.warning(
                        "eligibility_everybody",
                        where,
                        "has an eligibility that says nothing about the subject, so that everybody may ask:"
                                + " say who is admitted"));
        };
    }

    private Stream<Problem> exemption(ApprovalPolicy policy) {
        if (policy.approval().required().isEmpty()) {
            return Stream.empty();
        }
        RealmElement where = catalog.place(policy);
        return switch (policy.exemption().reach()) {
            case LISTED -> Stream.empty();
            case PRESENT -> Stream.of(presence(policy, "exemption"));
            case UNLISTED ->
                Stream.of(Problem.error(
                        "exemption_deny_list",
                        where,
                        "has an exemption that says who needs an approval, and so exempts whoever it does not"
                                + " know: say who is exempt"));
            case EVERYBODY ->
                Stream.of(Problem.warning(
                        "exemption_everybody",
                        where,
                        "has an exemption that says nothing about the subject, so that everybody is exempt"
                                + " where it holds: say who is exempt"));
        };
    }

    private Stream<Problem> approverCondition(ApprovalPolicy policy) {
        if (policy.approval().required().isEmpty()) {
            return Stream.empty();
        }
        RealmElement where = catalog.place(policy);
        return switch (policy.approval().approverCondition().reach()) {
            case LISTED -> Stream.empty();
            case PRESENT -> Stream.of(presence(policy, "approverCondition"));
            case UNLISTED ->
                Stream.of(Problem.warning(
                        "approver_condition_deny_list",
                        where,
                        "has an approverCondition that says who of the group may not approve, and so lets"
                                + " whoever it does not know: say who may approve"));
            case EVERYBODY ->
                Stream.of(Problem.warning(
                        "approver_condition_everybody",
                        where,
                        "has an approverCondition that says nothing about the approver, so that being in the"
                                + " group is enough: say who of the group may approve"));
        };
    }

    private Problem presence(ApprovalPolicy policy, String field) {
        return Problem.warning(
                "condition_presence",
                catalog.place(policy),
                "asks in {field} only whether an attribute is there, so that it holds for whoever has any value of it:"
                        + " name the values that are meant",
                ParameterizedText.naming("field", field));
    }
}
