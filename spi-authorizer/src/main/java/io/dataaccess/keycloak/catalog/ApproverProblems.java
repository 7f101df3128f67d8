/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.request.Outlook;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Policies that ask for more approvals than there are people who could give them. */
final class ApproverProblems {

    private final RealmModel realm;
    private final Catalog catalog;
    private final Outlook outlook;

    ApproverProblems(RealmModel realm, Catalog catalog, Outlook outlook) {
        this.realm = realm;
        this.catalog = catalog;
        this.outlook = outlook;
    }

    Stream<Problem> find() {
        Stream<Problem> ofPolicies = catalog.policyBook().policies().stream()
                .flatMap(policy -> Stream.concat(
                        missingGroups(catalog.place(policy), new Policies(List.of(policy))),
                        tooFew(catalog.place(policy), new Policies(List.of(policy)))));
        return Stream.concat(ofPolicies, ofScopes());
    }

    /** Where several policies must be met at once, each may be reachable alone and all together not. */
    private Stream<Problem> ofScopes() {
        return new ScopeCatalog(realm)
                .all()
                .flatMap(scope -> catalog
                        .classification()
                        .categoriesOf(scope)
                        .flatMap(catalog.policyBook()::covering)
                        .filter(policies -> policies.all().size() > 1)
                        .filter(policies -> policies.all().stream()
                                .allMatch(policy -> outlook.isReachable(new Policies(List.of(policy)))))
                        .stream()
                        .flatMap(policies -> tooFew(Place.scope(scope), policies)));
    }

    private Stream<Problem> missingGroups(Place where, Policies policies) {
        return outlook.missingGroups(policies).stream()
                .map(path -> Problem.error(
                        "group_missing",
                        where,
                        "names the group {group}, which is not there: create it",
                        Sentence.naming("group", path)));
    }

    private Stream<Problem> tooFew(Place where, Policies policies) {
        return outlook.missingGroups(policies).isEmpty() && !outlook.isReachable(policies)
                ? Stream.of(Problem.error(
                        "too_few_approvers",
                        where,
                        "needs more approvals than people could give who are enabled and meet its approver condition:"
                                + " add members to {groups}",
                        Sentence.naming("groups", String.join(", ", groups(policies)))))
                : Stream.empty();
    }

    private static List<String> groups(Policies policies) {
        return policies.required().keySet().stream().sorted().toList();
    }
}
