/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who the caller is here.
 *
 * @param approver whether they could decide some policy's requests
 * @param approverRole whether they have the role of an approver, which alone decides nothing
 */
@Schema(name = "Me")
public record MeRepresentation(
        String id, String username, boolean approver, boolean approverRole, boolean auditor, boolean policyAdmin) {}
