/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.lint.ProblemRealm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;

/** Whatever Keycloak gives us back, nothing fails: it is read, or refused and reported. */
final class OddComponentsTest {

    private static final List<List<String>> ODD = Arrays.asList(
            null,
            List.of(),
            Arrays.asList((String) null),
            Arrays.asList(null, null),
            Arrays.asList("", " \t", null),
            Arrays.asList(null, "US"),
            Arrays.asList("", "none"),
            Arrays.asList("none", "none"),
            List.of("\0", "{", "'{'"),
            List.of("=".repeat(2000)),
            List.of("/".repeat(2000)),
            List.of("PT1S", "P366D"),
            List.of("P99999999999999999999D"),
            List.of("(".repeat(1000)),
            List.of("(?:".repeat(300)),
            List.of("(a{1000}){1000}"),
            List.of("a{2147483648}"),
            List.of("\\p{javaLowerCase}"));

    private final ProblemRealm configured = new ProblemRealm();

    static Stream<Arguments> oddities() {
        return Stream.concat(PolicyFields.NAMES.stream(), Stream.of("unknown", "", "none"))
                .flatMap(field -> ODD.stream().map(values -> Arguments.of(field, values)));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void failsNowhereWhenAFieldIsOdd(String field, List<String> values) {
        for (ComponentModel component : List.of(configured.policy, configured.category)) {
            Map<String, List<String>> before = new HashMap<>(component.getConfig());
            component.getConfig().put(field, values == null ? null : new ArrayList<>(values));
            assertAnswers();
            component.getConfig().clear();
            component.getConfig().putAll(before);
        }
        assertThat(configured.problems()).isEmpty();
    }

    @Test
    void failsNowhereWhenAllIsNull() {
        configured.policy.getConfig().put(null, null);
        configured.category.getConfig().put(null, Arrays.asList((String) null));
        assertAnswers();
        configured.policy.setConfig(null);
        configured.category.setConfig(null);
        configured.policy.setName(null);
        configured.category.setName(null);
        assertAnswers();
        assertThat(configured.problems())
                .contains(
                        "ERROR component_invalid at approval policy null",
                        "ERROR component_invalid at data category null");
    }

    @Test
    void failsNowhereWhenAMapperOrTheUserProfileHasNulls() {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setAlias("partner");
        provider.setEnabled(true);
        provider.setLinkOnly(true);
        provider.setConfig(null);
        IdentityProviderMapperModel bare = new IdentityProviderMapperModel();
        IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
        mapper.setName("country");
        mapper.setConfig(new HashMap<>());
        mapper.getConfig().put("syncMode", null);
        mapper.getConfig().put("user.attribute", "country");
        mapper.getConfig().put("group", null);
        IdentityProviderStorageProvider providers = configured.session.identityProviders();
        when(providers.getAllStream(org.mockito.ArgumentMatchers.any())).thenAnswer(call -> Stream.of(provider));
        when(providers.getMappersByAliasStream("partner")).thenAnswer(call -> Stream.of(bare, mapper));
        configured.profile.getAttribute("country").setPermissions(new UPAttributePermissions(null, null));

        assertThat(configured.problems()).containsExactly("ERROR attribute_not_forced at identity provider partner");
    }

    @Test
    void refusesComponentsWhenTheyAreKeptElsewhere() {
        configured.policy.setParentId("realm");
        configured.category.setParentId("realm");
        save(configured.realm);
        configured.policy.setParentId("another");
        configured.category.setParentId("another");

        assertThatThrownBy(() -> policy(configured.realm)).isInstanceOf(ComponentValidationException.class);
        assertThatThrownBy(() -> category(configured.realm)).isInstanceOf(ComponentValidationException.class);
    }

    /** In words, or not at all: any other exception fails the test. */
    private void assertAnswers() {
        for (Runnable save : List.<Runnable>of(() -> policy(configured.realm), () -> category(configured.realm))) {
            try {
                save.run();
            } catch (ComponentValidationException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(configured.problems()).isNotNull();
    }

    private void save(RealmModel realm) {
        policy(realm);
        category(realm);
    }

    private void policy(RealmModel realm) {
        KeycloakSession session = mock();
        new ApprovalPolicyFactory().validateConfiguration(session, realm, configured.policy);
    }

    private void category(RealmModel realm) {
        KeycloakSession session = mock();
        new DataCategoryFactory().validateConfiguration(session, realm, configured.category);
    }
}
