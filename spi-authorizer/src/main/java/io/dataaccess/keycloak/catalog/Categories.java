/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.DataCategory;
import org.keycloak.component.ComponentModel;

/** Reads a data category from its component. */
final class Categories {

    static final String JURISDICTION = "jurisdiction";
    static final String SENSITIVITY = "sensitivity";
    static final String LABEL = "label";

    private Categories() {}

    /**
     * @throws InvalidComponentException says which field is wrong
     */
    static DataCategory read(ComponentModel component) {
        ComponentConfig config = new ComponentConfig(component, complaint -> {});
        String key = component.getName();
        if (key == null || !StorableText.isName(key) || !key.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
            throw new InvalidComponentException("name", "is the key: words joined by dots, such as us.user.contact");
        }
        return new DataCategory(key, config.level(), config.text(LABEL).orElse(key));
    }
}
