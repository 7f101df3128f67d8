/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a realm's log. The database numbers the rows as they are written: whoever has seen another's row commits
 * a higher one, whatever the clocks of the nodes say.
 */
@Entity
@Table(name = "DATA_ACCESS_LOG_ENTRY")
public class LogEntryEntity {

    /** Not in the tree yet. */
    public static final long WAITING = -1;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ID", nullable = false, updatable = false)
    private @Nullable Long id;

    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "LOG_INDEX", nullable = false)
    private long index = WAITING;

    @Column(name = "WRITTEN_AT", nullable = false, updatable = false)
    private long writtenAt;

    @Column(name = "RECORD_ID", nullable = false, updatable = false)
    private String recordId = "";

    @Nationalized
    @Column(name = "ENTRY", nullable = false, updatable = false)
    private String entry = "";

    @Nationalized
    @Column(name = "OPENINGS", nullable = false)
    private String openings = "";

    protected LogEntryEntity() {}

    /**
     * An entry that is not in the tree yet.
     *
     * @param recordId of the request, grant or setting it is about
     * @param writtenAt milliseconds since 1970
     * @param entry the JSON whose bytes are hashed
     * @param openings JSON: the salts and values of what stands in the entry as a hash
     */
    LogEntryEntity(String realmId, String recordId, long writtenAt, String entry, String openings) {
        this.realmId = realmId;
        this.recordId = recordId;
        this.writtenAt = writtenAt;
        this.entry = entry;
        this.openings = openings;
    }

    /** The order of writing; -1 before the row is written. */
    public long id() {
        return id == null ? WAITING : id;
    }

    /** In the tree; {@link #WAITING} before. */
    public long index() {
        return index;
    }

    public void place(long position) {
        this.index = position;
    }

    public long writtenAt() {
        return writtenAt;
    }

    public String recordId() {
        return recordId;
    }

    public String entry() {
        return entry;
    }

    public String openings() {
        return openings;
    }
}
