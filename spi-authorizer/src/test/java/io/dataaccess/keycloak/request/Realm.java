/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.Groups;
import io.dataaccess.keycloak.access.MemoryDirectory;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.SettableClock;
import io.dataaccess.keycloak.approver.Approvers;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.Classification;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.MemoryGuardedScopes;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.grant.MemoryGrants;
import io.dataaccess.keycloak.policy.AcrLevels;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.policy.PolicyDraft;
import io.dataaccess.keycloak.policy.PolicyDrafts;
import io.dataaccess.keycloak.policy.PolicySet;
import io.dataaccess.keycloak.policy.PossibleLevels;
import io.dataaccess.keycloak.policy.RealmRules;
import io.dataaccess.keycloak.policy.ScopeDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A realm in memory, with the kernel at work on it. What a test changes holds from the next question on. */
public final class Realm {

    public final SettableClock clock = new SettableClock();
    public final MemoryDirectory directory = new MemoryDirectory();
    public final MemoryGuardedScopes scopes = new MemoryGuardedScopes();
    public final MemoryGrants grants = new MemoryGrants();
    public final MemoryRequests requests = new MemoryRequests();
    public final RecordedChanges changes = new RecordedChanges();

    /** How many requests a requester may have pending. */
    public int mostPending = 20;

    public int mostPerHour = 60;

    private final List<DataCategory> categories = new ArrayList<>();
    private final List<PolicyDraft> policies = new ArrayList<>();
    private final List<PossibleLevels> unreadable = new ArrayList<>();

    private Realm() {}

    /** The demo realm of the contract. */
    public static Realm demo() {
        Realm realm = new Realm();
        List.of(Groups.usSecurity(), Groups.dataOwners(), Groups.euPrivacy()).forEach(realm.directory::put);
        People.all().forEach(realm.directory::put);
        Scopes.all().forEach(realm.scopes::put);
        realm.categories.addAll(Categories.all());
        realm.policies.addAll(PolicyDrafts.all());
        return realm;
    }

    /** Adds the category, besides any other of the same key. */
    public void add(DataCategory category) {
        categories.add(category);
    }

    public void replace(DataCategory category) {
        removeCategory(category.key());
        categories.add(category);
    }

    public void removeCategory(String key) {
        categories.removeIf(old -> old.key().equals(key));
    }

    /** Adds the policy, or replaces the one of its name. */
    public void put(PolicyDraft policy) {
        removePolicy(policy.name());
        policies.add(policy);
    }

    public void removePolicy(String name) {
        policies.removeIf(old -> old.name().equals(name));
    }

    public void addUnreadable(PossibleLevels policy) {
        unreadable.add(policy);
    }

    public List<DataCategory> categories() {
        return List.copyOf(categories);
    }

    public List<PolicyDraft> policies() {
        return List.copyOf(policies);
    }

    public RealmRules rules() {
        return new RealmRules(
                new Classification(categories, List.of()),
                scopes,
                new PolicySet(policies.stream().map(PolicyDraft::policy).toList(), unreadable),
                new AcrLevels(Map.of("silver", 1, "gold", 2)));
    }

    public Decider decider() {
        return new Decider(rules(), grants, clock);
    }

    public Approvers approvers() {
        return new Approvers(rules(), directory, clock);
    }

    public RequestApprovers requestApprovers() {
        return new RequestApprovers(approvers(), rules(), directory, clock);
    }

    public Filing filing() {
        return new Filing(new RequestIntake(records(), mostPending, mostPerHour), decider(), requestApprovers(), clock);
    }

    /** What is kept, and whoever listens. */
    public RecordStores records() {
        return new RecordStores(requests, grants, List.of(changes));
    }

    public Voting voting() {
        return new Voting(records(), requestApprovers(), clock);
    }

    /** What keeps the draft from being filed. */
    public Set<Rejection> problems(RequestDraft draft) {
        return filing().check(draft).problems().stream()
                .map(RejectedException::rejection)
                .collect(Collectors.toSet());
    }

    /** The request after the vote. */
    public AccessRequest vote(String requestId, Voter voter, VoteInput input) {
        return voting().cast(requestId, voter, input).request();
    }

    public AccessEnding accessEnding() {
        return new AccessEnding(records(), approvers(), clock);
    }

    /** What the person may do with this scope through the sample application now. */
    public ScopeDecision decide(Person subject, GuardedScope scope) {
        return decider()
                .decide(new DecisionQuery(subject, Clients.sampleApp(), List.of(scope), false))
                .scopes()
                .get(0);
    }
}
