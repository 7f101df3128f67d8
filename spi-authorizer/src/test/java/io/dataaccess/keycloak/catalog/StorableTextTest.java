/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.dataaccess.keycloak.lint.ProblemRealm;
import java.text.MessageFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;

/** What no database stores is refused when saved; what would end elsewhere in one makes a policy unreadable. */
final class StorableTextTest {

    private final ProblemRealm configured = new ProblemRealm();
    private final ComponentModel policy = only(ApprovalPolicyProvider.class);
    private final ComponentModel category = only(DataCategoryProvider.class);

    private ComponentModel only(Class<?> type) {
        return configured.components.getOrDefault(type.getName(), List.of()).get(0);
    }

    private void save() {
        KeycloakSession session = mock();
        new ApprovalPolicyFactory().validateConfiguration(session, configured.realm, policy);
        new DataCategoryFactory().validateConfiguration(session, configured.realm, category);
    }

    @Test
    void savesWhenAllCanBeStored() {
        policy.put("contact", "line\nby line \ud83d\ude00" + "x".repeat(5000));
        policy.setName("x".repeat(255));

        assertThatCode(this::save).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\u001bb", "\ud800", "a\u202eb", "a\u200bb", "a\u2028b"})
    void refusesPolicyWhenAValueCannotBeStored(String value) {
        policy.put("contact", value);

        assertThatThrownBy(this::save)
                .isInstanceOf(ComponentValidationException.class)
                .hasMessage("contact has control or invisible characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u2066b", "\ufeffa"})
    void refusesLabelWhenItIsNotWhatItSeems(String label) {
        category.put("label", label);
        assertThatThrownBy(this::save).hasMessage("label has control or invisible characters");
        category.put("label", label.replaceAll("[\n\u2066\ufeff]", " "));
        assertThatCode(this::save).doesNotThrowAnyException();
    }

    /** As Keycloak does with what is said. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{0}", "it's {{ '{x}'", "'"})
    void saysWhatWasWrongWhenItHasBracesAndQuotes(String value) {
        policy.put("maxDuration", value);

        assertThatThrownBy(this::save)
                .satisfies(refused -> assertThat(MessageFormat.format(refused.getMessage(), new Object[0]))
                        .isEqualTo("maxDuration '" + value
                                + "' is no duration of days, hours, minutes and seconds such as PT8H"));
    }

    @Test
    void refusesWhenANameCannotBeStored() {
        policy.setName("x".repeat(256));
        assertThatThrownBy(this::save).hasMessageStartingWith("name is longer than 255 characters");
        policy.setName("a\nb");
        assertThatThrownBy(this::save).hasMessageStartingWith("name is longer than 255 characters");
    }

    @Test
    void refusesWhenTheNameOfAFieldCannotBeStored() {
        category.put("a\0", "b");

        assertThatThrownBy(this::save).hasMessageStartingWith("a field has a name longer than 255 characters");
    }

    @ParameterizedTest
    @CsvSource({"purposes, 255, 256", "ticketPattern, 1000, 1001"})
    void cannotReadPolicyWhenATextIsTooLong(String field, int longest, int tooLong) {
        policy.put(field, "x".repeat(longest));
        assertThat(configured.problems()).isEmpty();
        policy.put(field, "(".repeat(tooLong));
        assertThat(configured.problems()).contains("ERROR component_invalid at approval policy us-confidential");
    }

    @Test
    void cannotReadCategoryWhenItsKeyIsTooLong() {
        category.setName("a" + ".a".repeat(20_000));
        assertThat(configured.problems())
                .anyMatch(problem -> problem.startsWith("ERROR component_invalid at data category a.a"));
    }
}
