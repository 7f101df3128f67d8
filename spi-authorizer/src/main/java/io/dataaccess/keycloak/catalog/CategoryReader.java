/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.DataCategory;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** Reads a data category from its component. */
final class CategoryReader {

    static final String JURISDICTION = ComponentConfig.JURISDICTION;
    static final String SENSITIVITY = ComponentConfig.SENSITIVITY;
    static final String LABEL = "label";
    static final List<String> FIELDS = List.of(JURISDICTION, SENSITIVITY, LABEL);

    private CategoryReader() {}

    /** The key, also of a category that cannot be read; blanks around it do not make it another. Empty when it has none. */
    static Optional<String> key(ComponentModel component) {
        return Optional.ofNullable(component.getName()).map(String::strip).filter(key -> !key.isEmpty());
    }

    /**
     * @throws InvalidComponentException says which field is wrong
     */
    static DataCategory read(ComponentModel component) {
        ComponentConfig config = new ComponentConfig(component);
        String key = component.getName();
        if (key == null || !StorableText.isName(key) || !key.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
            throw new InvalidComponentException(
                    "name", "no_key", "is the key: words joined by dots, such as us.user.contact");
        }
        if (key.equals(ScopeCatalog.NONE)) {
            throw new InvalidComponentException(
                    "name", "reserved", "is the word by which a scope says that it is not guarded");
        }
        config.requireOnly(FIELDS);
        return new DataCategory(key, config.level(), config.text(LABEL).orElse(key));
    }
}
