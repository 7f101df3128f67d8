/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.people;

import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.directory.DirectoryAwayException;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Policies that ask for more approvals than there are people who could give them. */
public final class ApproverProblems {

    private final RealmModel realm;
    private final Catalog catalog;
    private final ApproverFeasibility feasibility;

    public ApproverProblems(RealmModel realm, Catalog catalog, ApproverFeasibility feasibility) {
        this.realm = realm;
        this.catalog = catalog;
        this.feasibility = feasibility;
    }

    public Stream<Problem> find() {
        Stream<Problem> ofPolicies = catalog.policySet().policies().stream()
                .flatMap(policy -> Stream.concat(
                        missingGroups(catalog.place(policy), new ApplicablePolicies(List.of(policy))),
                        tooFew(catalog.place(policy), new ApplicablePolicies(List.of(policy)))));
        return Stream.concat(ofPolicies, ofScopes());
    }

    /** Where several policies must be met at once, each may be reachable alone and all together not. */
    private Stream<Problem> ofScopes() {
        return new ScopeCatalog(realm)
                .all()
                .flatMap(scope -> catalog
                        .classification()
                        .categoriesOf(scope)
                        .flatMap(catalog.policySet()::covering)
                        .filter(policies -> policies.all().size() > 1)
                        .filter(policies -> policies.all().stream()
                                .allMatch(policy -> tooFew(
                                                RealmElement.scope(scope), new ApplicablePolicies(List.of(policy)))
                                        .findAny()
                                        .isEmpty()))
                        .stream()
                        .flatMap(policies -> tooFew(RealmElement.scope(scope), policies)));
    }

    private Stream<Problem> missingGroups(RealmElement where, ApplicablePolicies policies) {
        return feasibility.missingGroups(policies).stream()
                .map(path -> Problem.error(
                        "group_missing",
                        where,
                        "names the group {group}, which is not there: create it",
                        ParameterizedText.naming("group", path)));
    }

    /** A directory that is away is no reason to say nothing else. */
    private Stream<Problem> tooFew(RealmElement where, ApplicablePolicies policies) {
        try {
            return feasibility.missingGroups(policies).isEmpty() && !feasibility.isReachable(policies)
                    ? Stream.of(tooFewOf(where, policies))
                    : Stream.empty();
        } catch (DirectoryAwayException e) {
            return Stream.of(Problem.warning(
                    "approvers_unknown",
                    where,
                    "needs approvals of people whom a directory knows that does not answer now, so that requests are"
                            + " answered with 503: mend the directory"));
        }
    }

    private static Problem tooFewOf(RealmElement where, ApplicablePolicies policies) {
        return Problem.error(
                "too_few_approvers",
                where,
                "needs more approvals than people could give who are enabled, have the role"
                        + " {role} and meet its approver condition: add members to {groups}",
                ParameterizedText.naming(
                        "groups", String.join(", ", groups(policies)), "role", PowerfulRoles.APPROVER));
    }

    private static List<String> groups(ApplicablePolicies policies) {
        return policies.required().keySet().stream().sorted().toList();
    }
}
