/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.change.Lowering;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One way in which a change lessens the protection of data.
 *
 * @param jurisdiction whose data
 * @param policies those that protect less, as they were
 * @param kind tells the sentences apart
 * @param name what is changed; blank where it is about everything
 * @param reason in English
 */
@Schema(name = "Lowering")
public record LoweringRepresentation(
        String jurisdiction, List<String> policies, String kind, String name, String reason) {

    static List<LoweringRepresentation> all(Lowering lowering) {
        return lowering.all().stream()
                .map(one -> new LoweringRepresentation(
                        one.jurisdiction(), List.copyOf(one.policies()), one.kind(), one.name(), one.reason()))
                .toList();
    }
}
