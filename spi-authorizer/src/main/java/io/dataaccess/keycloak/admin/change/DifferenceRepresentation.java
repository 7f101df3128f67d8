/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.configuration.ConfigurationChange;
import io.dataaccess.keycloak.configuration.ConfigurationDifference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field that is different.
 *
 * @param kind data_category, approval_policy, client_scope, setting or lock
 * @param what ADDED, REMOVED or CHANGED
 * @param field blank where it is about the element as a whole
 */
@Schema(name = "Difference")
public record DifferenceRepresentation(
        String kind,
        String name,

        @Schema(implementation = ConfigurationChange.What.class)
        String what,

        String field,
        List<String> from,
        List<String> to) {

    static List<DifferenceRepresentation> all(ConfigurationDifference difference) {
        return difference.changes().stream()
                .map(change -> new DifferenceRepresentation(
                        change.kind().code(),
                        change.name(),
                        change.what().name(),
                        change.field(),
                        change.from(),
                        change.to()))
                .toList();
    }
}
