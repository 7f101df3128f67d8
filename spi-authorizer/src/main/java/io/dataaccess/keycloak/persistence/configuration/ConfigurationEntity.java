/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.configuration;

import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A configuration of a realm that was approved. Of two who add the same version one fails: its key is there already. */
@Entity
@Table(name = "DATA_ACCESS_CONFIGURATION")
public class ConfigurationEntity {

    @EmbeddedId
    private VersionKey key = new VersionKey("", 0);

    @Nationalized
    @Column(name = "CONTENT", nullable = false, updatable = false)
    private String content = "";

    @Column(name = "CONTENT_HASH", nullable = false, updatable = false)
    private String hash = "";

    @Column(name = "REQUIRED", nullable = false, updatable = false)
    private boolean required;

    @Column(name = "APPROVED_AT", nullable = false, updatable = false)
    private long approvedAt;

    @Column(name = "CHANGE_ID", updatable = false)
    private @Nullable String changeId;

    protected ConfigurationEntity() {}

    ConfigurationEntity(String realmId, ApprovedConfiguration approved) {
        this.key = new VersionKey(realmId, approved.version());
        this.content = approved.configuration().content();
        this.hash = approved.configuration().hash();
        this.required = approved.required();
        this.approvedAt = approved.approvedAt().toEpochMilli();
        this.changeId = approved.changeId().orElse(null);
    }

    StoredConfiguration stored() {
        return new StoredConfiguration(
                key.version(),
                content,
                hash,
                required,
                Instant.ofEpochMilli(approvedAt),
                Optional.ofNullable(changeId));
    }

    /** Which configuration of which realm. */
    @Embeddable
    public record VersionKey(
            @Column(name = "REALM_ID", nullable = false) String realmId,
            @Column(name = "VERSION", nullable = false) int version) {}
}
