/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/**
 * The log of a realm as far as it is in the tree. The row is locked while the tree grows; who writes an entry only reads it.
 */
@Entity
@Table(name = "DATA_ACCESS_LOG")
public class LogEntity {

    @Id
    @Column(name = "REALM_ID", nullable = false, updatable = false)
    private String realmId = "";

    @Nationalized
    @Column(name = "ORIGIN", nullable = false, updatable = false)
    private String origin = "";

    @Column(name = "SECRET", nullable = false, updatable = false)
    private String secret = "";

    @Column(name = "TREE_SIZE", nullable = false)
    private long size;

    @Nationalized
    @Column(name = "CHECKPOINT_NOTE")
    private @Nullable String checkpoint;

    @Column(name = "EXPIRED_UNTIL", nullable = false)
    private long expiredUntil;

    @Column(name = "READ_AGAIN", nullable = false)
    private long readAgain;

    @Nationalized
    @Column(name = "STOPPED")
    private @Nullable String stopped;

    @Nationalized
    @Column(name = "WITNESSED_NOTE")
    private @Nullable String witnessed;

    @Column(name = "WITNESSED_SIZE", nullable = false)
    private long witnessedSize;

    @Column(name = "WITNESSED_AT")
    private @Nullable Long witnessedAt;

    @Column(name = "BEHIND_SINCE")
    private @Nullable Long behindSince;

    @Nationalized
    @Column(name = "WITNESS_FAILURE")
    private @Nullable String witnessFailure;

    protected LogEntity() {}

    /**
     * An empty log.
     *
     * @param origin the name of the log in its checkpoints
     * @param secret base64, of which the salts of people are made
     * @param now milliseconds since 1970
     */
    LogEntity(String realmId, String origin, String secret, long now) {
        this.realmId = realmId;
        this.origin = origin;
        this.secret = secret;
        this.expiredUntil = now;
    }

    public String realmId() {
        return realmId;
    }

    public String origin() {
        return origin;
    }

    public String secret() {
        return secret;
    }

    /** How many entries are in the tree. */
    public long size() {
        return size;
    }

    /** The signed note of the tree as it is; empty before the first. */
    public Optional<String> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    /** In milliseconds since 1970: requests that expired before are in the log. */
    public long expiredUntil() {
        return expiredUntil;
    }

    /** How many entries, from the first, have been compared with the tree again in this round. */
    public long readAgain() {
        return readAgain;
    }

    /** Why the tree does not grow; empty while it does. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The tree has taken in entries; its witnesses have not seen them. */
    public void grow(long newSize, String note, long now) {
        this.size = newSize;
        this.checkpoint = note;
        if (behindSince == null) {
            this.behindSince = now;
        }
    }

    /** The newest checkpoint that enough witnesses have cosigned; empty before the first. */
    public Optional<String> witnessed() {
        return Optional.ofNullable(witnessed);
    }

    /** How many entries it has. */
    public long witnessedSize() {
        return witnessedSize;
    }

    /** In milliseconds since 1970: since when there has been no progress that witnesses saw; empty when they have seen all. */
    public Optional<Long> behindSince() {
        return Optional.ofNullable(behindSince);
    }

    /** Why a witness did not cosign last. */
    public Optional<String> witnessFailure() {
        return Optional.ofNullable(witnessFailure);
    }

    public void witnessed(long seen, String note, long now) {
        this.witnessed = note;
        this.witnessedSize = seen;
        this.witnessedAt = now;
        this.behindSince = seen == size ? null : (Long) now;
        this.witnessFailure = null;
    }

    public void unwitnessed(String why) {
        this.witnessFailure = why;
    }

    public void stop(String why) {
        this.stopped = why;
    }

    public void goOn() {
        this.stopped = null;
    }

    public void readAgain(long entries) {
        this.readAgain = entries;
    }

    public void expiredUntil(long millis) {
        this.expiredUntil = millis;
    }
}
