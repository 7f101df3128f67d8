/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.StoredMembers;
import io.dataaccess.keycloak.change.ChangeStore;
import io.dataaccess.keycloak.classification.RealmIndex;
import io.dataaccess.keycloak.grant.GrantStore;
import io.dataaccess.keycloak.persistence.change.JpaChangeStore;
import io.dataaccess.keycloak.request.RequestQueue;
import io.dataaccess.keycloak.request.RequestStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What is stored of one realm, in the transaction of a Keycloak session. */
public final class RealmStores {

    private final EntityManager em;
    private final String realmId;

    public RealmStores(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    public RequestStore requests() {
        return new JpaRequestStore(em, realmId);
    }

    public RequestQueue queue() {
        return new JpaRequestQueue(em, realmId);
    }

    public GrantStore grants() {
        return new JpaGrantStore(em, realmId);
    }

    public ChangeStore changes() {
        return new JpaChangeStore(em, realmId);
    }

    /** Lets whoever else approves a configuration of the realm wait until the transaction ends, on every node. */
    public void lockConfiguration() {
        FilingLock.take(em, realmId, "configuration");
    }

    public RealmIndex index() {
        return new JpaRealmIndex(em, realmId);
    }

    public StoredMembers members() {
        return new JpaStoredMembers(em, realmId);
    }

    /**
     * Notes that a person's logins end now, in the transaction of this call.
     *
     * @param login the one that does not, or null
     */
    public void noteLoginEnd(String userId, long seconds, @Nullable String login) {
        LoginEndEntity.note(em, realmId, userId, seconds, login);
    }

    /** When a person's logins ended, at this second or later. */
    public List<LoginEndEntity> loginEnds(String userId, long seconds) {
        return LoginEndEntity.since(em, realmId, userId, seconds);
    }

    /** Forgets in all realms, also those that are gone, that logins ended before this second, and what a later end covers. */
    public static void deleteLoginEndsBefore(KeycloakSession session, long seconds) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        LoginEndEntity.deleteBefore(em, seconds);
        LoginEndEntity.deleteCovered(em);
    }

    /** Ends all that is open at this time; the records stay. Tells how many there are. */
    public long close(Instant now) {
        new JpaChangeStore(em, realmId).close(now);
        return RealmRecords.close(em, realmId, now);
    }

    /** The user ids of all who have a request pending or an access grant that is not over at this time. */
    public Set<String> peopleOfOpen(Instant now) {
        return RealmRecords.peopleOfOpen(em, realmId, now);
    }

    /** Requests that nobody decided, whose time was over after one moment and no later than another; by id, the earliest first. */
    public Map<String, Instant> expired(Instant after, Instant until) {
        return RealmRecords.expired(em, realmId, after, until);
    }

    /** Deletes requests that were taken back before this time, at most so many. */
    public void deleteCancelled(Instant before, int most) {
        RealmRecords.deleteCancelled(em, realmId, before, most);
    }
}
