/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN_US_CONTACT;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.ended;
import static io.dataaccess.keycloak.persistence.TestRecords.granted;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.grant.GrantFilter;
import io.dataaccess.keycloak.grant.GrantFilter.Order;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class JpaGrantStoreTest {

    private final TestDatabase database;

    private final String realm = UUID.randomUUID().toString();

    JpaGrantStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void keepsEveryField() {
        AccessGrant running = granted(access(LIN));
        AccessGrant ended = ended(running);

        assertThat(find(running.id())).contains(running);
        database.runInTransaction(em -> grants(em).update(ended));
        assertThat(find(running.id())).contains(ended);
    }

    @Test
    void keepsAnEndingByNobody() {
        AccessGrant grant = granted(access(LIN));
        AccessGrant ended = grant.end(new Ending(NOW, Optional.empty(), "user deleted"));

        database.runInTransaction(em -> grants(em).update(ended));

        assertThat(find(grant.id())).contains(ended);
    }

    @Test
    void keepsTheFormatOfCategories() {
        AccessGrant grant = granted(access(LIN));

        List<String> stored = database.inTransaction(
                em -> em.createQuery("select x.categories from GrantEntity x where x.id = :id", String.class)
                        .setParameter("id", grant.id())
                        .getResultList());

        assertThat(stored)
                .containsExactly("[{\"key\":\"us.user.contact\",\"level\":{\"jurisdiction\":\"US\","
                        + "\"sensitivity\":\"CONFIDENTIAL\"},\"label\":\"Contact details\"},{\"key\":\"us.user.location\","
                        + "\"level\":{\"jurisdiction\":\"US\",\"sensitivity\":\"RESTRICTED\"},"
                        + "\"label\":\"Where \\\"they\\\" are \uD83D\uDCCD\"}]");
    }

    @Test
    void runsOnlyInItsTime() {
        AccessGrant grant = granted(access(LIN));

        assertThat(runningAt(NOW.minusMillis(1))).isEmpty();
        assertThat(runningAt(NOW)).containsExactly(grant);
        assertThat(runningAt(grant.term().until().minusMillis(1))).containsExactly(grant);
        assertThat(runningAt(grant.term().until())).isEmpty();
    }

    @Test
    void runsNotWhenEnded() {
        AccessGrant grant = granted(access(LIN));
        assertThat(runningAt(NOW)).containsExactly(grant);

        database.runInTransaction(em -> grants(em).update(ended(grant)));

        assertThat(runningAt(NOW)).isEmpty();
    }

    @Test
    void runsNotForAnotherSubjectClientOrRealm() {
        granted(access(MARIA));
        granted(access(LIN));

        database.runInTransaction(em -> {
            assertThat(grants(em).runningAt(LIN.id(), "client-id", NOW)).hasSize(1);
            assertThat(grants(em).runningAt(LIN.id().toUpperCase(Locale.ROOT), "client-id", NOW))
                    .isEmpty();
            assertThat(grants(em).runningAt(LIN.id(), "other-client", NOW)).isEmpty();
            assertThat(new JpaGrantStore(em, "another").runningAt(LIN.id(), "client-id", NOW))
                    .isEmpty();
        });
    }

    @Test
    void takesOneStatementToKnowWhatRuns() {
        granted(access(LIN));
        granted(access(LIN));
        database.statements();

        assertThat(runningAt(NOW)).hasSize(2);

        assertThat(database.statements()).isEqualTo(1);
    }

    @Test
    void findsWhatRunsOfSeveralAccessesInOneStatement() {
        Access other = new Access(LIN, new ClientRef("client-id", "sample-app"), new ScopeRef("other", "us-private"));
        Access elsewhere =
                new Access(MARIA, new ClientRef("elsewhere", "batch"), new ScopeRef("scope-id", "us-contact"));
        AccessGrant lins = granted(access(LIN));
        AccessGrant marias = granted(elsewhere);
        // Of a person, a client and a scope that each are asked about, but not together.
        granted(new Access(LIN, elsewhere.client(), elsewhere.scope()));
        granted(access(BLAKE));
        database.statements();

        assertThat(runningOf(List.of(access(LIN), other, elsewhere), NOW)).containsExactlyInAnyOrder(lins, marias);
        assertThat(database.statements()).isEqualTo(1);
        assertThat(runningOf(List.of(other), NOW)).isEmpty();
        assertThat(runningOf(List.of(access(LIN)), lins.term().until())).isEmpty();
        database.runInTransaction(em -> assertThat(
                        new JpaGrantStore(em, "another").runningOf(List.of(access(LIN)), NOW))
                .isEmpty());
    }

    @Test
    void asksNothingWhenNoAccessIsGiven() {
        database.statements();

        assertThat(runningOf(List.of(), NOW)).isEmpty();

        assertThat(database.statements()).isZero();
    }

    @Test
    void findsNothingWhenItIsOfAnotherRealm() {
        AccessGrant grant = granted(access(LIN));

        database.runInTransaction(em -> {
            JpaGrantStore others = new JpaGrantStore(em, "another");
            assertThat(others.find(grant.id())).isEmpty();
            assertThat(others.lock(grant.id())).isEmpty();
            assertThat(others.page(GrantFilter.of(RecordFilter.ALL, NOW), Optional.empty(), new PageRange(0, 10)))
                    .isEmpty();
            assertThatThrownBy(() -> others.update(grant)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void seesTheLatestWhenLocked() {
        AccessGrant grant = granted(access(LIN));

        database.runInTransaction(em -> {
            assertThat(grants(em).find(grant.id())).contains(grant);
            database.runInTransaction(other -> grants(other).update(ended(grant)));
            assertThat(grants(em).lock(grant.id())).contains(ended(grant));
        });
    }

    @Test
    void refusesWhenChangedByAnotherMeanwhile() {
        AccessGrant grant = granted(access(LIN));

        assertThatThrownBy(() -> database.runInTransaction(em -> {
                    grants(em).find(grant.id());
                    database.runInTransaction(other -> grants(other).update(ended(grant)));
                    grants(em).update(grant.end(new Ending(NOW, Optional.empty(), "handed back")));
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(find(grant.id())).contains(ended(grant));
    }

    @Test
    void findsNewestFirstByWhatIsAsked() {
        AccessGrant older = granted(access(LIN));
        AccessGrant newer = granted(access(BLAKE), NOW.plusSeconds(1));

        assertThat(search(RecordFilter.ALL)).containsExactly(newer, older);
        assertThat(search(RecordFilter.of(AccessFilter.of(LIN_US_CONTACT)))).containsExactly(older);
        assertThat(search(RecordFilter.of(BLAKE.id()))).containsExactly(newer);
        // Maria filed both requests.
        assertThat(search(RecordFilter.of(MARIA.id()))).containsExactly(newer, older);
        assertThat(search(new RecordFilter(
                        Optional.empty(), AccessFilter.ANY, Optional.of(NOW.plusMillis(1)), Optional.empty())))
                .containsExactly(newer);
        assertThat(search(new RecordFilter(
                        Optional.empty(), AccessFilter.ANY, Optional.empty(), Optional.of(NOW.plusMillis(1)))))
                .containsExactly(older);
    }

    @Test
    void findsByRequest() {
        AccessGrant older = granted(access(LIN));
        AccessGrant newer = granted(access(BLAKE), NOW.plusSeconds(1));
        granted(access(MARIA));
        String ofOlder = older.approval().requestId();
        String ofNewer = newer.approval().requestId();

        assertThat(ofRequests(List.of())).isEmpty();
        assertThat(ofRequests(List.of(ofOlder))).containsExactly(older);
        assertThat(ofRequests(List.of(ofOlder, ofNewer))).containsExactly(newer, older);
    }

    @Test
    void findsWhatRunsAndWhatDoesNot() {
        AccessGrant running = granted(access(LIN));
        AccessGrant revoked = granted(access(LIN));
        database.runInTransaction(em -> grants(em).update(ended(revoked)));

        assertThat(search(active(true, NOW))).containsExactly(running);
        assertThat(search(active(false, NOW))).containsExactly(ended(revoked));
        assertThat(search(active(false, running.term().until()))).containsExactlyInAnyOrder(running, ended(revoked));
    }

    private static GrantFilter active(boolean active, Instant now) {
        return new GrantFilter(
                RecordFilter.ALL,
                new GrantFilter.When(Optional.of(active), Optional.empty(), now),
                Optional.empty(),
                Order.NEWEST_FIRST);
    }

    private JpaGrantStore grants(EntityManager em) {
        return new JpaGrantStore(em, realm);
    }

    private AccessGrant granted(Access access) {
        return granted(access, NOW);
    }

    private AccessGrant granted(Access access, Instant from) {
        AccessRequest request = closed(pending(access), RequestStatus.APPROVED, from);
        AccessGrant grant = TestRecords.granted(request, from);
        database.runInTransaction(em -> {
            new JpaRequestStore(em, realm).add(request);
            grants(em).add(grant);
        });
        return grant;
    }

    private Optional<AccessGrant> find(String id) {
        return database.inTransaction(em -> grants(em).find(id));
    }

    private List<AccessGrant> runningAt(Instant now) {
        return database.inTransaction(em -> grants(em).runningAt(LIN.id(), "client-id", now));
    }

    private List<AccessGrant> runningOf(List<Access> accesses, Instant now) {
        return database.inTransaction(em -> grants(em).runningOf(accesses, now));
    }

    private List<AccessGrant> ofRequests(List<String> ids) {
        return database.inTransaction(em -> grants(em).ofRequests(ids));
    }

    @Test
    void findsByTextWhateverItsCase() {
        AccessGrant grant = granted(access(LIN));

        for (String text : List.of("LIN", "lin zhou", "sample-APP", "US-contact", "Legal-", "contact DETAILS")) {
            assertThat(search(byText(text))).as(text).containsExactly(grant);
        }
        assertThat(search(byText("nothing like it"))).isEmpty();
    }

    @Test
    void findsWhatTheSearchStandsForWhenNoTextHoldsIt() {
        AccessGrant grant = granted(access(LIN));

        assertThat(search(by(new TextSearch("nothing like it", Set.of("client-id"), Set.of(), Set.of()))))
                .containsExactly(grant);
        assertThat(search(by(new TextSearch("nothing like it", Set.of(), Set.of("legal-request"), Set.of()))))
                .containsExactly(grant);
        assertThat(search(by(new TextSearch("nothing like it", Set.of("other"), Set.of("other"), Set.of()))))
                .isEmpty();
        RecordedNames recordedNames = database.inTransaction(em -> grants(em).recordedNames());
        assertThat(recordedNames).isEqualTo(new RecordedNames(Set.of("client-id"), Set.of("legal-request")));
    }

    private static GrantFilter byText(String text) {
        return by(TextSearch.of(text));
    }

    private static GrantFilter by(TextSearch search) {
        return new GrantFilter(
                RecordFilter.ALL,
                new GrantFilter.When(Optional.empty(), Optional.empty(), NOW),
                Optional.of(search),
                GrantFilter.Order.NEWEST_FIRST);
    }

    private List<AccessGrant> search(RecordFilter selection) {
        return search(GrantFilter.of(selection, NOW));
    }

    private List<AccessGrant> search(GrantFilter filter) {
        return database.inTransaction(em -> grants(em).page(filter, Optional.empty(), new PageRange(0, 10)));
    }
}
