/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.log.ProvenEntry.Salted;
import io.dataaccess.transparency.entry.Opening;
import io.dataaccess.transparency.tree.EntryBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An entry is never longer than what a bundle holds. */
final class EntryDraftTest {

    private final EntryDraft draft = new EntryDraft(new PersonSalts("c2VjcmV0"));

    @Test
    void saysAListAsItIsWhenItIsShort() {
        assertThat(draft.listed("categories", categories(3)).entry())
                .startsWith("{\"categories\":[{")
                .contains("us.user.0", "us.user.2");
        assertThat(draft.openings()).isEqualTo("{}");
    }

    @Test
    void saysTheHashOfAListWhenItIsLong() {
        List<Map<String, String>> categories = categories(1000);

        String entry = draft.listed("categories", categories).entry();

        assertThat(EntryBundle.encode(List.of(entry.getBytes(UTF_8)))).hasSizeLessThan(1000);
        Salted opening = Optional.ofNullable(
                        EntryOpenings.parse(draft.openings()).get("categories"))
                .orElseThrow();
        assertThat(opening.value()).isEqualTo(EntryDraft.json(categories));
        assertThat(entry)
                .contains(
                        Opening.of(opening.salt(), opening.value()).commitment().base64());
    }

    @Test
    void refusesWhenTheEntryWouldNotFit() {
        draft.with("text", "x".repeat(EntryBundle.MAX_ENTRY));
        assertThatThrownBy(draft::entry)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("65535");
    }

    private static List<Map<String, String>> categories(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Map.of("name", "us.user." + i))
                .toList();
    }
}
