/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which a person's logins ended. Each is a row of its own, so that nobody waits for the row of another call, and
 * is never changed: what was noted on another node counts as soon as it is committed.
 */
@Entity
@Table(name = "DATA_ACCESS_LOGIN_END")
public class LoginEndEntity {

    /** Some databases take no more than 1,000 values in one condition. */
    private static final int AT_ONCE = 500;

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private String id = "";

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "USER_ID", nullable = false, updatable = false)
    private String userId = "";

    @Column(name = "ENDED_AT", nullable = false, updatable = false)
    private long endedAt;

    @Column(name = "OTHER_THAN", updatable = false)
    private @Nullable String login;

    protected LoginEndEntity() {}

    private LoginEndEntity(String realmId, String userId, long endedAt, @Nullable String login) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.userId = userId;
        this.endedAt = endedAt;
        this.login = login;
    }

    /** In whole seconds since 1970. */
    public long endedAt() {
        return endedAt;
    }

    /** The one login that did not end, for it was on its page; empty when all ended. */
    public Optional<String> login() {
        return Optional.ofNullable(login);
    }

    /** Unless it is said already, for this second or a later one: how often somebody signs out makes no rows. */
    static void note(EntityManager em, String realmId, String userId, long endedAt, @Nullable String login) {
        boolean isSaid = since(em, realmId, userId, endedAt).stream()
                .anyMatch(end -> end.login == null || end.login.equals(login));
        if (!isSaid) {
            em.persist(new LoginEndEntity(realmId, userId, endedAt, login));
        }
    }

    /** Those of this second or later. */
    static List<LoginEndEntity> since(EntityManager em, String realmId, String userId, long seconds) {
        return QueryStatement.reading(
                        em,
                        LoginEndEntity.class,
                        "select x from LoginEndEntity x"
                                + " where x.realmId = :realmId and x.userId = :userId and x.endedAt >= :seconds")
                .with(Map.of("realmId", realmId, "userId", userId, "seconds", seconds))
                .rows();
    }

    /**
     * Deletes those that a newer one covers, of the same person and of all logins or the same one, whatever realm they are of.
     * Not when the newer one is noted: calls of one person would wait for one another then.
     */
    static void deleteCovered(EntityManager em) {
        List<String> covered = QueryStatement.reading(
                        em,
                        String.class,
                        "select x.id from LoginEndEntity x where exists (select 1 from LoginEndEntity y"
                                + " where y.realmId = x.realmId and y.userId = x.userId"
                                + " and (y.login is null or y.login = x.login)"
                                + " and (y.endedAt > x.endedAt or (y.endedAt = x.endedAt and y.id > x.id))) order by x.id")
                .rows();
        for (int i = 0; i < covered.size(); i += AT_ONCE) {
            List<String> some = covered.subList(i, Math.min(i + AT_ONCE, covered.size()));
            QueryStatement.change(em, "delete from LoginEndEntity x where x.id in (:some)", Map.of("some", some));
        }
    }

    /** Deletes those of before this second, whatever realm they are of. */
    static void deleteBefore(EntityManager em, long seconds) {
        QueryStatement.change(
                em, "delete from LoginEndEntity x where x.endedAt < :seconds", Map.of("seconds", seconds));
    }
}
