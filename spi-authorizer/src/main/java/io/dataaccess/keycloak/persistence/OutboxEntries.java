/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** What Keycloak's own store does not offer of its outbox. */
public final class OutboxEntries {

    private static final String PENDING =
            "update OutboxEntryEntity x set x.nextAttemptAt = :until where x.entryKind = :kind"
                    + " and x.realmId = :realm and x.status = :pending and x.nextAttemptAt < :until";

    private OutboxEntries() {}

    /** An owner's entries of this kind delivered after this time, oldest first. */
    public static List<OutboxEntryEntity> deliveredAfter(
            KeycloakSession session, String kind, String owner, Instant time) {
        return QueryStatement.reading(
                        entities(session),
                        OutboxEntryEntity.class,
                        "select x from OutboxEntryEntity x where x.entryKind = :kind and x.ownerId = :owner"
                                + " and x.status = :delivered and x.deliveredAt > :time order by x.deliveredAt")
                .with("kind", kind)
                .with("owner", owner)
                .with("delivered", OutboxEntryStatus.DELIVERED)
                .with("time", time)
                .rows();
    }

    /**
     * Lets a realm's pending entries of this kind wait until this time.
     *
     * @param first the metadata of those that come before the others then
     */
    public static void postpone(KeycloakSession session, String kind, RealmModel realm, String first, Instant until) {
        QueryStatement.change(
                entities(session), PENDING + " and x.metadata = :first", values(kind, realm, first, until));
        QueryStatement.change(
                entities(session),
                PENDING + " and (x.metadata is null or x.metadata <> :first)",
                values(kind, realm, first, until.plusMillis(1)));
    }

    private static Map<String, Object> values(String kind, RealmModel realm, String first, Instant until) {
        return Map.of(
                "kind", kind,
                "realm", realm.getId(),
                "pending", OutboxEntryStatus.PENDING,
                "first", first,
                "until", until);
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
