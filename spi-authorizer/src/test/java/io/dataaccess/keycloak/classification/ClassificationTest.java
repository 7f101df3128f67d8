/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Classification")
class ClassificationTest {

    private final Classification classification = new Classification(Categories.all(), List.of());

    @Nested
    @DisplayName("Rule 1: the scope cannot be guarded, its list is blank, names an unknown category, or a double one")
    class Rule1 {

        @Test
        void knowsTheCategoriesWhenAllAreDefinedOnce() {
            assertThat(classification.categoriesOf(Scopes.usPrivate()))
                    .contains(List.of(Categories.usPrivateContent(), Categories.usLocation()));
        }

        @Test
        void knowsACategoryOnceWhenListedTwice() {
            GuardedScope twice = Scopes.listing("us-contact", "us.user.contact", "us.user.contact");
            assertThat(classification.categoriesOf(twice)).contains(List.of(Categories.usContact()));
        }

        @Test
        void knowsNothingWhenTheScopeCannotBeGuarded() {
            assertThat(classification.categoriesOf(Scopes.unguardable(Scopes.usPrivate())))
                    .isEmpty();
        }

        @Test
        void knowsNothingWhenTheListIsBlank() {
            assertThat(classification.categoriesOf(Scopes.listing("us-private")))
                    .isEmpty();
        }

        @Test
        void knowsNothingWhenOneCategoryIsUnknown() {
            GuardedScope partly = Scopes.listing("us-private", "us.user.content.private", "us.user.unknown");
            assertThat(classification.categoriesOf(partly)).isEmpty();
        }

        @Test
        void knowsNothingWhenOneCategoryIsDefinedTwice() {
            Classification twice = new Classification(
                    List.of(Categories.usContact(), Categories.usPublic(), Categories.usContact()), List.of());
            assertThat(twice.categoriesOf(Scopes.opening("both", Categories.usPublic(), Categories.usContact())))
                    .isEmpty();
            assertThat(twice.category("us.user.contact")).isEmpty();
            assertThat(twice.category("us.user.content.public")).contains(Categories.usPublic());
        }

        @Test
        void knowsNothingWhenOneCategoryIsDefinedOnceMoreAndCannotBeRead() {
            Classification twice = new Classification(
                    List.of(Categories.usContact(), Categories.usPublic()),
                    List.of("us.user.contact", "us.user.other"));
            assertThat(twice.categoriesOf(Scopes.usContact())).isEmpty();
            assertThat(twice.categoriesOf(Scopes.opening("public", Categories.usPublic())))
                    .contains(List.of(Categories.usPublic()));
        }
    }

    @Nested
    @DisplayName("Frozen categories cover a current one of the same key, at no lower sensitivity")
    class Covering {

        @Test
        void coversWhenNothingChanged() {
            assertThat(Categories.usContact().covers(Categories.usContact())).isTrue();
        }

        @Test
        void coversWhenOnlyTheLabelChanged() {
            DataCategory relabelled =
                    new DataCategory("us.user.contact", Categories.usContact().level(), "Another label");
            assertThat(Categories.usContact().covers(relabelled)).isTrue();
        }

        @Test
        void coversWhenTheCategoryBecameLessSensitive() {
            assertThat(Categories.usContact().covers(Categories.at(Sensitivity.INTERNAL, Categories.usContact())))
                    .isTrue();
        }

        @Test
        void coversNotWhenTheCategoryBecameMoreSensitive() {
            assertThat(Categories.usContact().covers(Categories.at(Sensitivity.RESTRICTED, Categories.usContact())))
                    .isFalse();
        }

        @Test
        void coversNotWhenTheKeyDiffers() {
            assertThat(Categories.usPrivateContent().covers(Categories.usLocation()))
                    .isFalse();
        }

        @Test
        void coversNotWhenTheJurisdictionChanged() {
            assertThat(Categories.usContact().covers(Categories.of("us.user.contact", "EU", Sensitivity.CONFIDENTIAL)))
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("Illegal values do not exist")
    class Values {

        @Test
        void refusesWhenKeyIsEmpty() {
            assertThatIllegalArgumentException().isThrownBy(() -> Categories.of("", "US", Sensitivity.PUBLIC));
        }

        @Test
        void refusesWhenKeyHoldsABlank() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Categories.of("us. contact", "US", Sensitivity.PUBLIC));
        }

        @Test
        void refusesWhenJurisdictionIsBlank() {
            assertThatIllegalArgumentException().isThrownBy(() -> new ProtectionLevel(" ", Sensitivity.PUBLIC));
        }

        @Test
        void ordersWhenComparingSensitivities() {
            assertThat(Sensitivity.values())
                    .containsExactly(
                            Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.CONFIDENTIAL, Sensitivity.RESTRICTED);
        }
    }
}
