/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.lint.realm.EventProblems;
import io.dataaccess.keycloak.lint.realm.FeatureProblems;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.common.Profile.Feature;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

final class RealmProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Nested
    @DisplayName("Clients that registered themselves")
    final class Registered {

        private final ClientModel registered = mock();

        @BeforeEach
        void add() {
            when(registered.getClientId()).thenReturn("theirs");
            when(registered.isEnabled()).thenReturn(true);
            when(registered.getRegistrationToken()).thenReturn("token-1");
            when(registered.getClientScopes(false)).thenReturn(Map.of("us-contact", realm.contact));
            when(realm.realm.getClientsStream()).thenAnswer(call -> Stream.of(registered));
        }

        @Test
        void findsClientWhenItHasAGuardedScope() {
            assertThat(realm.problems()).containsExactly("ERROR client_registered at client theirs");

            when(registered.getRegistrationToken()).thenReturn(null);
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsClientWhenItsTokensCarryAllRoles() {
            when(registered.getClientScopes(false)).thenReturn(Map.of());
            assertThat(realm.problems()).isEmpty();

            when(registered.isFullScopeAllowed()).thenReturn(true);
            assertThat(realm.problems()).containsExactly("WARNING client_registered_full_scope at client theirs");

            when(registered.getRegistrationToken()).thenReturn(null);
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsClientWhenADocumentSaysHowItIs() {
            when(registered.getRegistrationToken()).thenReturn(null);
            when(registered.getAttribute("cimd.cache.expiry.time.in.sec")).thenReturn("1");

            assertThat(realm.problems()).containsExactly("ERROR client_registered at client theirs");
        }

        @Test
        void findsClientWhenItMayAskForAccess() {
            ClientScopeModel scope = mock();
            when(scope.getRealm()).thenReturn(realm.realm);
            when(scope.getName()).thenReturn("data-access");
            when(registered.getClientScopes(false)).thenReturn(Map.of());
            assertThat(realm.problems()).isEmpty();

            when(registered.getClientScopes(true)).thenReturn(Map.of("data-access", scope));
            assertThat(realm.problems()).containsExactly("ERROR client_registered at client theirs");
        }
    }

    @Nested
    @DisplayName("Traces that are not kept")
    final class Events {

        @Test
        void findsEventsWhenTheyAreOff() {
            when(realm.realm.isEventsEnabled()).thenReturn(false);

            assertThat(realm.problems()).containsExactly("WARNING events_off at events");
        }

        @Test
        void findsTypesWhenOnlyTheDefaultsAreStored() {
            when(realm.realm.getEnabledEventTypesStream()).thenAnswer(call -> Stream.empty());

            assertThat(new EventProblems(realm.realm).find())
                    .allSatisfy(ProblemRealm::assertSaid)
                    .extracting(Problem::message)
                    .singleElement()
                    .asString()
                    .endsWith("add PERMISSION_TOKEN_ERROR, REFRESH_TOKEN, REFRESH_TOKEN_ERROR");
        }

        @ParameterizedTest
        @EnumSource(
                value = EventType.class,
                names = {"LOGIN_ERROR", "CODE_TO_TOKEN", "CUSTOM_REQUIRED_ACTION_ERROR"})
        void findsTypeWhenItIsNotStored(EventType type) {
            store(type);

            assertThat(realm.problems()).containsExactly("WARNING event_types_missing at events");
        }

        @Test
        void findsNothingWhenTypeIsNoneOfOurs() {
            store(EventType.VERIFY_EMAIL);

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsEventsWhenTheyExpireTooSoon() {
            when(realm.realm.getEventsExpiration())
                    .thenReturn(Duration.ofDays(365).toSeconds() - 1);
            assertThat(realm.problems()).containsExactly("WARNING events_expire at events");

            when(realm.realm.getEventsExpiration())
                    .thenReturn(Duration.ofDays(365).toSeconds());
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsAdminEventsWhenTheyAreOff() {
            when(realm.realm.isAdminEventsEnabled()).thenReturn(false);

            assertThat(realm.problems()).containsExactly("WARNING admin_events_off at admin events");
        }

        @Test
        void findsAdminEventsWhenTheyLackDetails() {
            when(realm.realm.isAdminEventsDetailsEnabled()).thenReturn(false);

            assertThat(realm.problems()).containsExactly("WARNING admin_events_without_details at admin events");
        }

        @Test
        void findsAdminEventsWhenTheyExpireTooSoon() {
            when(realm.realm.getAttribute("adminEventsExpiration")).thenReturn("86400");
            assertThat(realm.problems()).containsExactly("WARNING admin_events_expire at admin events");

            when(realm.realm.getAttribute("adminEventsExpiration")).thenReturn("99999999");
            assertThat(realm.problems()).isEmpty();
        }

        private void store(EventType except) {
            when(realm.realm.getEnabledEventTypesStream())
                    .thenAnswer(call -> Stream.of(EventType.values())
                            .filter(type -> type != except)
                            .map(EventType::name));
        }
    }

    @Nested
    @DisplayName("Features of the server")
    final class Features {

        @ParameterizedTest
        @EnumSource(
                value = Feature.class,
                names = {
                    "TOKEN_EXCHANGE",
                    "TOKEN_EXCHANGE_DELEGATION",
                    "ADMIN_FINE_GRAINED_AUTHZ",
                    "TRANSIENT_USERS",
                    "PARAMETERIZED_SCOPES"
                })
        void findsFeatureWhenItIsDangerous(Feature feature) {
            assertThat(new FeatureProblems(Set.of(feature)::contains).find())
                    .allSatisfy(ProblemRealm::assertSaid)
                    .extracting(Problem::code, Problem::where)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "feature_dangerous", "feature " + feature.getVersionedKey()));
        }

        @Test
        void findsNothingWhenFeatureIsHarmless() {
            assertThat(new FeatureProblems(Set.of(Feature.PASSKEYS, Feature.TOKEN_EXCHANGE_STANDARD_V2)::contains)
                            .find())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("The realm as a whole")
    final class Whole {

        @Test
        void findsRotationWhenScopesAreGuarded() {
            when(realm.realm.isRevokeRefreshToken()).thenReturn(true);
            assertThat(realm.problems()).containsExactly("WARNING refresh_token_rotation at realm");

            realm.scopes.clear();
            realm.components.clear();
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsRegistrationWhenItIsOpen() {
            when(realm.realm.isRegistrationAllowed()).thenReturn(true);

            assertThat(realm.problems()).containsExactly("WARNING registration_open at realm");
        }

        @Test
        void findsClientWhenVotesAreTakenFromOneThatIsNotThere() {
            when(realm.realm.getAttribute("data-access.adminClients")).thenReturn("security-admin-console gone");

            assertThat(realm.problems()).containsExactly("ERROR admin_client_missing at client gone");
        }
    }
}
