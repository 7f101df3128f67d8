/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.persistence.LoginEndEntity;
import io.dataaccess.keycloak.persistence.RealmStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

final class SignOutTimeTest {

    private final KeycloakSession session = mock();
    private final KeycloakContext context = mock();
    private final RealmModel realm = mock();
    private final RealmStores stores = mock();
    private final UserModel user = mock();
    private final List<LoginEndEntity> stored = new ArrayList<>();
    private final SignOutTime signedOut = new SignOutTime(session, realm, stores);
    private final AuthenticationSessionModel one = login("one");
    private final AuthenticationSessionModel other = login("other");
    private final long began = Time.currentTimeSeconds();

    @BeforeEach
    void store() {
        doAnswer(call -> stored.add(end(call.getArgument(1), call.getArgument(2))))
                .when(stores)
                .noteLoginEnd(eq("maria"), anyLong(), any());
        when(stores.loginEnds(eq("maria"), anyLong()))
                .thenAnswer(call -> stored.stream()
                        .filter(end -> end.endedAt() >= call.<Long>getArgument(1))
                        .toList());
        when(session.getContext()).thenReturn(context);
        when(user.getId()).thenReturn("maria");
        when(realm.getCibaPolicy()).thenReturn(mock(CibaConfig.class));
        when(realm.getSsoSessionMaxLifespan()).thenReturn(3600);
    }

    @AfterEach
    void resetTime() {
        Time.setOffset(0);
    }

    @Test
    void endsEveryLoginWhenAllAreMeant() {
        after(5, () -> signedOut.noteNow("maria"));

        assertThat(signedOut.isSince(user, one, began)).isTrue();
        assertThat(signedOut.isSince(user, other, began)).isTrue();
    }

    @Test
    void endsNothingWhenLoginIsLater() {
        after(5, () -> signedOut.noteNow("maria"));

        assertThat(signedOut.isSince(user, one, began + 6)).isFalse();
    }

    /** Keycloak tells of one new password by two events. */
    @Test
    void isNotedOnceWhenTwoEventsTellOfOneChange() {
        Map<String, Object> ofCall = new HashMap<>();
        when(session.getAttribute(any())).thenAnswer(call -> ofCall.get(call.<String>getArgument(0)));
        doAnswer(call -> ofCall.put(call.getArgument(0), call.getArgument(1)))
                .when(session)
                .setAttribute(any(), any());

        signedOut.noteNow("maria");
        signedOut.noteNow("maria");
        signedOut.noteOthersNow("maria");
        signedOut.noteOthersNow("maria");

        assertThat(stored).hasSize(1);
        assertThat(signedOut.isSince(user, one, began)).isTrue();
    }

    @Test
    void isSinceWhateverPageItWasOnWhenNoLoginGoesOn() {
        after(5, () -> changeIn(one));

        assertThat(signedOut.isSince(user, began)).isTrue();
        assertThat(signedOut.isSince(user, began + 60)).isFalse();
    }

    @Test
    void isSinceWhenItIsTooLongAgoToBeKnown() {
        when(realm.isOfflineSessionMaxLifespanEnabled()).thenReturn(true);
        when(realm.getOfflineSessionMaxLifespan()).thenReturn(3600);
        when(realm.getUserActionTokenLifespans()).thenReturn(Map.of("update-email", 7200));

        assertThat(signedOut.isSince(user, began - 7000)).isFalse();
        assertThat(signedOut.isSince(user, began - 7300)).isTrue();
    }

    @Test
    void isKnownForAYearWhenOfflineSessionsHaveNoEnd() {
        long year = Duration.ofDays(366).toSeconds();

        assertThat(signedOut.isSince(user, began - year + 100)).isFalse();
        assertThat(signedOut.isSince(user, began - year - 100)).isTrue();
    }

    @Nested
    final class OnAPageOfALogin {

        @Test
        void endsTheOthersWhenOneChanges() {
            after(5, () -> changeIn(one));

            assertThat(signedOut.isSince(user, one, began)).isFalse();
            assertThat(signedOut.isSince(user, other, began)).isTrue();
        }

        @Test
        void endsAllWhenNoLoginIsGoingOn() {
            after(5, () -> changeIn(null));

            assertThat(signedOut.isSince(user, one, began)).isTrue();
        }

        @Test
        void staysEndedWhenItChangesAfterwardsItself() {
            after(5, () -> changeIn(other));
            after(6, () -> changeIn(one));
            after(6, () -> changeIn(one));

            assertThat(signedOut.isSince(user, one, began)).isTrue();
        }

        /** The page leads to an application, and that to the next, all in one second. */
        @Test
        void goesOnWhenItsSessionIsUsedInThatSecond() {
            after(5, () -> changeIn(one));
            when(other.getAuthNote("data-access.login-brought")).thenReturn("{}");

            assertThat(signedOut.isSince(user, other, began + 5)).isFalse();
            assertThat(signedOut.isSince(user, other, began + 4)).isTrue();
        }

        @Test
        void endsOtherLoginOfThatSecondWhenItHasNoCookie() {
            after(5, () -> changeIn(one));

            assertThat(signedOut.isSince(user, other, began + 5)).isTrue();
        }

        @Test
        void goesOnWhenTheOthersChangeWasBeforeIt() {
            after(5, () -> changeIn(other));
            after(8, () -> changeIn(one));

            assertThat(signedOut.isSince(user, one, began + 7)).isFalse();
            assertThat(signedOut.isSince(user, other, began + 7)).isTrue();
        }
    }

    private static void after(int seconds, Runnable change) {
        Time.setOffset(seconds);
        change.run();
    }

    private void changeIn(@Nullable AuthenticationSessionModel login) {
        when(context.getAuthenticationSession()).thenReturn(login);
        signedOut.noteOthersNow("maria");
    }

    private static LoginEndEntity end(long seconds, @Nullable String login) {
        LoginEndEntity end = mock();
        when(end.endedAt()).thenReturn(seconds);
        when(end.login()).thenReturn(Optional.ofNullable(login));
        return end;
    }

    private static AuthenticationSessionModel login(String tab) {
        RootAuthenticationSessionModel root = mock();
        when(root.getId()).thenReturn("root");
        AuthenticationSessionModel login = mock();
        when(login.getParentSession()).thenReturn(root);
        when(login.getTabId()).thenReturn(tab);
        return login;
    }
}
