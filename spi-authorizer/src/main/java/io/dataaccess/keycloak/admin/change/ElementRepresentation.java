/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A data category or approval policy, as the component of a realm file says it.
 *
 * @param config the values of each field
 */
@Schema(name = "ElementBody")
public record ElementRepresentation(String name, Map<String, List<String>> config) {}
