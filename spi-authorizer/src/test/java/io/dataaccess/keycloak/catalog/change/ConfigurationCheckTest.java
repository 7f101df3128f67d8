/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.configuration.Configuration;
import io.dataaccess.keycloak.configuration.ConfiguredElement;
import io.dataaccess.keycloak.configuration.ConfiguredScope;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** What cannot be proposed, each with one thing wrong. */
final class ConfigurationCheckTest {

    private static final ConfiguredElement CATEGORY =
            element("us.contact", "jurisdiction", "US", "sensitivity", "CONFIDENTIAL");
    private static final ConfiguredElement POLICY = element(
            "us-confidential",
            "jurisdiction",
            "US",
            "sensitivity",
            "CONFIDENTIAL",
            "requiredApprovals",
            "/us-security=1",
            "eligibility",
            "true",
            "approverCondition",
            "true",
            "approverMaxAge",
            "PT1H",
            "purposes",
            "legal-request",
            "maxDuration",
            "PT8H",
            "maxTokenLifespan",
            "PT5M");
    private static final ConfiguredScope SCOPE = new ConfiguredScope("1", "us-contact", "us.contact");

    private final RealmModel realm = mock(RealmModel.class);

    @BeforeEach
    void addScope() {
        ClientScopeModel scope = mock(ClientScopeModel.class);
        when(realm.getClientScopeById("1")).thenReturn(scope);
    }

    @Test
    void takesWhatCouldBeSaved() {
        assertThatCode(() -> ConfigurationCheck.require(of(List.of(CATEGORY), List.of(POLICY), List.of(SCOPE)), realm))
                .doesNotThrowAnyException();
    }

    /** A field of the policy says something else. */
    @ParameterizedTest
    @CsvSource({
        "maxDuration, soon, maxDuration",
        "maxDuraton, PT1H, maxDuraton",
        "eligibility, '', eligibility",
        "eligibility, subject.nonsense(, eligibility",
        "sensitivity, SECRET, sensitivity",
        "contact, **********, contact",
    })
    void refusesPolicyWhenAFieldIsWrong(String field, String value, String named) {
        assertRefused(of(List.of(CATEGORY), List.of(with(POLICY, field, value)), List.of(SCOPE)), named);
    }

    @Test
    void refusesCategoryWhenAFieldIsWrong() {
        assertRefused(of(List.of(with(CATEGORY, "jurisdiction", "")), List.of(POLICY), List.of()), "jurisdiction");
        assertRefused(of(List.of(with(CATEGORY, "colour", "red")), List.of(POLICY), List.of()), "colour");
    }

    @Test
    void refusesWhatIsThereTwice() {
        ConfiguredElement other = new ConfiguredElement("other", POLICY.config());

        assertRefused(of(List.of(CATEGORY, CATEGORY), List.of(POLICY), List.of()), "us.contact");
        assertRefused(of(List.of(CATEGORY), List.of(POLICY, other), List.of()), "policies for");
        assertRefused(
                of(List.of(CATEGORY), List.of(POLICY, with(POLICY, "sensitivity", "INTERNAL")), List.of()),
                "us-confidential");
    }

    @Test
    void refusesScopesThatOpenNothingKnown() {
        assertRefused(scope("1", "us.contact us.typo"), "us.typo");
        assertRefused(scope("1", ""), "categories is empty");
        assertRefused(scope("2", "us.contact"), "no client scope");
    }

    @Test
    void tellsWhatDecidesNothing() {
        Configuration broken =
                of(List.of(with(CATEGORY, "colour", "red")), List.of(with(POLICY, "eligibility", "")), List.of());

        assertThat(ConfigurationCheck.unreadable(broken).categories()).containsExactly("us.contact");
        assertThat(ConfigurationCheck.unreadable(broken).policies()).containsExactly("us-confidential");
        assertThat(ConfigurationCheck.unreadable(of(List.of(CATEGORY), List.of(POLICY), List.of()))
                        .policies())
                .isEmpty();
    }

    private static Configuration scope(String id, String categories) {
        return of(List.of(CATEGORY), List.of(POLICY), List.of(new ConfiguredScope(id, "us-contact", categories)));
    }

    private void assertRefused(Configuration configuration, String named) {
        assertThatThrownBy(() -> ConfigurationCheck.require(configuration, realm))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(named);
    }

    private static Configuration of(
            List<ConfiguredElement> categories, List<ConfiguredElement> policies, List<ConfiguredScope> scopes) {
        return new Configuration(categories, policies, scopes, 1, List.of());
    }

    private static ConfiguredElement element(String name, String... fieldsAndValues) {
        TreeMap<String, List<String>> config = new TreeMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            config.put(fieldsAndValues[i], List.of(fieldsAndValues[i + 1]));
        }
        return new ConfiguredElement(name, config);
    }

    private static ConfiguredElement with(ConfiguredElement element, String field, String value) {
        TreeMap<String, List<String>> config = new TreeMap<>(element.config());
        config.put(field, List.of(value));
        return new ConfiguredElement(element.name(), config);
    }
}
