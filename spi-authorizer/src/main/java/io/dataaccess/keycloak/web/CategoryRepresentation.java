/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.classification.DataCategory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A data category. */
@Schema(name = "Category")
public record CategoryRepresentation(String key, String label, String sensitivity, String jurisdiction) {

    public static CategoryRepresentation of(DataCategory category) {
        return new CategoryRepresentation(
                category.key(),
                category.label(),
                category.sensitivity().name(),
                category.level().jurisdiction());
    }
}
