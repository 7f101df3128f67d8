/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.configuration;

import static io.dataaccess.keycloak.configuration.Configurations.category;
import static io.dataaccess.keycloak.configuration.Configurations.element;
import static io.dataaccess.keycloak.configuration.Configurations.policy;
import static io.dataaccess.keycloak.configuration.Configurations.scope;
import static io.dataaccess.keycloak.configuration.Configurations.usContact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Configuration")
class ConfigurationTest {

    @Nested
    @DisplayName("Its content is canonical: the same text for the same configuration")
    class Content {

        @Test
        void isWrittenAsStored() {
            assertThat(usContact()
                            .withLocks(List.of(Configurations.lock(Lock.Kind.SCOPE, "us-contact")))
                            .content())
                    .isEqualTo("""
                            {"approvals":1,\
                            "categories":[{"config":{"jurisdiction":["US"],"sensitivity":["CONFIDENTIAL"]},"name":"us.user.contact"}],\
                            "locks":[{"at":"2026-11-28T12:00:00Z","by":"pat-id","id":"lock-1","kind":"scope",\
                            "reason":"A leak is suspected","scopeId":"scope-1","target":"us-contact"}],\
                            "policies":[{"config":{"maxDuration":["PT8H"]},"name":"us-confidential"}],\
                            "scopes":[{"categories":"us.user.contact","id":"scope-1","name":"us-contact"}]}""");
        }

        @Test
        void hasItsSha256AsHash() {
            assertThat(Configurations.empty().content())
                    .isEqualTo("{\"approvals\":1,\"categories\":[],\"locks\":[],\"policies\":[],\"scopes\":[]}");
            assertThat(Configurations.empty().hash())
                    .isEqualTo(Configuration.hash(Configurations.empty().content()))
                    .matches("[0-9a-f]{64}");
        }

        @Test
        void staysTheSameWhenTheOrderIsAnother() {
            Configuration one = both(element("a", "x", "1"), element("b", "x", "1"));
            Configuration other = both(element("b", "x", "1"), element("a", "x", "1"));
            assertThat(one).isEqualTo(other);
            assertThat(one.hash()).isEqualTo(other.hash());
        }

        @Test
        void staysTheSameWhenTwoOfOneNameStandInAnotherOrder() {
            assertThat(both(element("a", "x", "1"), element("a", "x", "2")).content())
                    .isEqualTo(
                            both(element("a", "x", "2"), element("a", "x", "1")).content());
        }

        @Test
        void isAnotherWhenAValueIsAnother() {
            assertThat(usContact().hash())
                    .isNotEqualTo(Configurations.of(category("PUBLIC"), policy("PT8H"), scope("us.user.contact"))
                            .hash());
        }

        @Test
        void isAnotherWhenTheScopeHasAnotherId() {
            ConfiguredScope anew = new ConfiguredScope("scope-2", "us-contact", "us.user.contact");
            assertThat(usContact().hash())
                    .isNotEqualTo(Configurations.of(category("CONFIDENTIAL"), policy("PT8H"), anew)
                            .hash());
        }

        @Test
        void writesEachCharacterInOneWay() {
            assertThat(CanonicalContent.of(element("\"\\\b\t\n\f\r\u0001/ü\u2028", "f", "\ud83d\ude00")))
                    .isEqualTo(
                            "{\"config\":{\"f\":[\"\ud83d\ude00\"]},\"name\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001/ü\u2028\"}");
        }

        private static Configuration both(ConfiguredElement one, ConfiguredElement other) {
            return new Configuration(List.of(one, other), List.of(other, one), List.of(), 1, List.of());
        }
    }

    @Nested
    @DisplayName("A field is what every database gives back for it")
    class Fields {

        @Test
        void hasOneEmptyValueWhenAllAreBlank() {
            assertThat(config(Arrays.asList(null, " "))).isEqualTo(Map.of("field", List.of("")));
        }

        @Test
        void keepsABlankValueWhenItStandsAmongOthers() {
            assertThat(config(Arrays.asList("b", null, "a"))).isEqualTo(Map.of("field", List.of("", "a", "b")));
        }

        @Test
        void isNoneWhenItHasNoValues() {
            assertThat(config(List.of())).isEmpty();
            assertThat(ConfiguredElement.of("x", null).config()).isEmpty();
            assertThat(ConfiguredElement.of("x", Collections.singletonMap("field", null))
                            .config())
                    .isEmpty();
        }

        @Test
        void hasNoNameWhenNoneIsStored() {
            assertThat(ConfiguredElement.of(null, Map.of()).name()).isEmpty();
        }

        private static Map<String, List<String>> config(List<String> values) {
            return ConfiguredElement.of("x", new TreeMap<>(Map.of("field", values)))
                    .config();
        }
    }

    @Nested
    @DisplayName("A scope lists keys")
    class ListedKeys {

        @Test
        void inItsOrderWhateverIsBetween() {
            assertThat(scope(" b \t a\n").categories()).isEqualTo("b a");
            assertThat(scope(" b \t a\n").keys()).containsExactly("b", "a");
        }

        @Test
        void noneWhenItsListIsBlank() {
            assertThat(scope("  ").keys()).isEmpty();
        }

        @Test
        void isFoundByItsId() {
            assertThat(usContact().scope("scope-1")).contains(scope("us.user.contact"));
            assertThat(usContact().scope("us-contact")).isEmpty();
        }

        @Test
        void isKnownByItsName() {
            assertThat(usContact().hasScopeNamed("us-contact")).isTrue();
            assertThat(usContact().hasScopeNamed("scope-1")).isFalse();
        }
    }

    @Nested
    @DisplayName("A lock names what it locks")
    class Locks {

        @Test
        void isOfItsCategoryOnly() {
            Lock lock = Configurations.lock(Lock.Kind.CATEGORY, "US");
            assertThat(lock.isOfCategory("US")).isTrue();
            assertThat(lock.isOfCategory("us.user.contact")).isFalse();
            assertThat(lock.isOfJurisdiction("US")).isFalse();
            assertThat(lock.isOfScope("scope-1", "US")).isFalse();
        }

        @Test
        void isOfItsJurisdictionOnly() {
            Lock lock = Configurations.lock(Lock.Kind.JURISDICTION, "US");
            assertThat(lock.isOfJurisdiction("US")).isTrue();
            assertThat(lock.isOfJurisdiction("EU")).isFalse();
            assertThat(lock.isOfCategory("US")).isFalse();
        }

        @Test
        void isOfAScopeWhenIdOrNameIsTheSame() {
            Lock lock = Configurations.lock(Lock.Kind.SCOPE, "us-contact");
            assertThat(lock.isOfScope("scope-1", "renamed")).isTrue();
            assertThat(lock.isOfScope("scope-2", "us-contact")).isTrue();
            assertThat(lock.isOfScope("scope-2", "renamed")).isFalse();
            assertThat(lock.isOfCategory("us-contact")).isFalse();
        }

        @Test
        void isRefusedWhenItNamesNothingOrTheWrongThing() {
            assertThatIllegalArgumentException().isThrownBy(() -> Configurations.lock(Lock.Kind.CATEGORY, " "));
            Lock ofScope = Configurations.lock(Lock.Kind.SCOPE, "us-contact");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Lock(
                            "id", Lock.Kind.SCOPE, "us-contact", Optional.empty(), "why", "who", ofScope.at()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Lock(
                            "id", Lock.Kind.CATEGORY, "us", Optional.of("scope-1"), "why", "who", ofScope.at()));
        }
    }

    @Test
    void isRefusedWhenNobodyApproves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Configuration(List.of(), List.of(), List.of(), 0, List.of()));
    }
}
