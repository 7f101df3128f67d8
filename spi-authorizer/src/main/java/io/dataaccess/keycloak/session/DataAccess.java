/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.approver.Approvers;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.directory.KeycloakDirectory;
import io.dataaccess.keycloak.directory.SelfRegistration;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.log.ApprovalLog;
import io.dataaccess.keycloak.log.ConfigurationLog;
import io.dataaccess.keycloak.log.LogReader;
import io.dataaccess.keycloak.log.RecordLog;
import io.dataaccess.keycloak.notify.ApproverMailTimes;
import io.dataaccess.keycloak.notify.MailOutbox;
import io.dataaccess.keycloak.notify.RecordMails;
import io.dataaccess.keycloak.persistence.DatabaseResult;
import io.dataaccess.keycloak.persistence.RealmStores;
import io.dataaccess.keycloak.policy.Decider;
import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.DecisionQuery;
import io.dataaccess.keycloak.policy.RealmRules;
import io.dataaccess.keycloak.request.AccessEnding;
import io.dataaccess.keycloak.request.Filing;
import io.dataaccess.keycloak.request.RecordStores;
import io.dataaccess.keycloak.request.Reminding;
import io.dataaccess.keycloak.request.RequestApprovers;
import io.dataaccess.keycloak.request.RequestIntake;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStore;
import io.dataaccess.keycloak.request.Voting;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
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
    private final MailOutbox outbox;
    private final RecordStores records;
    private final RequestQueue queue;
    private final Approvers approvers;
    private final RequestApprovers requestApprovers;
    private final Decider decider;

    private DataAccess(KeycloakSession session, RealmModel realm) {
        RealmStores stores = new RealmStores(session, realm.getId());
        this.session = session;
        this.realm = realm;
        this.catalog = Catalog.of(realm);
        this.scopes = new ScopeCatalog(realm);
        this.people = new KeycloakDirectory(session, realm, stores.members());
        this.outbox = new MailOutbox(session, realm);
        RecordLog log = new RecordLog(new ApprovalLog(session, realm, one -> LoggedSettings.all(one, realm.getId())));
        this.records = new RecordStores(stores.requests(), stores.grants(), List.of(log, new RecordMails(outbox)));
        this.queue = stores.queue();
        RealmRules rules = new RealmRules(catalog.classification(), scopes, catalog.policySet(), catalog.acrLevels());
        this.approvers = new Approvers(rules, people, clock);
        this.requestApprovers = new RequestApprovers(approvers, rules, people, clock);
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

    /** What the decision is about, as it stands now. */
    public static DecisionQuery query(
            UserModel subject, ClientModel client, List<GuardedScope> scopes, boolean impersonated) {
        return new DecisionQuery(
                KeycloakDirectory.subject(subject),
                new ClientRef(client.getId(), client.getClientId()),
                SelfRegistration.scopesFor(client, scopes),
                impersonated);
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
        Decision decision = answered(() -> decider.decide(query(subject, client, asked, impersonated)));
        decisions.put(key, decision);
        return decision;
    }

    /**
     * The outcome of work that asks the database, through whichever code.
     *
     * @throws org.keycloak.models.ModelException when the database does not answer, or gives no lock
     */
    public static <T> T answered(Supplier<T> work) {
        return DatabaseResult.of(work);
    }

    public Filing filing() {
        RequestIntake intake = new RequestIntake(
                records, RealmLimit.PENDING_REQUESTS.in(realm), RealmLimit.FILINGS_PER_HOUR.in(realm));
        return new Filing(intake, decider, requestApprovers, clock);
    }

    public Voting voting() {
        return new Voting(records, requestApprovers, clock);
    }

    public AccessEnding accessEnding() {
        return new AccessEnding(records, approvers, clock);
    }

    public Reminding reminding() {
        return new Reminding(records, clock);
    }

    public MailOutbox outbox() {
        return outbox;
    }

    public ApproverMailTimes mailTimes() {
        return new ApproverMailTimes(realm, outbox, records.requests());
    }

    /** The approval log, as outsiders read it. */
    public LogReader log() {
        return new LogReader(session, realm, clock);
    }

    /** What was approved of the realm's configuration. */
    public ConfigurationLog approvedConfigurations() {
        return new ConfigurationLog(session, realm.getId(), clock);
    }

    public ClientSessions sessions() {
        return new ClientSessions(session, realm);
    }

    public UserEvents userEvents() {
        return new UserEvents(session, realm);
    }

    public Approvers approvers() {
        return approvers;
    }

    public RequestApprovers requestApprovers() {
        return requestApprovers;
    }

    public ApproverFeasibility feasibility() {
        return new ApproverFeasibility(catalog.policySet(), people, clock);
    }

    public List<Problem> problems() {
        return FoundProblems.of(session, realm, this);
    }

    /** What the database tells of the realm's clients, roles and accounts, however many there are. */
    public RealmIndex index() {
        return new RealmStores(session, realm.getId()).index();
    }

    public RequestStore requests() {
        return records.requests();
    }

    /** The requests of the realm page by page. */
    public RequestQueue queue() {
        return queue;
    }

    public GrantStore grants() {
        return records.grants();
    }

    public GrantUsability grantUsability() {
        return new GrantUsability(realm, people, decider);
    }

    public Directory people() {
        return people;
    }

    /** What the group is called among people; empty where nobody described it. */
    public Optional<String> description(GroupRef group) {
        return KeycloakDirectory.description(realm, group);
    }

    /** What the application is called; empty where it has no name, or is gone. */
    public Optional<String> name(ClientRef client) {
        return Optional.ofNullable(realm.getClientById(client.id())).flatMap(ClientLabel::name);
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
