/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.scenarios;

import static io.dataaccess.keycloak.access.SettableClock.NOON;

import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.VoteInputs;
import io.dataaccess.keycloak.approver.Voters;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.policy.PolicyDraft;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestDraft;
import io.dataaccess.keycloak.request.RequestDrafts;
import io.dataaccess.keycloak.scenarios.Scenario.Approved;
import io.dataaccess.keycloak.scenarios.Scenario.Changes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lives through a scenario on the kernel: files and votes as people would, then asks. */
final class KernelRealm {

    private final Realm realm = Realm.demo();

    Decision decide(Scenario scenario) {
        change(scenario.realm());
        scenario.grants().forEach(this::approve);
        realm.clock.set(NOON);
        change(scenario.then());
        return realm.decider().decide(query(scenario.question()));
    }

    private DecisionQuery query(Scenario.Question asked) {
        return new DecisionQuery(
                realm.directory.named(asked.subject()),
                Clients.named(asked.client()),
                asked.scopes().stream().map(this::scope).toList(),
                asked.impersonated());
    }

    private void approve(Approved grant) {
        realm.clock.set(NOON.minus(grant.before()));
        AccessRequest request = realm.filing().file(application(grant)).request();
        // Everybody who may decide votes; the votes of those who come too late are refused.
        realm.directory
                .everybody()
                .filter(person -> realm.requestApprovers()
                        .mayDecide(person, realm.requests.find(request.id()).orElseThrow()))
                .forEach(person -> realm.vote(
                        request.id(), Voters.loggedIn(realm.clock.instant(), "gold", person), VoteInputs.approve()));
        if (grant.ended()) {
            endAllOf(request);
        }
    }

    private void endAllOf(AccessRequest request) {
        UserRef subject = request.access().subject();
        realm.grants.all().stream()
                .filter(grant -> grant.approval().requestId().equals(request.id()))
                .forEach(grant -> realm.accessEnding().handBack(grant.id(), subject));
    }

    private RequestDraft application(Approved grant) {
        RequestDraft application = RequestDrafts.lasting(
                grant.duration(), RequestDrafts.of(realm.directory.named(grant.subject()), scope(grant.scope())));
        return new RequestDraft(
                application.requester(),
                new DecisionQuery(
                        application.query().subject(),
                        Clients.named(grant.client()),
                        application.query().scopes(),
                        false),
                application.reason(),
                application.wanted());
    }

    private GuardedScope scope(String name) {
        return realm.scopes.guardedScope("id-of-" + name).orElseThrow();
    }

    private void change(Changes changes) {
        changes.users().forEach(this::changeUser);
        changes.categories().forEach(this::changeCategory);
        changes.policies().forEach(this::changePolicy);
        changes.scopes().forEach(this::changeScope);
    }

    private void changeUser(String username, Map<String, List<String>> attributes) {
        Person person = realm.directory.named(username);
        for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
            person = attribute.getKey().equals("groups")
                    ? inGroups(person, attribute.getValue())
                    : People.with(
                            person, attribute.getKey(), attribute.getValue().toArray(String[]::new));
        }
        realm.directory.put(person);
    }

    private Person inGroups(Person person, List<String> paths) {
        return People.in(
                People.outOfGroups(person),
                paths.stream()
                        .map(path -> realm.directory.group(path).orElseThrow())
                        .toArray(GroupRef[]::new));
    }

    private void changeCategory(String key, Map<String, List<String>> values) {
        if (values == null) {
            realm.removeCategory(key);
            return;
        }
        DataCategory old = realm.categories().stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElse(Categories.of(key, "US", Sensitivity.PUBLIC));
        DataCategory changed = Categories.of(
                key,
                first(values, "jurisdiction").orElse(old.level().jurisdiction()),
                first(values, "sensitivity").map(Sensitivity::valueOf).orElse(old.sensitivity()));
        if (isTrue(values, "twice")) {
            realm.add(changed);
        } else {
            realm.replace(changed);
        }
    }

    private void changePolicy(String name, Map<String, List<String>> values) {
        if (values == null) {
            realm.removePolicy(name);
            return;
        }
        PolicyDraft changed = policy(first(values, "like").orElse(name)).called(name);
        for (Map.Entry<String, List<String>> value : values.entrySet()) {
            changed = changed.with(value.getKey(), value.getValue().toArray(String[]::new));
        }
        realm.put(changed);
    }

    private PolicyDraft policy(String name) {
        return realm.policies().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void changeScope(String name, Map<String, List<String>> values) {
        GuardedScope old = scope(name);
        String[] keys = first(values, "categories")
                .map(list -> Stream.of(list.split("\\s+")).filter(key -> !key.isEmpty()))
                .orElse(old.keys().stream())
                .toArray(String[]::new);
        boolean guardable = !isTrue(values, "parameterized")
                && first(values, "in-token-scope").filter("false"::equals).isEmpty()
                && first(values, "protocol").filter("saml"::equals).isEmpty();
        GuardedScope changed = Scopes.listing(name, keys);
        realm.scopes.put(guardable ? changed : Scopes.unguardable(changed));
    }

    private static Optional<String> first(Map<String, List<String>> values, String key) {
        return Optional.ofNullable(values.get(key))
                .flatMap(list -> list.stream().findFirst());
    }

    private static boolean isTrue(Map<String, List<String>> values, String key) {
        return first(values, key).filter("true"::equals).isPresent();
    }
}
