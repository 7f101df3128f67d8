/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.AVERY;
import static io.dataaccess.keycloak.persistence.TestRecords.BLAKE;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN_US_CONTACT;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.approval;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.denial;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static io.dataaccess.keycloak.persistence.TestRecords.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.RecordFilter;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.TextSearch;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestFilter;
import io.dataaccess.keycloak.request.RequestFilter.Content;
import io.dataaccess.keycloak.request.RequestFilter.Order;
import io.dataaccess.keycloak.request.RequestFilter.When;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class RequestSearchTest {

    private final TestDatabase database;

    private final String realm = UUID.randomUUID().toString();

    RequestSearchTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsNothingWhenItIsOfAnotherRealm() {
        store(pending());

        List<AccessRequest> found = database.inTransaction(
                em -> new JpaRequestStore(em, "another").search(byText("")).toList());

        assertThat(found).isEmpty();
    }

    @Test
    void treatsPendingAsExpiredWhenItsTimeIsOver() {
        AccessRequest request = store(pending());
        AccessRequest expired = store(closed(pending(access(MARIA)), RequestStatus.EXPIRED, NOW));
        AccessRequest denied = store(closed(pending(access(BLAKE)), RequestStatus.DENIED, NOW));
        Instant end = request.state().expiresAt();

        assertThat(byStatus(RequestStatus.PENDING, end.minusMillis(1))).containsExactly(request);
        assertThat(byStatus(RequestStatus.EXPIRED, end.minusMillis(1))).containsExactly(expired);
        assertThat(byStatus(RequestStatus.PENDING, end)).isEmpty();
        assertThat(byStatus(RequestStatus.EXPIRED, end)).containsExactlyInAnyOrder(request, expired);
        assertThat(byStatus(RequestStatus.DENIED, end)).containsExactly(denied);
    }

    @Test
    void takesTheSearchedTextLiterally() {
        AccessRequest percent = store(pending(access(LIN), about("50%_[a]\\!'")));
        store(pending(access(MARIA), about("50 of 1000")));

        for (String literal : List.of("%", "_", "[a]", "\\", "!", "'", "0%_")) {
            assertThat(search(byText(literal))).as(literal).containsExactly(percent);
        }
    }

    @Test
    void findsTextWhateverItsCase() {
        AccessRequest request = store(pending(access(LIN), about("CASE-7")));

        for (String text : List.of(
                "case-7",
                "LIN",
                "lin zhou",
                "Maria",
                "souza",
                "sample-APP",
                "US-contact",
                "Legal-",
                "clips sing",
                "contact DETAILS",
                "US.user.location")) {
            assertThat(search(byText(text))).as(text).containsExactly(request);
        }
        assertThat(search(byText("nothing like it"))).isEmpty();
    }

    @Test
    void findsWhatTheSearchStandsForWhenNoTextHoldsIt() {
        AccessRequest lins = store(pending(access(LIN)));
        AccessRequest other =
                store(pending(new Access(MARIA, new ClientRef("other", "batch"), LIN_US_CONTACT.scope())));

        assertThat(search(by(Set.of("client-id"), Set.of(), Set.of()))).containsExactly(lins);
        assertThat(search(by(Set.of("other", "gone"), Set.of(), Set.of()))).containsExactly(other);
        assertThat(search(by(Set.of(), Set.of("legal-request"), Set.of()))).containsExactlyInAnyOrder(lins, other);
        assertThat(search(by(Set.of(), Set.of("safety-review"), Set.of()))).isEmpty();
        assertThat(search(by(Set.of(), Set.of(), Set.of("US", "CN")))).containsExactlyInAnyOrder(lins, other);
        assertThat(search(by(Set.of(), Set.of(), Set.of("C", "N", "cn", "Clips"))))
                .isEmpty();
    }

    @Test
    void mentionsEachClientAndPurposeOnce() {
        store(pending(access(LIN)));
        store(pending(access(MARIA)));
        store(pending(new Access(BLAKE, new ClientRef("other", "batch"), LIN_US_CONTACT.scope())));

        assertThat(recordedNames(realm))
                .isEqualTo(new RecordedNames(Set.of("client-id", "other"), Set.of("legal-request")));
        assertThat(recordedNames("another")).isEqualTo(new RecordedNames(Set.of(), Set.of()));
    }

    @Test
    void findsByPartyAndTarget() {
        AccessRequest lins = store(pending(access(LIN)));
        AccessRequest blakes = store(pending(access(BLAKE)));
        AccessFilter none = new AccessFilter(Optional.empty(), Optional.of("client-id"), Optional.of("other-scope"));

        assertThat(search(select(RecordFilter.of(LIN.id())))).containsExactly(lins);
        assertThat(search(select(RecordFilter.of(MARIA.id())))).containsExactlyInAnyOrder(lins, blakes);
        assertThat(search(select(RecordFilter.of(AccessFilter.of(access(BLAKE))))))
                .containsExactly(blakes);
        assertThat(search(select(RecordFilter.of(none)))).isEmpty();
    }

    @Test
    void findsByTime() {
        AccessRequest request = store(pending());

        assertThat(search(select(created(NOW, NOW.plusMillis(1))))).containsExactly(request);
        assertThat(search(select(created(NOW.minusMillis(1), NOW)))).isEmpty();
        assertThat(search(select(created(NOW.plusMillis(1), NOW.plusMillis(2)))))
                .isEmpty();
    }

    @Test
    void findsBySensitivityAndBundle() {
        AccessRequest request = store(pending());

        assertThat(search(about(
                        new Content(Optional.of(Sensitivity.RESTRICTED), Optional.of("bundle-1"), Optional.empty()))))
                .containsExactly(request);
        assertThat(search(
                        about(new Content(Optional.of(Sensitivity.CONFIDENTIAL), Optional.empty(), Optional.empty()))))
                .isEmpty();
        assertThat(search(about(new Content(Optional.empty(), Optional.of("bundle-2"), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void keepsTheOrder() {
        AccessRequest second = store(pending(access(LIN)));
        AccessRequest first = store(TestRecords.earlier(pending(access(MARIA))));

        assertThat(search(ordered(Order.OLDEST_FIRST))).containsExactly(first, second);
        assertThat(search(ordered(Order.NEWEST_FIRST))).containsExactly(second, first);
        assertThat(search(ordered(Order.EXPIRING_FIRST))).containsExactly(first, second);
        assertThat(search(ordered(Order.EXPIRING_LAST))).containsExactly(second, first);
    }

    @Test
    void takesOneStatementWithAllVotes() {
        for (UserRef subject : List.of(LIN, MARIA, BLAKE)) {
            store(with(pending(access(subject)), approval(AVERY), denial(AVERY)));
        }
        database.statements();

        assertThat(search(byText("")))
                .hasSize(3)
                .allMatch(request -> request.state().votes().size() == 2);

        assertThat(database.statements()).isEqualTo(1);
    }

    private static RequestReason about(String ticket) {
        return new RequestReason("legal-request", "Because of a case", Optional.of(ticket));
    }

    private static RecordFilter created(Instant from, Instant to) {
        return new RecordFilter(Optional.empty(), AccessFilter.ANY, Optional.of(from), Optional.of(to));
    }

    private static RequestFilter select(RecordFilter selection) {
        return new RequestFilter(selection, new When(Optional.empty(), NOW), Content.ANY, Order.OLDEST_FIRST);
    }

    private static RequestFilter ordered(Order order) {
        return new RequestFilter(RecordFilter.ALL, new When(Optional.empty(), NOW), Content.ANY, order);
    }

    private static RequestFilter about(Content content) {
        return new RequestFilter(RecordFilter.ALL, new When(Optional.empty(), NOW), content, Order.OLDEST_FIRST);
    }

    private static RequestFilter by(Set<String> clients, Set<String> purposes, Set<String> values) {
        TextSearch search = new TextSearch("nothing like it", clients, purposes, values);
        return about(new Content(Optional.empty(), Optional.empty(), Optional.of(search)));
    }

    private static RequestFilter byText(String text) {
        return about(new Content(Optional.empty(), Optional.empty(), Optional.of(TextSearch.of(text))));
    }

    private RecordedNames recordedNames(String realmId) {
        return database.inTransaction(em -> new JpaRequestQueue(em, realmId).recordedNames());
    }

    private List<AccessRequest> byStatus(RequestStatus status, Instant now) {
        return search(new RequestFilter(
                RecordFilter.ALL, new When(Optional.of(status), now), Content.ANY, Order.OLDEST_FIRST));
    }

    private List<AccessRequest> search(RequestFilter filter) {
        return database.inTransaction(
                em -> new JpaRequestStore(em, realm).search(filter).toList());
    }

    private AccessRequest store(AccessRequest request) {
        database.runInTransaction(em -> new JpaRequestStore(em, realm).add(request));
        return request;
    }
}
