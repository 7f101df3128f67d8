/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownIdsTest {

    @Test
    void meansWhatWasShownWhenItIsStillThere() {
        assertThat(sent("one two").among(List.of("one", "two"))).containsExactly("one", "two");
        assertThat(sent("one two").hasAll(List.of("two", "one"))).isTrue();
    }

    @Test
    void leavesOutWhatCameSinceWhenItWasNotShown() {
        assertThat(sent("one").among(List.of("one", "two"))).containsExactly("one");
        assertThat(sent("one").hasAll(List.of("one", "two"))).isFalse();
    }

    @Test
    void leavesOutWhatIsGoneWhenItWasShown() {
        assertThat(sent("one two").among(List.of("two"))).containsExactly("two");
        assertThat(sent("one two").hasAll(List.of("two"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "other", "on", "one,two"})
    void meansNothingWhenNoneWasShown(String field) {
        assertThat(sent(field).among(List.of("one", "two"))).isEmpty();
        assertThat(sent(field).hasAll(List.of("one"))).isFalse();
    }

    @Test
    void meansNothingWhenTheFieldIsMissing() {
        assertThat(ShownIds.of(new MultivaluedHashMap<>()).among(List.of("one")))
                .isEmpty();
    }

    @Test
    void readsWhatThePageSaidWhenItIsSentBack() {
        assertThat(sent(ShownIds.text(List.of("one", "two", "one"))).ids()).containsExactlyInAnyOrder("one", "two");
    }

    private static ShownIds sent(String field) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("shown", field);
        return ShownIds.of(form);
    }
}
