/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.policy.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScopeRefusalTest {

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void sendsToSignInWhenRefreshed(RefusalReason reason) {
        assertThat(new ScopeRefusal("us-contact", reason).error(true)).isEqualTo("invalid_grant");
    }

    @Test
    void asksToComeBackWhenUndecidable() {
        assertThat(new ScopeRefusal("us-contact", RefusalReason.UNDECIDABLE).error(false))
                .isEqualTo("temporarily_unavailable");
    }

    @ParameterizedTest
    @EnumSource(value = RefusalReason.class, mode = EnumSource.Mode.EXCLUDE, names = "UNDECIDABLE")
    void blamesScopeWhenDecided(RefusalReason reason) {
        assertThat(new ScopeRefusal("us-contact", reason).error(false)).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void namesScopeAndEndsWithReasonWhenDescribed(RefusalReason reason) {
        assertThat(new ScopeRefusal("us-contact", reason).description())
                .startsWith("Scope us-contact ")
                .endsWith(" (" + reason.code() + ")");
    }

    @Test
    void staysWithinAsciiWhenScopeDoesNot() {
        assertThat(new ScopeRefusal("us-\u00e9\"\\", RefusalReason.NOT_ELIGIBLE).description())
                .startsWith("Scope us-??? ")
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }
}
