/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import static io.dataaccess.keycloak.persistence.TestRecords.LIN;
import static io.dataaccess.keycloak.persistence.TestRecords.MARIA;
import static io.dataaccess.keycloak.persistence.TestRecords.NOW;
import static io.dataaccess.keycloak.persistence.TestRecords.access;
import static io.dataaccess.keycloak.persistence.TestRecords.closed;
import static io.dataaccess.keycloak.persistence.TestRecords.ended;
import static io.dataaccess.keycloak.persistence.TestRecords.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A grant can be ended as long as it is not over, also before it began by the clock of this node. */
@ParameterizedClass
@EnumSource
final class GrantsToEndTest {

    private final TestDatabase database;

    private final String realm = UUID.randomUUID().toString();

    GrantsToEndTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isOpenWhenItHasNotBegun() {
        AccessGrant grant = granted(LIN);

        assertThat(notOverAt(NOW.minusSeconds(60))).containsExactly(grant);
        assertThat(notOverAt(NOW)).containsExactly(grant);
    }

    @Test
    void isOverWhenItsTimeIsOver() {
        AccessGrant grant = granted(LIN);

        assertThat(notOverAt(grant.term().until().minusMillis(1))).containsExactly(grant);
        assertThat(notOverAt(grant.term().until())).isEmpty();
    }

    @Test
    void isOverWhenEnded() {
        AccessGrant grant = granted(LIN);
        assertThat(notOverAt(NOW.minusSeconds(60))).containsExactly(grant);

        database.runInTransaction(em -> new JpaGrantStore(em, realm).update(ended(grant)));

        assertThat(notOverAt(NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void isNotFoundWhenOfAnotherSubject() {
        granted(MARIA);

        assertThat(notOverAt(NOW)).isEmpty();
    }

    private AccessGrant granted(UserRef subject) {
        AccessRequest request = closed(pending(access(subject)), RequestStatus.APPROVED, NOW);
        AccessGrant grant = TestRecords.granted(request);
        database.runInTransaction(em -> {
            new JpaRequestStore(em, realm).add(request);
            new JpaGrantStore(em, realm).add(grant);
        });
        return grant;
    }

    private List<AccessGrant> notOverAt(Instant now) {
        AccessFilter lin = new AccessFilter(Optional.of(LIN.id()), Optional.empty(), Optional.empty());
        return database.inTransaction(em -> new JpaGrantStore(em, realm).notOverAt(lin, now));
    }
}
