/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ComponentRepresentation;

final class MinimalRealmIT {

    @RegisterExtension
    static final Realm realm = Realm.minimal();

    /** Importing checks no component; saving does. */
    @Test
    void keepsItsComponentsWhenTheyAreSaved() {
        List<ComponentRepresentation> components = realm.admin().components().query().stream()
                .filter(component -> component.getProviderType().startsWith("io.dataaccess."))
                .toList();

        components.forEach(component ->
                realm.admin().components().component(component.getId()).update(component));

        assertThat(components)
                .extracting(ComponentRepresentation::getProviderId)
                .containsExactlyInAnyOrder("data-category", "approval-policy");
    }
}
