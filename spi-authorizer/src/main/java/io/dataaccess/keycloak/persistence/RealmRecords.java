/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import jakarta.persistence.EntityManager;

/** All that is stored of a realm. */
public final class RealmRecords {

    private RealmRecords() {}

    /** For a realm that is being removed: nothing could be read of it any more. */
    public static void deleteAll(EntityManager em, String realmId) {
        em.createQuery("delete from GrantEntity x where x.realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
        em.createQuery("delete from RequestEntity x where x.realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
