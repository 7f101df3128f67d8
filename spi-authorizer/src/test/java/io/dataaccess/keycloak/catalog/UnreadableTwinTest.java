/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.dataaccess.keycloak.lint.ProblemRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;

/** Of two components that import let through, the one that can be read does not decide while the other cannot. */
final class UnreadableTwinTest {

    private final ProblemRealm configured = new ProblemRealm();

    @ParameterizedTest
    @ValueSource(strings = {"us.user.contact", " us.user.contact", "us.user.contact\t"})
    void classifiesNothingWhenAnotherOfTheKeyCannotBeRead(String key) {
        ComponentModel twin = configured.category(key, "RESTRICTD");
        assertThat(isClassified()).isFalse();

        configured.components(DataCategoryProvider.class).remove(twin);
        assertThat(isClassified()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us.user.contacts", "US.user.contact", "us.user", " "})
    void classifiesWhenWhatCannotBeReadHasAnotherKey(String key) {
        configured.category(key, "RESTRICTD");

        assertThat(isClassified()).isTrue();
    }

    @Test
    void classifiesWhenWhatCannotBeReadHasNoKey() {
        configured.category("us.user.other", "RESTRICTD").setName(null);

        assertThat(isClassified()).isTrue();
    }

    @Test
    void tellsAllComplaintsWhenSeveralOfOneKeyCannotBeRead() {
        configured.category("us.user.contact", "RESTRICTD").put("jurisdiction", "");
        configured.category("us.user.contact", "SECRET");

        assertThat(Catalog.of(configured.realm).complaints())
                .extracting(complaint -> complaint.sentence().parameters().get("field"))
                .containsExactlyInAnyOrder("jurisdiction", "sensitivity");
    }

    @Test
    void pointsAtTheOneThatCannotBeReadWhenNamesAreTheSame() {
        configured.category.setId("readable");
        configured.category("us.user.contact", "RESTRICTD").setId("unreadable");
        configured.category("us.user.contact", "CONFIDENTIAL").setId("readable-too");

        assertThat(Catalog.of(configured.realm).complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(
                                complaint.place().resource().orElseThrow().id())
                        .isEqualTo("unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Confidential", "SECRET", ""})
    void decidesNothingWhenThePolicyThatCannotBeReadMayBeForTheSame(String sensitivity) {
        ComponentModel twin = configured.policy("us-strict", sensitivity, "/us-security=2");
        assertThat(decides()).isFalse();

        configured.components(ApprovalPolicyProvider.class).remove(twin);
        assertThat(decides()).isTrue();
    }

    @Test
    void decidesNothingWhenThePolicyThatCannotBeReadNamesSeveral() {
        ComponentModel twin = configured.policy("us-strict", "RESTRICTED", "/us-security=2");
        twin.getConfig().put("sensitivity", List.of("RESTRICTED", "CONFIDENTIAL"));
        assertThat(decides()).isFalse();

        twin.getConfig().put("sensitivity", List.of("RESTRICTED", "INTERNAL"));
        assertThat(decides()).isTrue();
    }

    @Test
    void decidesNothingWhenThePolicyThatCannotBeReadNamesNoJurisdiction() {
        ComponentModel twin = configured.policy("us-strict", "CONFIDENTIAL", "/us-security=2");
        twin.put("jurisdiction", "");
        assertThat(decides()).isFalse();

        twin.put("sensitivity", "INTERNAL");
        assertThat(decides()).isTrue();
        twin.put("sensitivity", "SECRET");
        twin.put("jurisdiction", "EU");
        assertThat(decides()).isTrue();
    }

    @Test
    void refusesToSaveWhenAKeyDiffersOnlyByBlanks() {
        configured.category(" us.user.contact", "CONFIDENTIAL");
        DataCategoryFactory factory = new DataCategoryFactory();

        assertThatThrownBy(() -> factory.validateConfiguration(mock(), configured.realm, saved()))
                .isInstanceOf(ComponentValidationException.class);

        configured.components(DataCategoryProvider.class).remove(1);
        factory.validateConfiguration(mock(), configured.realm, saved());
    }

    private ComponentModel saved() {
        ComponentModel saved = new ComponentModel(configured.category);
        configured.category.setId("saved");
        saved.setId("saved");
        return saved;
    }

    private boolean isClassified() {
        return ScopeCatalog.guardedScope(configured.contact)
                .flatMap(Catalog.of(configured.realm).classification()::categoriesOf)
                .isPresent();
    }

    private boolean decides() {
        Catalog catalog = Catalog.of(configured.realm);
        return ScopeCatalog.guardedScope(configured.contact)
                .flatMap(catalog.classification()::categoriesOf)
                .flatMap(catalog.policySet()::covering)
                .isPresent();
    }
}
