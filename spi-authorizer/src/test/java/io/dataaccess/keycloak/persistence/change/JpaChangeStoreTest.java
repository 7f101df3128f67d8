/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteEvidence;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ChangeState;
import io.dataaccess.keycloak.change.ProposedConfiguration;
import io.dataaccess.keycloak.configuration.Configurations;
import io.dataaccess.keycloak.persistence.QueryStatement;
import io.dataaccess.keycloak.persistence.TestDatabase;
import io.dataaccess.keycloak.policy.Login;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.ModelException;

/** Change requests in a real database. */
@ParameterizedClass
@EnumSource
final class JpaChangeStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final PageRange ALL = new PageRange(0, 100);

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    JpaChangeStoreTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void givesBackWhatWasStoredWithItsVotes() {
        ChangeRequest change = stored(RequestStatus.PENDING, NOON);
        ChangeRequest voted = with(change, RequestStatus.APPROVED, List.of(vote("olga"), vote("avery")));

        database.runInTransaction(em -> new JpaChangeStore(em, realm).update(voted));

        assertThat(find(realm, change.id())).contains(voted);
        assertThat(find(UUID.randomUUID().toString(), change.id())).isEmpty();
        assertThat(database.<Optional<ChangeRequest>>inTransaction(
                        em -> new JpaChangeStore(em, realm).lock(change.id())))
                .contains(voted);
    }

    @Test
    void listsByStatusAsOfNowTheNewestFirst() {
        ChangeRequest expired = stored(RequestStatus.PENDING, NOON.minus(Duration.ofDays(7)));
        ChangeRequest waiting = stored(RequestStatus.PENDING, NOON.minusSeconds(1));
        ChangeRequest denied = stored(RequestStatus.DENIED, NOON.minusSeconds(2));

        assertThat(page(Optional.empty(), ALL)).containsExactly(waiting.id(), denied.id(), expired.id());
        assertThat(page(Optional.empty(), new PageRange(1, 1))).containsExactly(denied.id());
        assertThat(page(Optional.of(RequestStatus.PENDING), ALL)).containsExactly(waiting.id());
        assertThat(page(Optional.of(RequestStatus.EXPIRED), ALL)).containsExactly(expired.id());
        assertThat(page(Optional.of(RequestStatus.DENIED), ALL)).containsExactly(denied.id());
        assertThat(page(Optional.of(RequestStatus.APPROVED), ALL)).isEmpty();
        assertThat(database.<Long>inTransaction(em -> new JpaChangeStore(em, realm).count(Optional.empty(), NOON)))
                .isEqualTo(3);
    }

    @Test
    void endsWhatIsPendingWhenTheRealmIsDeleted() {
        ChangeRequest waiting = stored(RequestStatus.PENDING, NOON);
        ChangeRequest approved = stored(RequestStatus.APPROVED, NOON);

        database.runInTransaction(em -> new JpaChangeStore(em, realm).close(NOON));

        assertThat(find(realm, waiting.id()).orElseThrow().state().status()).isEqualTo(RequestStatus.CANCELLED);
        assertThat(find(realm, approved.id())).contains(approved);
    }

    @Test
    void refusesWhenTheContentWasEditedInTheDatabase() {
        ChangeRequest change = stored(RequestStatus.PENDING, NOON);

        database.runInTransaction(em -> QueryStatement.change(
                em,
                "update ChangeEntity x set x.content = :content where x.id = :id",
                Map.of("content", Configurations.empty().content(), "id", change.id())));

        assertThatThrownBy(() -> find(realm, change.id())).isInstanceOf(ModelException.class);
    }

    private List<String> page(Optional<RequestStatus> status, PageRange page) {
        return database
                .<List<ChangeRequest>>inTransaction(em -> new JpaChangeStore(em, realm).page(status, NOON, page))
                .stream()
                .map(ChangeRequest::id)
                .toList();
    }

    private Optional<ChangeRequest> find(String where, String id) {
        return database.inTransaction(em -> new JpaChangeStore(em, where).find(id));
    }

    private ChangeRequest stored(RequestStatus status, Instant created) {
        ChangeRequest change = new ChangeRequest(
                UUID.randomUUID().toString(),
                new UserRef("id-of-pat", "pat", Optional.of("Pat Müller \uD83D\uDE42")),
                "Because of case 12345",
                new ProposedConfiguration(3, Configurations.empty(), true, Configurations.usContact(), false),
                new ChangeState(status, created, created.plus(Duration.ofDays(7)), Optional.empty(), List.of()));
        database.runInTransaction(em -> new JpaChangeStore(em, realm).add(change));
        return change;
    }

    private static ChangeRequest with(ChangeRequest change, RequestStatus status, List<Vote> votes) {
        ChangeState state = change.state();
        return new ChangeRequest(
                change.id(),
                change.proposer(),
                change.reason(),
                change.proposed(),
                new ChangeState(status, state.createdAt(), state.expiresAt(), Optional.of(NOON), votes));
    }

    private static Vote vote(String name) {
        return new Vote(
                new UserRef("id-of-" + name, name),
                new VoteInput(VoteDecision.APPROVE, "Fine", Optional.empty()),
                new VoteEvidence(NOON, Login.of(NOON, OptionalInt.of(1)), new Attributes(Map.of("country", "US"))),
                Optional.of(new GroupRef("policy-admins", "policy admins")));
    }
}
