/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import java.time.Instant;
import java.util.Optional;

/**
 * What was approved last for a realm.
 *
 * @param version counts up from 1, also over times in which no approval was required
 * @param required whether changes of the realm's configuration need approval, so that this is what decides; while they do not,
 *     only its locks count
 * @param changeId of the change request by which it was approved; empty where what stood in the realm was taken as it was
 */
public record ApprovedConfiguration(
        int version, Configuration configuration, boolean required, Instant approvedAt, Optional<String> changeId) {

    public ApprovedConfiguration {
        if (version < 1) {
            throw new IllegalArgumentException("Versions count from 1");
        }
    }
}
