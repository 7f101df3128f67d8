/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.People;
import io.dataaccess.keycloak.catalog.Problem;
import io.dataaccess.keycloak.catalog.Problems;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.persistence.DatabaseAnswer;
import io.dataaccess.keycloak.persistence.JpaGrantStore;
import io.dataaccess.keycloak.persistence.JpaRequestQueue;
import io.dataaccess.keycloak.persistence.JpaRequestStore;
import io.dataaccess.keycloak.persistence.RealmRecords;
import io.dataaccess.keycloak.persistence.RecordedScopes;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.Question;
import io.dataaccess.keycloak.policy.Rulebook;
import io.dataaccess.keycloak.request.Bench;
import io.dataaccess.keycloak.request.Filing;
import io.dataaccess.keycloak.request.Intake;
import io.dataaccess.keycloak.request.Outlook;
import io.dataaccess.keycloak.request.Records;
import io.dataaccess.keycloak.request.Reminding;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStore;
import io.dataaccess.keycloak.request.Voting;
import io.dataaccess.keycloak.request.Withdrawal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Everything about one realm within one Keycloak session, built once: the rules as they stood when it was asked for. */
public final class DataAccess {

    private static final String ATTRIBUTE = DataAccess.class.getName() + ".";

    private final Clock clock = new KeycloakClock();
    private final Map<Asked, Decision> decisions = new HashMap<>();
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Catalog catalog;
    private final ScopeCatalog scopes;
    private final Directory people;
    private final Postbox post;
    private final Records records;
    private final RequestQueue queue;
    private final Bench bench;
    private final Decider decider;

    private DataAccess(KeycloakSession session, RealmModel realm) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.session = session;
        this.realm = realm;
        this.catalog = new Catalog(realm);
        this.scopes = new ScopeCatalog(realm);
        this.people = new People(session, realm);
        this.post = new Postbox(session, realm);
        RequestStore requests = new JpaRequestStore(entities, realm.getId());
        this.records = new Records(
                new MailedRequests(requests, post),
                new MailedGrants(new JpaGrantStore(entities, realm.getId()), requests, post));
        this.queue = new JpaRequestQueue(entities, realm.getId());
        Rulebook rules = new Rulebook(catalog.classification(), scopes, catalog.policyBook(), catalog.acrLevels());
        this.bench = new Bench(rules, people, clock);
        this.decider = new Decider(rules, records.grants(), clock);
    }

    /** For the realm of the session's context. */
    public static DataAccess of(KeycloakSession session) {
        return of(session, session.getContext().getRealm());
    }

    public static DataAccess of(KeycloakSession session, RealmModel realm) {
        String attribute = ATTRIBUTE + realm.getId();
        DataAccess known = session.getAttribute(attribute, DataAccess.class);
        if (known != null) {
            return known;
        }
        DataAccess built = new DataAccess(session, realm);
        session.setAttribute(attribute, built);
        return built;
    }

    /** Ends all that is open in a realm that is being deleted; its records stay, and the master realm is told. */
    public static void leave(KeycloakSession session, RealmModel realm) {
        Postbox.empty(session, realm);
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        if (RealmRecords.close(entities, realm.getId(), new KeycloakClock().instant()) > 0) {
            Journal.left(session, realm);
        }
    }

    /** The guarded ones among these scopes, ordered by name. */
    public static List<GuardedScope> guarded(Stream<ClientScopeModel> scopes) {
        return scopes.flatMap(scope -> ScopeCatalog.guardedScope(scope).stream())
                .sorted(java.util.Comparator.comparing(scope -> scope.ref().name()))
                .toList();
    }

    /** What the decision is about, as it stands now. */
    public static Question question(
            UserModel subject, ClientModel client, List<GuardedScope> scopes, boolean impersonated) {
        return new Question(
                People.of(subject), new ClientRef(client.getId(), client.getClientId()), scopes, impersonated);
    }

    /**
     * The decision, taken once per session for the same subject, client and scopes.
     *
     * @throws org.keycloak.models.ModelException when the database does not answer: then there is none
     */
    public Decision decide(UserModel subject, ClientModel client, List<GuardedScope> asked, boolean impersonated) {
        Set<String> scopeIds = asked.stream().map(scope -> scope.ref().id()).collect(Collectors.toSet());
        Asked key = new Asked(subject.getId(), client.getId(), scopeIds, impersonated);
        Decision known = decisions.get(key);
        if (known != null) {
            return known;
        }
        Decision decision = answered(() -> decider.decide(question(subject, client, asked, impersonated)));
        decisions.put(key, decision);
        return decision;
    }

    /**
     * The outcome of work that asks the database, through whichever code.
     *
     * @throws org.keycloak.models.ModelException when the database does not answer, or gives no lock
     */
    public static <T> T answered(Supplier<T> work) {
        return DatabaseAnswer.of(work);
    }

    public Filing filing() {
        Intake intake = new Intake(
                records.requests(), RealmLimit.PENDING_REQUESTS.in(realm), RealmLimit.FILINGS_PER_HOUR.in(realm));
        return new Filing(intake, decider, bench, clock);
    }

    public Voting voting() {
        return new Voting(records, bench, clock);
    }

    public Withdrawal withdrawal() {
        return new Withdrawal(records, bench, clock);
    }

    public Reminding reminding() {
        return new Reminding(records.requests(), clock);
    }

    public Postbox post() {
        return post;
    }

    public MailTimes mailTimes() {
        return new MailTimes(realm, post, records.requests());
    }

    public Sessions sessions() {
        return new Sessions(session, realm);
    }

    public Journal journal() {
        return new Journal(session, realm);
    }

    public Bench bench() {
        return bench;
    }

    public Outlook outlook() {
        return new Outlook(catalog.policyBook(), people, clock);
    }

    public List<Problem> problems() {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        RecordedScopes recorded = new RecordedScopes(entities, realm.getId());
        return new Problems(session, realm, catalog, people, outlook(), recorded::among).all();
    }

    public RequestStore requests() {
        return records.requests();
    }

    /** The same page by page. */
    public RequestQueue queue() {
        return queue;
    }

    public GrantStore grants() {
        return records.grants();
    }

    public GrantUse grantUse() {
        return new GrantUse(realm, people, decider);
    }

    public Directory people() {
        return people;
    }

    /** What the group is called among people; empty where nobody described it. */
    public Optional<String> description(GroupRef group) {
        return People.description(realm, group);
    }

    public static Person person(UserModel user) {
        return People.of(user);
    }

    public Catalog catalog() {
        return catalog;
    }

    public ScopeCatalog scopes() {
        return scopes;
    }

    public Clock clock() {
        return clock;
    }

    private record Asked(String subjectId, String clientId, Set<String> scopeIds, boolean impersonated) {}
}
