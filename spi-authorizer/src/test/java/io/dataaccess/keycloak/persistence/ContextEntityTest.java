/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.LIN_US_CONTACT;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.ClientRef;
import io.dataaccess.keycloak.access.RecordedNames;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.persistence.ContextEntity.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lists ask the rules about is there with the first record, whoever stores it, and holds nothing about people. */
@ParameterizedClass
@EnumSource
final class ContextEntityTest {

    private final TestDatabase database;
    private final String realm = UUID.randomUUID().toString();

    ContextEntityTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isReadWithNobodyAsSubjectWhenStored() {
        AccessRequest request = stored(pending());
        ApprovalContext stored = request.approvalContext();

        assertThat(contexts(Kind.REQUEST))
                .containsExactly(Map.entry(
                        stored.contextKey(),
                        new ApprovalContext(
                                new Access(
                                        new UserRef("", ""),
                                        stored.access().client(),
                                        stored.access().scope()),
                                stored.purpose(),
                                stored.categories(),
                                stored.known())));
        assertThat(texts()).noneMatch(text -> text.contains(LIN.username()) || text.contains(LIN.id()));
    }

    @Test
    void isWrittenOnceWhenOthersFollow() {
        stored(pending(access(LIN)));
        stored(pending(access(MARIA)));

        assertThat(texts()).hasSize(1);
    }

    /** Neither waits for the other, nor fails. */
    @Test
    void isReadOnceWhenTwoAreFirstAtOnce() {
        database.runInTransaction(em -> {
            requests(em).add(pending(access(LIN)));
            stored(pending(access(MARIA)));
        });

        assertThat(texts()).hasSize(2);
        assertThat(contexts(Kind.REQUEST)).hasSize(1);
    }

    @Test
    void namesBothClientsWhenOneWasMadeAnew() {
        stored(pending(access(LIN)));
        stored(pending(new Access(MARIA, new ClientRef("made-anew", "sample-app"), LIN_US_CONTACT.scope())));

        assertThat(contexts(Kind.REQUEST)).hasSize(1);
        RecordedNames names = database.inTransaction(em -> ContextEntity.recordedNames(em, realm, Kind.REQUEST));
        assertThat(names).isEqualTo(new RecordedNames(Set.of("client-id", "made-anew"), Set.of("legal-request")));
    }

    @Test
    void isOfItsRealmAndKindOnly() {
        stored(pending());

        assertThat(contexts(Kind.GRANT)).isEmpty();
        Map<String, ApprovalContext> elsewhere = database.inTransaction(
                em -> ContextEntity.all(em, UUID.randomUUID().toString(), Kind.REQUEST));
        assertThat(elsewhere).isEmpty();
    }

    private Map<String, ApprovalContext> contexts(Kind kind) {
        return database.inTransaction(em -> ContextEntity.all(em, realm, kind));
    }

    private List<String> texts() {
        return database.inTransaction(
                em -> new QueryConditions(realm).rows(em, String.class, "select x.context from ContextEntity x", ""));
    }

    private AccessRequest stored(AccessRequest request) {
        database.runInTransaction(em -> requests(em).add(request));
        return request;
    }

    private JpaRequestStore requests(EntityManager em) {
        return new JpaRequestStore(em, realm);
    }
}
