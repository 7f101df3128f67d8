/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.persistence.RealmStores;
import io.dataaccess.keycloak.request.EndedRecords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;

/**
 * People whose accounts Keycloak removed without telling anybody, as it does when a directory's imported users are removed,
 * or the directory itself is taken out of the realm (26.7.3).
 */
public final class RemovedUsers {

    private static final String REASON = "user deleted";

    private RemovedUsers() {}

    /** Ends what is open of theirs in every realm, each person's in a transaction of its own, as when an account is deleted. */
    public static void endAccess(KeycloakSessionFactory factory) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        realms.forEach(realmId -> {
            List<String> removed = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> removed(session, session.realms().getRealm(realmId)));
            removed.forEach(userId -> KeycloakModelUtils.runJobInTransaction(
                    factory, session -> endAccess(session, session.realms().getRealm(realmId), userId)));
        });
    }

    private static List<String> removed(KeycloakSession session, @Nullable RealmModel realm) {
        if (realm == null) {
            return List.of();
        }
        Set<String> people = new RealmStores(session, realm.getId()).peopleOfOpen(new KeycloakClock().instant());
        return people.stream()
                .filter(userId -> isRemoved(session, realm, userId))
                .toList();
    }

    private static void endAccess(KeycloakSession session, @Nullable RealmModel realm, String userId) {
        if (realm == null || !isRemoved(session, realm, userId)) {
            return;
        }
        session.getContext().setRealm(realm);
        DataAccess access = DataAccess.of(session, realm);
        EndedRecords ended = access.accessEnding()
                .endAll(new AccessFilter(Optional.of(userId), Optional.empty(), Optional.empty()), REASON);
        access.userEvents().withdrawn(ended, REASON);
    }

    /**
     * Only what Keycloak's own database says counts, and no directory is asked: one that is away, or that is switched off,
     * has removed nobody. Who was never imported is gone with the directory.
     */
    static boolean isRemoved(KeycloakSession session, RealmModel realm, String userId) {
        StorageId id = new StorageId(userId);
        return id.isLocal()
                ? session.getProvider(UserProvider.class).getUserById(realm, userId) == null
                : realm.getComponent(id.getProviderId()) == null;
    }
}
