/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** What Keycloak's outbox has delivered, which its own store does not tell one by one. */
public final class SentLetters {

    private SentLetters() {}

    /** An owner's entries of this kind delivered after this time, oldest first. */
    public static List<OutboxEntryEntity> after(KeycloakSession session, String kind, String owner, Instant time) {
        return Statement.reading(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        OutboxEntryEntity.class,
                        "select x from OutboxEntryEntity x where x.entryKind = :kind and x.ownerId = :owner"
                                + " and x.status = :delivered and x.deliveredAt > :time order by x.deliveredAt")
                .with("kind", kind)
                .with("owner", owner)
                .with("delivered", OutboxEntryStatus.DELIVERED)
                .with("time", time)
                .rows();
    }
}
