/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.change;

import io.dataaccess.keycloak.configuration.ConfiguredElement;
import java.util.ArrayList;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;

/** Components of Keycloak that say what a configured element says. */
final class Components {

    private Components() {}

    /** A new one. */
    static ComponentModel of(ConfiguredElement element) {
        ComponentModel component = new ComponentModel();
        component.setName(element.name());
        component.setConfig(config(element));
        return component;
    }

    /** The component that is there, saying what the element says. */
    static ComponentModel changed(ComponentModel there, ConfiguredElement element) {
        ComponentModel changed = new ComponentModel(there);
        changed.setConfig(config(element));
        return changed;
    }

    static ConfiguredElement element(ComponentModel component) {
        return ConfiguredElement.of(component.getName(), component.getConfig());
    }

    private static MultivaluedHashMap<String, String> config(ConfiguredElement element) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        element.config().forEach((field, values) -> config.put(field, new ArrayList<>(values)));
        return config;
    }
}
