/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.ScopeRef;
import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.JsonSerialization;

final class RefreshScopesTest {

    private static final GuardedScope CONTACT = scope("contact");
    private static final GuardedScope LATER = scope("later");

    @Test
    void coversAnyWhenTheTokenSaysNothingAndThereIsNoDevice() {
        assertThat(RefreshScopes.of(token(), () -> false).cover(List.of(CONTACT, LATER)))
                .isTrue();
    }

    @Test
    void coversNothingWhenTheTokenSaysNothingAndThereIsADevice() {
        assertThat(RefreshScopes.of(token(), () -> true).cover(List.of(CONTACT)))
                .isFalse();
    }

    @Test
    void coversAnyWhenTheTokenSaysSoAndADeviceCameLater() {
        RefreshToken token = token();
        RefreshScopes.ANY.writeTo(token);

        assertThat(RefreshScopes.of(token, () -> true).cover(List.of(CONTACT, LATER)))
                .isTrue();
    }

    @Test
    void coversWhatWasWrittenWhenTheTokenIsLimited() throws java.io.IOException {
        RefreshToken token = token();
        RefreshScopes.of(List.of(CONTACT)).writeTo(token);

        RefreshScopes read = RefreshScopes.of(
                JsonSerialization.readValue(JsonSerialization.writeValueAsString(token), RefreshToken.class),
                () -> false);

        assertThat(read.cover(List.of(CONTACT))).isTrue();
        assertThat(read.cover(List.of())).isTrue();
        assertThat(read.cover(List.of(CONTACT, LATER))).isFalse();
    }

    @Test
    void staysLimitedWhenTheNextTokenIsWritten() {
        RefreshToken first = token();
        RefreshScopes.of(List.of()).writeTo(first);
        RefreshToken second = token();

        RefreshScopes.of(first, () -> false).writeTo(second);

        assertThat(RefreshScopes.of(second, () -> false).cover(List.of(LATER))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"later", "true", ""})
    void coversNothingWhenTheClaimIsNoList(String claim) {
        RefreshToken token = token();
        token.getOtherClaims().put("data_access_refresh", claim);

        assertThat(RefreshScopes.of(token, () -> false).cover(List.of(LATER))).isFalse();
    }

    private static RefreshToken token() {
        return new RefreshToken(new AccessToken(), null, null);
    }

    private static GuardedScope scope(String name) {
        return new GuardedScope(new ScopeRef(name + "-id", name), List.of("us.user.contact"), true);
    }
}
