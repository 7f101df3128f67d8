/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.log;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.persistence.DatabaseResult;
import io.dataaccess.keycloak.persistence.QueryStatement;
import io.dataaccess.keycloak.persistence.log.LogTileEntity.TileKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What is stored of a realm's log, in the transaction of a Keycloak session. */
public final class LogStore {

    private static final String ENTRIES = "select x from LogEntryEntity x where x.realmId = :realmId and ";

    private final EntityManager em;
    private final String realmId;

    public LogStore(KeycloakSession session, String realmId) {
        this(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realmId);
    }

    LogStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** The ids of all realms with entries that are not in the tree yet, also of realms that are gone. */
    public static List<String> waiting(KeycloakSession session) {
        return QueryStatement.reading(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        String.class,
                        "select distinct x.realmId from LogEntryEntity x where x.index = :waiting")
                .with("waiting", LogEntryEntity.WAITING)
                .rows();
    }

    /** The ids of all realms that have a log, also of realms that are gone. */
    public static List<String> all(KeycloakSession session) {
        return QueryStatement.reading(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        String.class,
                        "select x.realmId from LogEntity x")
                .rows();
    }

    /** The ids of all realms whose witnesses have not seen all of the log, or saw it last before this time. */
    public static List<String> unseenSince(KeycloakSession session, Instant time) {
        return QueryStatement.reading(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        String.class,
                        "select x.realmId from LogEntity x where x.behindSince is not null or x.witnessedAt < :time")
                .with("time", time.toEpochMilli())
                .rows();
    }

    /** The log of the realm; empty before its first entry. */
    public Optional<LogEntity> find() {
        return heads().first();
    }

    /** The log of the realm, locked: the tree grows by one hand at a time. */
    public Optional<LogEntity> lock() {
        List<LogEntity> locked = heads().lockedRows();
        // What was read earlier in this transaction may be older than the lock.
        locked.forEach(em::refresh);
        return locked.stream().findFirst();
    }

    private QueryStatement<LogEntity> heads() {
        return QueryStatement.reading(em, LogEntity.class, "select x from LogEntity x where x.realmId = :realmId")
                .with("realmId", realmId);
    }

    /** An empty log, which was not there before. */
    public void create(String origin, String secret, Instant now) {
        DatabaseResult.of(() -> {
            em.persist(new LogEntity(realmId, origin, secret, now.toEpochMilli()));
            em.flush();
            return true;
        });
    }

    /** Writes an entry, which the tree takes in soon. */
    public void write(String recordId, Instant now, String entry, String openings) {
        em.persist(new LogEntryEntity(realmId, recordId, now.toEpochMilli(), entry, openings));
    }

    /** Entries that are not in the tree yet, in the order in which they were written. */
    public List<LogEntryEntity> waiting(int most) {
        return entries("x.index = :waiting order by x.id")
                .with("waiting", LogEntryEntity.WAITING)
                .page(new PageRange(0, most))
                .rows();
    }

    /** When the entry was written that has waited the longest, in milliseconds since 1970; empty when none waits. */
    public Optional<Long> oldestWaiting() {
        return waiting(1).stream().findFirst().map(LogEntryEntity::writtenAt);
    }

    /** The entries at these places in the tree that there are, in order. */
    public List<LogEntryEntity> between(long first, long before) {
        return entries("x.index >= :first and x.index < :before order by x.index")
                .with(Map.of("first", first, "before", before))
                .rows();
    }

    /** All entries about these records, in the order in which they were written. */
    public List<LogEntryEntity> about(Collection<String> recordIds) {
        return entries("x.recordId in (:ids) order by x.id")
                .with("ids", recordIds)
                .rows();
    }

    /** The entry with this id in the order of writing. */
    public Optional<LogEntryEntity> entry(long id) {
        return entries("x.id = :id").with("id", id).first();
    }

    /** The place of the last entry in the tree; {@link LogEntryEntity#WAITING} when none is there. */
    public long highestIndex() {
        return entries("x.index >= :first order by x.index desc")
                .with("first", 0L)
                .page(new PageRange(0, 1))
                .first()
                .map(LogEntryEntity::index)
                .orElse(LogEntryEntity.WAITING);
    }

    private QueryStatement<LogEntryEntity> entries(String where) {
        return QueryStatement.reading(em, LogEntryEntity.class, ENTRIES + where).with("realmId", realmId);
    }

    /** The hashes of a tile as far as they are there, in base64; empty where the tile is not. */
    public Optional<String> tile(int level, long index) {
        return Optional.ofNullable(em.find(LogTileEntity.class, new TileKey(realmId, level, index)))
                .map(LogTileEntity::hashes);
    }

    /** Stores a tile that is new, or has grown. */
    public void keep(int level, long index, String hashes) {
        TileKey key = new TileKey(realmId, level, index);
        LogTileEntity known = em.find(LogTileEntity.class, key);
        if (known == null) {
            em.persist(new LogTileEntity(key, hashes));
        } else {
            known.fill(hashes);
        }
    }
}
