/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Matter;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.policy.LoginRule;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.RefusalReason;
import io.dataaccess.keycloak.policy.Rulebook;
import io.dataaccess.keycloak.request.Panel.Case;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may decide what, as people, groups and policies stand now. */
public final class Bench {

    private final Rulebook rules;
    private final Directory directory;
    private final Clock clock;

    public Bench(Rulebook rules, Directory directory, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
    }

    /** The panel of this request; empty when its categories have no policies any more. */
    public Optional<Panel> panel(AccessRequest request) {
        return panel(request.matter());
    }

    /** The panel that may revoke this grant; empty when its categories have no policies any more. */
    public Optional<Panel> panel(AccessGrant grant) {
        return panel(grant.matter());
    }

    /**
     * How many people of which groups must approve: while it waits, what the policies ask for now, since votes are judged
     * by that; afterwards what they asked for when it was filed.
     */
    public List<RequiredApproval> required(AccessRequest request) {
        return Optional.of(request)
                .filter(waiting -> waiting.isPendingAt(clock.instant()))
                .flatMap(this::panel)
                .map(Panel::seats)
                .orElse(request.frozen().required());
    }

    /** The panel of a request that is about to be filed. */
    Panel panel(Application application, Policies policies) {
        Case about = new Case(
                application.access(),
                Optional.of(application.question().subject()),
                application.reason().purpose(),
                clock.instant());
        return Panel.of(about, policies, List.of(), directory);
    }

    private Optional<Panel> panel(Matter matter) {
        Optional<Person> subject = isAboutSubject(matter)
                ? directory.person(matter.access().subject().id())
                : Optional.empty();
        Case about = new Case(matter.access(), subject, matter.purpose(), clock.instant());
        return rules.policies()
                .covering(matter.categories())
                .map(policies -> Panel.of(about, policies, matter.known(), directory));
    }

    /** Whether who may see or decide this depends on who the subject is. */
    boolean isAboutSubject(Matter matter) {
        return rules.policies().covering(matter.categories()).stream()
                .flatMap(policies -> policies.all().stream())
                .anyMatch(policy -> policy.approval().approverCondition().isSubjectRead());
    }

    /** Whether this person may see the request as an approver. */
    public boolean maySee(Person person, AccessRequest request) {
        return maySee(person, request.matter());
    }

    /** Whether this person may see the grant as an approver. */
    public boolean maySee(Person person, AccessGrant grant) {
        return maySee(person, grant.matter());
    }

    boolean maySee(Person person, Matter matter) {
        return panel(matter).filter(panel -> panel.mayBeSeenBy(person)).isPresent();
    }

    /** Whether this person sits on the panel. */
    boolean sitsOn(Person person, Matter matter) {
        return panel(matter).filter(panel -> !panel.groupsOf(person).isEmpty()).isPresent();
    }

    /** Whether this person could decide about it now: sits on the panel, and it can be said what is decided about. */
    boolean decides(Person person, Matter matter) {
        return isClassified(matter) && sitsOn(person, matter);
    }

    /** Whether this person could revoke the grant as an approver, given a good login and that it is not over. */
    public boolean mayRevoke(Person person, AccessGrant grant) {
        return sitsOn(person, grant.matter());
    }

    /** Whether a vote of this person would be taken now, given a good login. */
    public boolean mayDecide(Person person, AccessRequest request) {
        return isClassified(request.matter()) && isAwaited(person, request);
    }

    /** Whether this person could decide it, also while nobody can because its data cannot be classified. */
    public boolean isAwaited(Person person, AccessRequest request) {
        return request.isPendingAt(clock.instant())
                && !request.ask().concerns(person.user())
                && request.voteOf(person.user(), Choice.APPROVE).isEmpty()
                && sitsOn(person, request.matter());
    }

    /** Those whom {@link #isAwaited} is said of, each once. */
    public Stream<Person> awaited(AccessRequest request) {
        return panel(request).stream()
                .flatMap(panel -> panel.seats().stream())
                .flatMap(seat -> directory.members(seat.group()))
                .distinct()
                .filter(person -> isAwaited(person, request));
    }

    /**
     * The panel of this request, if the voter sits on it.
     *
     * @throws RejectedException when not
     */
    Panel admit(AccessRequest request, Voter voter) {
        if (request.ask().concerns(voter.person().user())) {
            throw new RejectedException(Rejection.OWN_REQUEST, "Nobody decides their own request");
        }
        return admit(panel(request), voter);
    }

    /**
     * This panel, if the voter sits on it.
     *
     * @throws RejectedException when not
     */
    Panel admit(Optional<Panel> panel, Voter voter) {
        if (voter.impersonated()) {
            throw new RejectedException(Rejection.IMPERSONATED, "Nobody decides in an impersonated session");
        }
        Panel found = panel.filter(known -> known.isKnown(voter.person()))
                .orElseThrow(() -> new RejectedException(
                        Rejection.NOT_AN_APPROVER, "You are in no group that the policy of this data names"));
        if (found.groupsOf(voter.person()).isEmpty()) {
            throw new RejectedException(
                    Rejection.CONDITIONS_NOT_MET, "You do not meet the conditions that the policy sets for approvers");
        }
        return found;
    }

    /**
     * Requires a login as fresh and strong as every policy of this panel asks for.
     *
     * @throws LoginTooWeakException when it is not
     */
    void requireGoodLogin(Panel panel, Voter voter) {
        LoginRule rule = loginRule(panel);
        if (!rule.isMetBy(voter.login(), clock.instant())) {
            throw new LoginTooWeakException(rule.strictest());
        }
    }

    LoginRule loginRule(Panel panel) {
        return new LoginRule(panel.logins(), rules.acrLevels());
    }

    /**
     * Whether the categories of the scope are others now than those the request was filed for; labels do not matter. Where
     * they cannot be said now, nothing has changed: see {@link #isClassified}.
     */
    public boolean isReclassified(AccessRequest request) {
        Map<String, Level> frozen = levels(request.frozen().categories());
        return rules.categoriesOf(request.access().scope().id())
                .filter(now -> !levels(now).equals(frozen))
                .isPresent();
    }

    /** Whether it can be said now what the scope opens: it is there, and each category it lists is defined once. */
    boolean isClassified(Matter matter) {
        return rules.categoriesOf(matter.access().scope().id()).isPresent();
    }

    private static Map<String, Level> levels(List<DataCategory> categories) {
        return categories.stream().collect(Collectors.toMap(DataCategory::key, DataCategory::level));
    }

    /** The group each of these people counts for: as many as possible, each for one, as they stand now. */
    Map<String, GroupRef> count(Panel panel, Stream<Person> people) {
        SortedMap<String, Set<String>> groups = new TreeMap<>();
        people.forEach(person -> groups.put(person.user().id(), panel.groupsOf(person)));
        return new Quorum(panel.seats()).match(groups);
    }

    /** The same for these user ids, read anew; who is gone counts for none. */
    Map<String, GroupRef> count(Panel panel, Collection<String> userIds) {
        return count(panel, userIds.stream().flatMap(id -> directory.person(id).stream()));
    }

    /** Whether enough people exist who could approve, without the parties to the request. */
    boolean couldBeApproved(Panel panel, Ask ask) {
        Stream<Person> possible = panel.seats().stream()
                .flatMap(seat -> directory.members(seat.group()))
                .filter(person -> !ask.concerns(person.user()));
        return isReached(panel, count(panel, possible));
    }

    /** Whether these people are enough. */
    boolean isReached(Panel panel, Map<String, GroupRef> counted) {
        return panel.isComplete() && new Quorum(panel.seats()).isReachedBy(counted);
    }

    /** Why nobody gets this access after all: who is barred neither gets it nor asks for others; empty when nothing is. */
    Optional<RefusalReason> ineligibility(AccessRequest request, Panel panel) {
        return Stream.of(request.access().subject(), request.ask().requester())
                .map(user -> directory.person(user.id()))
                .flatMap(person -> panel.ineligibility(person).stream())
                .min(Comparator.naturalOrder());
    }

    /** The approver's attributes that the approver conditions read. */
    Attributes attributesRead(Panel panel, Person approver) {
        return approver.attributes().only(panel.approverAttributes());
    }
}
