/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.outbox;

import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.persistence.QueryStatement;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A realm's entries of this kind and correlation that were delivered, to whomever. */
    public static List<OutboxEntryEntity> delivered(
            KeycloakSession session, String kind, RealmModel realm, String correlation) {
        return QueryStatement.reading(
                        entities(session),
                        OutboxEntryEntity.class,
                        "select x from OutboxEntryEntity x where x.entryKind = :kind and x.realmId = :realm"
                                + " and x.status = :delivered and x.correlationId = :correlation")
                .with("kind", kind)
                .with("realm", realm.getId())
                .with("delivered", OutboxEntryStatus.DELIVERED)
                .with("correlation", correlation)
                .rows();
    }

    /** What is noted in a realm's own entries of this kind and type, by their container; those without a note are left out. */
    public static Map<String, String> notes(
            KeycloakSession session, String kind, RealmModel realm, Containers containers) {
        if (containers.ids().isEmpty()) {
            return Map.of();
        }
        return QueryStatement.reading(
                        entities(session),
                        OutboxEntryEntity.class,
                        "select x from OutboxEntryEntity x where x.entryKind = :kind and x.ownerId = :owner"
                                + " and x.containerId in (:containers) and x.entryType = :type"
                                + " and x.metadata is not null")
                .with("kind", kind)
                .with("owner", realm.getId())
                .with("containers", containers.ids())
                .with("type", containers.type())
                .rows()
                .stream()
                .collect(toMap(OutboxEntryEntity::getContainerId, OutboxEntryEntity::getMetadata, (one, other) -> one));
    }

    /** Entries of a type that are about something, such as a request. */
    public record Containers(String type, Set<String> ids) {}

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
