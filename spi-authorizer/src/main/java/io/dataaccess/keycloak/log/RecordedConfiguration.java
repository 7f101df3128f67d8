/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import java.util.Optional;

/**
 * What was approved last for a realm, as far as table and log agree on it.
 *
 * @param approved empty when nothing was ever approved, or they do not agree
 * @param mismatch why they do not agree, so that somebody has changed one of them; then nothing can be decided by it
 */
public record RecordedConfiguration(Optional<ApprovedConfiguration> approved, Optional<String> mismatch) {

    static RecordedConfiguration nothing() {
        return new RecordedConfiguration(Optional.empty(), Optional.empty());
    }

    static RecordedConfiguration of(ApprovedConfiguration approved) {
        return new RecordedConfiguration(Optional.of(approved), Optional.empty());
    }

    static RecordedConfiguration mismatching(String why) {
        return new RecordedConfiguration(Optional.empty(), Optional.of(why));
    }
}
