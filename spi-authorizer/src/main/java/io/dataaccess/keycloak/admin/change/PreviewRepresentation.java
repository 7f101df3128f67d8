/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration would change.
 *
 * @param difference none where it is in force already
 * @param needed who would have to approve it; none where changes need no approval
 * @param change the id of the change request that waits with it; null where there is none
 * @param applied whether it is in force now
 */
@Schema(name = "ChangePreview")
public record PreviewRepresentation(
        List<DifferenceRepresentation> difference,
        List<LoweringRepresentation> lowers,
        List<NeededApprovalRepresentation> needed,
        @Nullable String change,
        boolean applied) {}
