/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.approver.Voter;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.policy.PolicyDraft;
import io.dataaccess.keycloak.request.Realm;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/** The demo realm with its configuration under approval; Pat, Olga and Maria are policy admins. */
final class ChangeRealm implements ChangeStore, ConfigurationInForce, ChangeListener {

    final Realm realm = Realm.demo();
    final Set<String> policyAdmins = new HashSet<>(Set.of("pat", "olga", "maria"));
    final List<String> heard = new ArrayList<>();

    InForce inForce = new InForce(7, content(realm.policies()), true, Unreadable.NOTHING);

    private final Map<String, ChangeRequest> stored = new LinkedHashMap<>();

    static Configuration content(List<PolicyDraft> policies) {
        List<ConfiguredElement> elements = policies.stream()
                .map(policy -> new ConfiguredElement(policy.name(), new TreeMap<>(policy.config())))
                .toList();
        return new Configuration(List.of(), elements, List.of(), 1, List.of());
    }

    /** What is in force with other values of one field. */
    Configuration with(String policy, String field, String... values) {
        List<PolicyDraft> drafts = realm.policies().stream()
                .map(draft -> draft.name().equals(policy) ? draft.with(field, values) : draft)
                .toList();
        return content(drafts);
    }

    Configuration shorter() {
        return with("us-confidential", "maxDuration", "PT4H");
    }

    Configuration longer() {
        return with("us-confidential", "maxDuration", "PT12H");
    }

    Proposing proposing() {
        return new Proposing(new ChangeRecords(this, List.of(this)), this, realm.clock);
    }

    ChangeRequest propose(Configuration content) {
        return proposing().propose(person("pat").user(), "Because of case 12345", content, true);
    }

    ChangeRequest vote(ChangeRequest change, Voter voter, VoteInput input) {
        ChangeApprovers approvers = new ChangeApprovers(
                realm.rules(),
                realm.directory,
                person -> policyAdmins.contains(person.user().username()),
                realm.clock);
        return new ChangeVoting(new ChangeRecords(this, List.of(this)), this, approvers, realm.clock)
                .cast(change.id(), voter, input);
    }

    /** Fails unless the vote is refused for this reason, and leaves nothing behind. */
    void assertRefused(Rejection rejection, ChangeRequest change, Voter voter, VoteInput input) {
        ChangeRequest before = find(change.id()).orElseThrow();
        Assertions.assertThatThrownBy(() -> vote(change, voter, input))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> Assertions.assertThat(refused.rejection()).isEqualTo(rejection));
        Assertions.assertThat(find(change.id())).contains(before);
    }

    Person person(String username) {
        return realm.directory.named(username);
    }

    @Override
    public void add(ChangeRequest change) {
        stored.put(change.id(), change);
    }

    @Override
    public void update(ChangeRequest change) {
        stored.put(change.id(), change);
    }

    @Override
    public Optional<ChangeRequest> lock(String id) {
        return find(id);
    }

    @Override
    public Optional<ChangeRequest> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public List<ChangeRequest> page(Optional<RequestStatus> status, Instant now, PageRange page) {
        return stored.values().stream()
                .filter(change -> status.isEmpty() || change.statusAt(now) == status.get())
                .sorted(Comparator.comparing(
                                (ChangeRequest change) -> change.state().createdAt())
                        .reversed())
                .skip(page.first())
                .limit(page.max())
                .toList();
    }

    @Override
    public long count(Optional<RequestStatus> status, Instant now) {
        return page(status, now, new PageRange(0, Integer.MAX_VALUE)).size();
    }

    @Override
    public InForce current() {
        return inForce;
    }

    @Override
    public InForce lock() {
        return inForce;
    }

    @Override
    public void apply(ChangeRequest approved, Instant at) {
        inForce = new InForce(
                inForce.version() + 1,
                approved.proposed().content(),
                approved.proposed().required(),
                Unreadable.NOTHING);
    }

    @Override
    public void proposed(ChangeRequest change) {
        heard.add("proposed");
    }

    @Override
    public void voted(ChangeRequest change, Vote vote) {
        heard.add("voted " + vote.approver().username());
    }

    @Override
    public void decided(ChangeRequest change) {
        heard.add(change.state().status().name());
    }

    @Override
    public void cancelled(ChangeRequest change) {
        heard.add("cancelled");
    }
}
