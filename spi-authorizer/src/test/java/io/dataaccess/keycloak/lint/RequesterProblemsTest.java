/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.CancelledRetention;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientScopeModel;

/** What is wrong in what holds for requesters, and what the realm's attributes about them say. */
final class RequesterProblemsTest {

    private final ProblemRealm configured = new ProblemRealm();

    private ClientScopeModel scope(String name, boolean inToken) {
        ClientScopeModel scope = mock();
        when(scope.getRealm()).thenReturn(configured.realm);
        when(scope.getName()).thenReturn(name);
        when(scope.getId()).thenReturn(name);
        when(scope.getProtocol()).thenReturn("openid-connect");
        when(scope.isIncludeInTokenScope()).thenReturn(inToken);
        configured.scopes.add(scope);
        return scope;
    }

    @Test
    void findsScopeWhenEveryNewClientGetsIt() {
        ClientScopeModel scope = scope("data-access", true);
        assertThat(configured.problems()).isEmpty();

        when(configured.realm.getDefaultClientScopesStream(false)).thenAnswer(call -> Stream.of(scope));
        assertThat(configured.problems())
                .containsExactly("WARNING requester_scope_default at client scope data-access");

        when(configured.realm.getDefaultClientScopesStream(false)).thenAnswer(call -> Stream.empty());
        configured.realmDefaults.add(scope);
        assertThat(configured.problems())
                .containsExactly("WARNING requester_scope_default at client scope data-access");
    }

    @Test
    void findsScopeWhenTokensDoNotSayIt() {
        scope("data-access-other", false);
        assertThat(configured.problems()).isEmpty();

        scope("data-access", false);
        assertThat(configured.problems())
                .containsExactly("WARNING requester_scope_not_in_token at client scope data-access");
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "' P90D ', PT2160H"})
    void keepsAsLongWhenTheAttributeSaysSo(String value, Duration kept) {
        when(configured.realm.getAttribute("data-access.cancelledRetention")).thenReturn(value);

        assertThat(CancelledRetention.of(configured.realm)).contains(kept);
        assertThat(configured.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, false",
                "'', false",
                "PT59M, true",
                "P0D, true",
                "-P1D, true",
                "P36501D, true",
                "90, true",
                "never, true"
            })
    void keepsForEverWhenTheAttributeSaysNone(@Nullable String value, boolean misspelt) {
        when(configured.realm.getAttribute("data-access.cancelledRetention")).thenReturn(value);

        assertThat(CancelledRetention.of(configured.realm)).isEmpty();
        assertThat(configured.problems())
                .isEqualTo(misspelt ? List.of("WARNING cancelled_retention_invalid at realm") : List.of());
    }
}
