/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.login.LevelsOfAuthentication;
import io.dataaccess.keycloak.login.ReachableLevels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

@DisplayName("An acr is a level by the realm's map; a login reaches the levels of its client's flow")
final class LoginLevelsTest {

    private static final String MAP = "acr.loa.map";

    private final RealmModel realm = mock();
    private final ClientModel console = mock();
    private final ReachableLevels levels;

    LoginLevelsTest() {
        when(console.getRealm()).thenReturn(realm);
        when(realm.getAttribute(MAP)).thenReturn("{\"silver\":1,\"gold\":2}");
        levels = new ReachableLevels(console);
    }

    @BeforeEach
    void setUp() {
        new LevelFlow(realm).with("1", "36000").with("2", "300");
    }

    @Nested
    @DisplayName("Read from the realm's map")
    final class Read {

        @Test
        void isTheRealmsLevelWhenTheClientHasAMapOfItsOwn() {
            when(console.getAttribute(MAP)).thenReturn("{\"gold\":1}");

            assertThat(LevelsOfAuthentication.of(realm).level("gold")).hasValue(2);
            assertThat(LevelsOfAuthentication.of(console).level("gold")).hasValue(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"gold\":null}", "null", "[]", "gold", "{\"gold\":\"high\"}", "{\"gold\":{}}"})
        void knowsNoLevelWhenMapIsBroken(String map) {
            when(realm.getAttribute(MAP)).thenReturn(map);

            assertThat(LevelsOfAuthentication.of(realm).level("gold")).isEmpty();
            assertThat(LevelsOfAuthentication.of(realm).level("2")).hasValue(2);
            assertThat(LevelsOfAuthentication.isBroken(realm)).isTrue();
            assertThat(new ReachableLevels(console).reach("gold")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "{}", "{\"gold\":2}"})
        void isNotBrokenWhenMapIsBlankOrRight(String map) {
            when(realm.getAttribute(MAP)).thenReturn(map);

            assertThat(LevelsOfAuthentication.isBroken(realm)).isFalse();
        }

        @Test
        void keepsTheOthersWhenOneNameHasNoNumber() {
            when(realm.getAttribute(MAP)).thenReturn("{\"gold\":null,\"silver\":1}");

            assertThat(LevelsOfAuthentication.of(realm).level("silver")).hasValue(1);
            assertThat(LevelsOfAuthentication.isBroken(realm)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "null", "nonsense"})
        void takesTheRealmsMapWhenTheClientsSaysNothing(String map) {
            when(console.getAttribute(MAP)).thenReturn(map);

            assertThat(LevelsOfAuthentication.of(console).level("gold")).hasValue(2);
        }
    }

    @Nested
    @DisplayName("Reached")
    final class Reached {

        @Test
        void reachesWhenFlowHasTheLevelOrAHigherOne() {
            assertThat(levels.reach("gold")).isTrue();
            assertThat(levels.reach("silver")).isTrue();
            assertThat(levels.reach("2")).isTrue();
            assertThat(levels.reach(" ")).isTrue();
        }

        @Test
        void doesNotReachWhenFlowHasOnlyLowerLevels() {
            new LevelFlow(realm).with("1", "36000");

            assertThat(levels.reach("gold")).isFalse();
            assertThat(levels.reach("silver")).isTrue();
        }

        @Test
        void doesNotReachWhenNameIsUnknown() {
            assertThat(levels.reach("platinum")).isFalse();
        }

        @Test
        void reachesLevelOneWhenFlowHasNoLevels() {
            new LevelFlow(realm);

            assertThat(levels.reach("silver")).isTrue();
            assertThat(levels.reach("gold")).isFalse();
        }

        @Test
        void reachesLevelOneWhenThereIsNoFlow() {
            when(realm.getBrowserFlow()).thenReturn(null);

            assertThat(levels.reach("silver")).isTrue();
            assertThat(levels.reach("gold")).isFalse();
        }

        @Test
        void doesNotReachWhenKeycloakForgetsTheLevel() {
            new LevelFlow(realm).with("1", "36000").with("2", "0");

            assertThat(levels.reach("gold")).isFalse();
        }

        @Test
        void doesNotReachWhenTheLevelIsSwitchedOff() {
            new LevelFlow(realm).with("1", "36000").with("2", "300", AuthenticationExecutionModel.Requirement.DISABLED);

            assertThat(levels.reach("gold")).isFalse();
        }

        @Test
        void doesNotReachWhenTheClientHasAnotherFlow() {
            AuthenticationFlowModel weak = new AuthenticationFlowModel();
            weak.setId("weak");
            when(realm.getAuthenticationFlowById("weak")).thenReturn(weak);
            when(console.getAuthenticationFlowBindingOverride("browser")).thenReturn("weak");

            assertThat(levels.reach("gold")).isFalse();
        }

        @Test
        void reachesWhenTwoSubflowsHaveTheSameLevel() {
            new LevelFlow(realm).with("2", "300").with("2", "600");

            assertThat(levels.reach("gold")).isTrue();
        }
    }

    @Nested
    @DisplayName("Asked for in words that the client's login understands")
    final class Requested {

        @Test
        void isTheSameNameWhenTheClientAgrees() {
            assertThat(levels.requested("gold")).isEqualTo("gold");
            assertThat(levels.requested("2")).isEqualTo("2");
        }

        @Test
        void isTheClientsNameWhenItsOwnMapHasAnother() {
            when(console.getAttribute(MAP)).thenReturn("{\"gold\":1,\"two\":2,\"three\":3}");

            assertThat(levels.requested("gold")).isEqualTo("two");
        }

        @Test
        void isTheNextHigherWhenTheClientHasNoNameForTheLevel() {
            when(console.getAttribute(MAP)).thenReturn("{\"one\":1,\"four\":4,\"three\":3}");

            assertThat(levels.requested("gold")).isEqualTo("three");
        }

        @Test
        void isTheNumberWhenTheClientHasNoName() {
            when(console.getAttribute(MAP)).thenReturn("{\"one\":1}");

            assertThat(levels.requested("gold")).isEqualTo("2");
        }

        @Test
        void isTheNumberWhenTheNameHasBlanks() {
            when(realm.getAttribute(MAP)).thenReturn("{\"very strong\":2}");

            assertThat(new ReachableLevels(console).requested("very strong")).isEqualTo("2");
        }

        @Test
        void isTheNameWhenNobodyKnowsIt() {
            assertThat(levels.requested("platinum")).isEqualTo("platinum");
        }
    }
}
