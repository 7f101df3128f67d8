/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence.configuration;

import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configuration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of approved configuration as it is now, whoever wrote it.
 *
 * @param content canonical JSON
 * @param hash hex SHA-256 that was stored with it
 */
public record StoredConfiguration(
        int version, String content, String hash, boolean required, Instant approvedAt, Optional<String> changeId) {

    /** What it says; empty when its content is not the one that was hashed, or not as this product writes it. */
    public Optional<ApprovedConfiguration> approved() {
        return Optional.of(content)
                .filter(text -> Configuration.hash(text).equals(hash))
                .flatMap(ConfigurationJson::read)
                .filter(read -> read.content().equals(content))
                .map(read -> new ApprovedConfiguration(version, read, required, approvedAt, changeId));
    }
}
