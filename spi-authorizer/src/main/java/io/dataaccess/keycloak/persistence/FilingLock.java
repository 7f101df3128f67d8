/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.access.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;

/**
 * A row that whoever files for somebody locks first, on whatever node, so that limits hold at the same moment. There are
 * 64 of them from the beginning, and a person's is always the same: a row of each person's own would have to be made
 * when they file for the first time, which two can do at once. That two people share one makes one of them wait for a
 * few milliseconds. One that is missing, after a restored backup say, is made again by whoever needs it.
 */
@Entity
@Table(name = "DATA_ACCESS_FILING_LOCK")
class FilingLock {

    private static final int ROWS = 64;
    private static final int HEX = 16;

    @Id
    @Column(name = "ID", nullable = false, updatable = false)
    private int id;

    protected FilingLock() {}

    private FilingLock(int id) {
        this.id = id;
    }

    /**
     * Locks this person's row until the transaction ends.
     *
     * @throws ModelException when it is not given in time, or somebody else makes it just now: then nothing may be filed
     */
    static void take(EntityManager em, String realmId, String requesterId) {
        int row = Integer.parseInt(Fingerprint.of(realmId, requesterId).substring(0, 2), HEX) % ROWS;
        boolean isTaken = !QueryStatement.reading(em, FilingLock.class, "select x from FilingLock x where x.id = :row")
                .with("row", row)
                .lockedRows()
                .isEmpty();
        if (!isTaken) {
            make(em, row);
        }
    }

    /** Nobody else gets past the new row before the transaction ends: it is unique. */
    private static void make(EntityManager em, int row) {
        try {
            DatabaseResult.of(() -> {
                em.persist(new FilingLock(row));
                em.flush();
                return row;
            });
        } catch (ModelDuplicateException e) {
            throw new ModelIllegalStateException("Somebody else files just now", e);
        }
    }
}
