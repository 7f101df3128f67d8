/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("attributes holds only attributes with exactly one, non-blank value")
class AttributesTest {

    @Test
    void keepsWhenExactlyOneValue() {
        assertThat(of(List.of("US")).values()).containsExactly(Map.entry("country", "US"));
    }

    @Test
    void leavesOutWhenThereIsNoValue() {
        assertThat(of(List.of()).values()).isEmpty();
    }

    @Test
    void leavesOutWhenThereAreTwoValues() {
        assertThat(of(List.of("US", "CN")).values()).isEmpty();
    }

    @Test
    void leavesOutWhenTheValueIsBlank() {
        assertThat(of(List.of(" ")).values()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // Keycloak's own lists may hold null
    void leavesOutWhenTheValueIsNull() {
        assertThat(of(Arrays.asList((String) null)).values()).isEmpty();
    }

    @Test
    void keepsOnlyThoseNamedWhenNarrowed() {
        Attributes all = new Attributes(Map.of("country", "US", "legal_entity", "Clips"));
        assertThat(all.only(Set.of("country", "other")).values()).containsExactly(Map.entry("country", "US"));
    }

    private static Attributes of(List<String> values) {
        return Attributes.of(Map.of("country", values));
    }
}
