/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.web.RequestRepresentation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Requests that were filed together, or are of one subject for one ticket.
 *
 * @param key stands for this row and nothing else
 * @param requests at least one
 */
@Schema(name = "Bundle")
public record BundleRepresentation(String key, List<RequestRepresentation> requests) {}
