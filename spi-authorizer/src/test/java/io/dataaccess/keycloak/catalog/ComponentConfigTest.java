/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;

final class ComponentConfigTest {

    private final ComponentModel component = new ComponentModel();

    /** All threads share what Keycloak has cached: a field could get lost while another is added. */
    @Test
    void leavesTheCachedComponentAsItIsWhenAFieldIsMissing() {
        component.put("sensitivity", "RESTRICTED");

        ComponentConfig config = new ComponentConfig(component);

        assertThat(config.text("exemption")).isEmpty();
        assertThat(config.text("sensitivity")).contains("RESTRICTED");
        assertThat(component.getConfig()).containsOnlyKeys("sensitivity");
    }
}
