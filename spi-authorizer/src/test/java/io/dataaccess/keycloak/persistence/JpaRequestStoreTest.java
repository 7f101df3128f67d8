/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN_US_CONTACT;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.US_SECURITY;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.approval;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.denial;
import static io.dataaccess.keycloak.persistence.TestRecords.filedThrough;
import static io.dataaccess.keycloak.persistence.TestRecords.full;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static io.dataaccess.keycloak.persistence.TestRecords.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class JpaRequestStoreTest {

    private final TestDatabase database;

    private final String realm = UUID.randomUUID().toString();

    JpaRequestStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void keepsEveryField() {
        AccessRequest request = filedThrough("client-id", full());

        store(request);

        assertThat(find(request.id())).contains(request);
    }

    @Test
    void keepsWhatIsBlank() {
        AccessRequest request = with(pending(), approval(AVERY));

        store(request);

        assertThat(find(request.id())).contains(request);
    }

    @Test
    void keepsTheFormatOfTheSnapshot() {
        AccessRequest request = pending();

        store(request);

        assertThat(stored("select x.snapshot from RequestEntity x where x.id = :id", request.id()))
                .isEqualTo(
                        "{\"categories\":[{\"key\":\"us.user.contact\",\"level\":{\"jurisdiction\":\"US\","
                                + "\"sensitivity\":\"CONFIDENTIAL\"},\"label\":\"Contact details\"},{\"key\":\"us.user.location\","
                                + "\"level\":{\"jurisdiction\":\"US\",\"sensitivity\":\"RESTRICTED\"},"
                                + "\"label\":\"Where \\\"they\\\" are \uD83D\uDCCD\"}],"
                                + "\"policies\":[{\"name\":\"us-confidential\",\"sha256\":\"" + "0a".repeat(32)
                                + "\"},{\"name\":\"us-restricted\",\"sha256\":\"1b\"}],"
                                + "\"required\":[{\"group\":{\"id\":\"us-security-id\",\"path\":\"/us-security\"},\"count\":2},"
                                + "{\"group\":{\"id\":\"g2\",\"path\":\"/owners\"},\"count\":1}],"
                                + "\"subjectAttributes\":{\"values\":{\"country\":\"CN\",\"legal_entity\":\"Clips Singapore\"}}}");
    }

    @Test
    void keepsTheFormatOfAttributes() {
        AccessRequest request = full();

        store(request);

        assertThat(stored("select v.attributes from RequestEntity x join x.votes v where x.id = :id", request.id()))
                .isEqualTo("{\"values\":{\"country\":\"US\"}}");
    }

    @Test
    void refusesWhenAnotherIsPending() {
        store(pending());

        assertThatThrownBy(() -> store(pending())).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void acceptsWhenThePendingOneIsForAnotherSubject() {
        AccessRequest other = pending(access(MARIA));
        store(pending());

        store(other);

        assertThat(find(other.id())).contains(other);
    }

    @Test
    void acceptsWhenTheSameIsPendingInAnotherRealm() {
        AccessRequest other = pending();
        store(pending());

        database.runInTransaction(em -> new JpaRequestStore(em, "other-" + realm.substring(10)).add(other));

        assertThat(find(other.id())).isEmpty();
    }

    @Test
    void acceptsWhenThePendingOneWasClosed() {
        AccessRequest first = pending();
        AccessRequest second = pending();
        store(first);

        database.runInTransaction(em -> {
            JpaRequestStore requests = requests(em);
            requests.update(closed(first, RequestStatus.EXPIRED, NOW));
            requests.add(second);
        });

        assertThat(find(second.id())).contains(second);
    }

    @Test
    void refusesWhenTheSamePersonVotesTheSameTwice() {
        AccessRequest request = with(pending(), approval(AVERY), approval(AVERY));

        assertThatThrownBy(() -> store(request)).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void findsWhatIsPending() {
        AccessRequest request = pending();
        store(request);

        assertThat(lockPending()).contains(request);
    }

    @Test
    void keepsWhyWhenCancelled() {
        AccessRequest request = pending();
        store(request);
        AccessRequest cancelled = request.cancel(Cancellation.OTHER_OWNER, NOW);

        database.runInTransaction(em -> requests(em).update(cancelled));

        assertThat(find(request.id())).contains(cancelled);
    }

    @Test
    void findsNothingPendingWhenClosed() {
        store(closed(pending(), RequestStatus.CANCELLED, NOW));

        assertThat(lockPending()).isEmpty();
    }

    @Test
    void findsNothingWhenItIsOfAnotherRealm() {
        AccessRequest request = pending();
        store(request);

        database.runInTransaction(em -> {
            JpaRequestStore others = new JpaRequestStore(em, "another");
            assertThat(others.find(request.id())).isEmpty();
            assertThat(others.lock(request.id())).isEmpty();
            assertThat(others.lockPending(request.access())).isEmpty();
            assertThatThrownBy(() -> others.update(request)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void keepsTheCourse() {
        AccessRequest request = with(pending(), approval(AVERY));
        Vote counted = new Vote(
                AVERY,
                request.state().votes().get(0).input(),
                request.state().votes().get(0).evidence(),
                Optional.of(US_SECURITY));
        AccessRequest after = closed(
                with(
                        new AccessRequest(
                                request.id(),
                                request.content(),
                                request.snapshot(),
                                pending().state()),
                        counted,
                        denial(BLAKE)),
                RequestStatus.DENIED,
                NOW.plusMillis(1));
        store(request);

        database.runInTransaction(em -> requests(em).update(after));

        assertThat(find(request.id())).contains(after);
    }

    @Test
    void seesTheLatestWhenLocked() {
        AccessRequest request = pending();
        AccessRequest voted = with(request, approval(AVERY));
        store(request);

        database.runInTransaction(em -> {
            JpaRequestStore requests = requests(em);
            assertThat(requests.find(request.id())).contains(request);
            database.runInTransaction(other -> requests(other).update(voted));
            assertThat(requests.lock(request.id())).contains(voted);
        });
    }

    @Test
    void refusesWhenChangedByAnotherMeanwhile() {
        AccessRequest request = pending();
        store(request);

        assertThatThrownBy(() -> database.runInTransaction(em -> {
                    JpaRequestStore requests = requests(em);
                    requests.find(request.id());
                    database.runInTransaction(other -> requests(other).update(with(request, approval(AVERY))));
                    requests.update(closed(request, RequestStatus.CANCELLED, NOW));
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(find(request.id())).contains(with(request, approval(AVERY)));
    }

    private JpaRequestStore requests(EntityManager em) {
        return new JpaRequestStore(em, realm);
    }

    private void store(AccessRequest request) {
        database.runInTransaction(em -> requests(em).add(request));
    }

    private Optional<AccessRequest> find(String id) {
        return database.inTransaction(em -> requests(em).find(id));
    }

    private Optional<AccessRequest> lockPending() {
        return database.inTransaction(em -> requests(em).lockPending(LIN_US_CONTACT));
    }

    private String stored(String jpql, String id) {
        List<String> texts = database.inTransaction(
                em -> em.createQuery(jpql, String.class).setParameter("id", id).getResultList());
        return texts.get(0);
    }
}
