/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Sensitivity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A data category. */
@Schema(name = "Category")
public record CategoryRepresentation(
        String key,
        String label,
        @Schema(implementation = Sensitivity.class) String sensitivity,
        String jurisdiction) {

    public static CategoryRepresentation of(DataCategory category) {
        return new CategoryRepresentation(
                category.key(),
                category.label(),
                category.sensitivity().name(),
                category.level().jurisdiction());
    }
}
