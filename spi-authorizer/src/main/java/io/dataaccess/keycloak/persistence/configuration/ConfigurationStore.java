/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.configuration;

import io.dataaccess.keycloak.access.PageRange;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.persistence.DatabaseResult;
import io.dataaccess.keycloak.persistence.QueryStatement;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The approved configurations of a realm, in the transaction of a Keycloak session. They stay when the realm is deleted. */
public final class ConfigurationStore {

    private final EntityManager em;
    private final String realmId;

    public ConfigurationStore(KeycloakSession session, String realmId) {
        this(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realmId);
    }

    ConfigurationStore(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** The ids of realms that say something about approvals of their configuration, whatever it is. */
    public static List<String> realmsWith(KeycloakSession session, String attribute) {
        return QueryStatement.reading(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                        String.class,
                        "select a.realm.id from RealmAttributeEntity a where a.name = :name")
                .with("name", attribute)
                .rows();
    }

    /**
     * Where to find what was approved last.
     *
     * @param version the highest one; empty when there is no row
     * @param entryId the newest entry of the log about it; empty when there is none
     */
    public record Newest(Optional<Integer> version, Optional<Long> entryId) {}

    /**
     * In one query, which is all that it costs a realm for which nothing was ever approved.
     *
     * @param recordId by which the log knows what is about configurations; a realm without a log has neither
     */
    public Newest newest(String recordId) {
        return QueryStatement.reading(
                        em,
                        Object[].class,
                        "select (select max(c.key.version) from ConfigurationEntity c where c.key.realmId = :realmId),"
                                + " (select max(e.id) from LogEntryEntity e where e.realmId = :realmId and e.recordId ="
                                + " :recordId) from LogEntity x where x.realmId = :realmId")
                .with("realmId", realmId)
                .with("recordId", recordId)
                .first()
                .map(row -> new Newest(Optional.ofNullable((Integer) row[0]), Optional.ofNullable((Long) row[1])))
                .orElse(new Newest(Optional.empty(), Optional.empty()));
    }

    /** The row with the highest version; empty when nothing was ever approved. */
    public Optional<StoredConfiguration> newest() {
        return QueryStatement.reading(
                        em,
                        ConfigurationEntity.class,
                        "select x from ConfigurationEntity x where x.key.realmId = :realmId order by x.key.version desc")
                .with("realmId", realmId)
                .page(new PageRange(0, 1))
                .first()
                .map(ConfigurationEntity::stored);
    }

    /**
     * Adds a row.
     *
     * @throws org.keycloak.models.ModelDuplicateException when its version is there: somebody else was first
     */
    public void append(ApprovedConfiguration approved) {
        DatabaseResult.of(() -> {
            em.persist(new ConfigurationEntity(realmId, approved));
            em.flush();
            return true;
        });
    }
}
