/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.impersonation.SsoCookieAuthenticatorFactory;
import io.dataaccess.keycloak.lint.realm.FeatureProblems;
import io.dataaccess.keycloak.token.introspection.LiveAccessTokenIntrospectionFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.common.Profile.Feature;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.protocol.oidc.TokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** What else runs on the server, and whether its pages are there. */
final class ServerProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Nested
    @DisplayName("Beside the gate")
    final class Gate {

        @Test
        void findsProcessorWhenItComesWithTheGate() {
            TokenPostProcessorFactory other = mock();
            when(other.getId()).thenReturn("other");
            realm.tokenProcessors.add(other);

            when(other.order()).thenReturn(Integer.MIN_VALUE + 1);
            assertThat(realm.problems()).isEmpty();

            when(other.order()).thenReturn(Integer.MIN_VALUE);
            assertThat(realm.problems()).containsExactly("ERROR gate_not_last at provider other");
        }

        @Test
        void findsGateWhenItIsSwitchedOff() {
            realm.tokenProcessors.clear();

            assertThat(realm.problems()).containsExactly("ERROR gate_off at provider data-access-gate");
        }

        @ParameterizedTest
        @ValueSource(strings = {"access_token", "refresh_token", "requesting_party_token"})
        void findsIntrospectionWhenAnotherExtensionTookItsPlace(String id) {
            TokenIntrospectionProviderFactory other = mock();
            when(other.getId()).thenReturn("of another kind");
            realm.introspections.add(other);
            assertThat(realm.problems()).isEmpty();

            when(other.getId()).thenReturn(id);
            assertThat(realm.problems()).containsExactly("ERROR provider_replaced at provider " + id);
        }

        @Test
        void findsNothingWhenIntrospectionAndCookieAreOurs() {
            realm.introspections.add(new LiveAccessTokenIntrospectionFactory());
            realm.authenticators.add(new SsoCookieAuthenticatorFactory());

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsCookieWhenAnotherExtensionTookItsPlace() {
            AuthenticatorFactory other = mock();
            when(other.getId()).thenReturn("auth-cookie");
            realm.authenticators.add(other);

            assertThat(realm.problems()).containsExactly("ERROR provider_replaced at provider auth-cookie");
        }

        @Test
        void findsActionWhenItIsOfAnotherExtension() {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias("badge");
            action.setProviderId("badge");
            action.setEnabled(true);
            RequiredActionFactory factory = mock();
            when(factory.getId()).thenReturn("badge");
            when(realm.realm.getRequiredActionProvidersStream()).thenAnswer(call -> Stream.of(action));
            assertThat(realm.problems()).isEmpty();

            realm.requiredActions.add(factory);
            assertThat(realm.problems()).containsExactly("WARNING action_impersonated at required action badge");

            action.setEnabled(false);
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsFeatureWhenItAnswersWithoutToken() {
            assertThat(new FeatureProblems(Set.of(Feature.AUTHZEN)::contains).find())
                    .singleElement()
                    .satisfies(ProblemRealm::assertSaid)
                    .satisfies(
                            problem -> assertThat(problem.severity() + " " + problem.code() + " at " + problem.where())
                                    .isEqualTo("ERROR feature_without_gate at feature authzen:v1"));
        }
    }

    @Nested
    @DisplayName("Pages of the step-up")
    final class Pages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "data-access-request.ftl",
                    "data-access-waiting.ftl",
                    "data-access-answer.ftl",
                    "data-access-notice.ftl",
                    "data-access-device.ftl"
                })
        void findsThemeWhenPageIsMissing(String page) {
            realm.pages.remove(page);

            assertThat(realm.problems()).containsExactly("ERROR pages_missing at realm");
        }

        @Test
        void findsThemeWhenTextsAreMissing() {
            realm.texts.clear();

            assertThat(realm.problems()).containsExactly("ERROR pages_missing at realm");
        }

        @Test
        void findsClientWhenItHasAThemeOfItsOwn() {
            when(realm.client.getAttribute("login_theme")).thenReturn("own");
            assertThat(realm.problems()).isEmpty();

            realm.texts.clear();
            assertThat(realm.problems())
                    .containsExactly("ERROR pages_missing at realm", "ERROR pages_missing at client sample-app");
        }
    }

    @Nested
    @DisplayName("Decisions without a token")
    final class Decisions {

        private final Policy policy = mock();

        @BeforeEach
        void decide() {
            ResourceServer server = mock();
            StoreFactory stores = mock();
            ResourceServerStore servers = mock();
            PolicyStore policies = mock();
            AuthorizationProvider authorization = mock();
            when(authorization.getStoreFactory()).thenReturn(stores);
            when(stores.getResourceServerStore()).thenReturn(servers);
            when(stores.getPolicyStore()).thenReturn(policies);
            when(servers.findByClient(realm.client)).thenReturn(server);
            when(policies.findByType(server, "client-scope")).thenReturn(List.of(policy));
            when(realm.session.getProvider(AuthorizationProvider.class)).thenReturn(authorization);
        }

        @Test
        void findsClientWhenItsPolicyReadsAGuardedScope() {
            asks("id-of-us-contact");
            assertThat(realm.problems()).containsExactly("ERROR decision_without_token at client sample-app");

            asks("id-of-profile");
            assertThat(realm.problems()).isEmpty();
        }

        private void asks(String scopeId) {
            when(policy.getConfig())
                    .thenReturn(Map.of("clientScopes", "[{\"id\":\"" + scopeId + "\",\"required\":true}]"));
        }
    }
}
