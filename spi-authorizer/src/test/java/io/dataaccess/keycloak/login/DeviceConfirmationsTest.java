/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.classification.Scopes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

final class DeviceConfirmationsTest {

    private static final List<GuardedScope> CONTACT = List.of(Scopes.usContact());
    private static final List<GuardedScope> BOTH = List.of(Scopes.usContact(), Scopes.usPrivate());

    private final KeycloakSession session = mock();
    private final SingleUseObjectProvider store = mock();

    @BeforeEach
    void keepInMemory() {
        Map<String, Map<String, String>> kept = new HashMap<>();
        when(session.singleUseObjects()).thenReturn(store);
        doAnswer(put -> kept.put(put.getArgument(0), put.getArgument(2)))
                .when(store)
                .put(anyString(), anyLong(), any());
        when(store.get(anyString())).thenAnswer(get -> kept.get(get.<String>getArgument(0)));
    }

    @Test
    void coversWhenPersonSaidYesToAll() {
        in("workforce").keep("code", "lin", BOTH, 600);

        assertThat(in("workforce").cover("code", "lin", BOTH)).isTrue();
        assertThat(in("workforce").cover("code", "lin", CONTACT)).isTrue();
        verify(store).put(anyString(), eq(600L), any());
    }

    @Test
    void coversNotWhenNobodySaidYes() {
        assertThat(in("workforce").cover("code", "lin", CONTACT)).isFalse();
    }

    @Test
    void coversNotWhenCodePersonScopeOrRealmIsAnother() {
        in("workforce").keep("code", "lin", CONTACT, 600);

        assertThat(in("workforce").cover("code", "lin", CONTACT)).isTrue();
        assertThat(in("workforce").cover("edoc", "lin", CONTACT)).isFalse();
        assertThat(in("workforce").cover("code", "maria", CONTACT)).isFalse();
        assertThat(in("workforce").cover("code", "lin", BOTH)).isFalse();
        assertThat(in("elsewhere").cover("code", "lin", CONTACT)).isFalse();
    }

    @Test
    void keepsForASecondWhenCodeIsAboutToEnd() {
        in("workforce").keep("code", "lin", CONTACT, 0);

        verify(store).put(anyString(), eq(1L), any());
    }

    private DeviceConfirmations in(String realmId) {
        RealmModel realm = mock();
        when(realm.getId()).thenReturn(realmId);
        return new DeviceConfirmations(session, realm);
    }
}
