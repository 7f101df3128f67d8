/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScopeParameterTest {

    private static String without(String text, String... names) {
        return new ScopeParameter(text).without(List.of(names));
    }

    @Test
    void keepsTheOtherScopes() {
        assertThat(without("openid us-public us-contact eu-contact", "us-contact"))
                .isEqualTo("openid us-public eu-contact");
    }

    @Test
    void dropsEachScopeThatIsNamed() {
        assertThat(without("us-contact openid us-private", "us-private", "us-contact"))
                .isEqualTo("openid");
    }

    @Test
    void keepsScopeWhenOnlyItsBeginningIsNamed() {
        assertThat(without("openid us-contacts", "us-contact")).isEqualTo("openid us-contacts");
    }

    @Test
    void dropsScopeWhenItHasParameter() {
        assertThat(without("openid us-contact:42", "us-contact")).isEqualTo("openid");
    }

    @Test
    void isBlankWhenNothingStays() {
        assertThat(without("us-contact", "us-contact")).isEmpty();
        assertThat(without("", "us-contact")).isEmpty();
    }

    @Test
    void dropsScopeWhenItIsWrittenTwice() {
        assertThat(without("us-contact  openid us-contact ", "us-contact")).isEqualTo("openid");
    }
}
