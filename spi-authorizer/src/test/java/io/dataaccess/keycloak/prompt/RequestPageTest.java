/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestPageTest {

    @Test
    void keepsSignInAliveTwiceWhenItsLifespanIsShort() {
        assertThat(RequestPage.keepAliveSeconds(60)).isEqualTo(30);
        assertThat(RequestPage.keepAliveSeconds(1)).isEqualTo(1);
    }

    @Test
    void keepsSignInAliveEveryTwoMinutesWhenItsLifespanIsLong() {
        assertThat(RequestPage.keepAliveSeconds(300)).isEqualTo(120);
        assertThat(RequestPage.keepAliveSeconds(3600)).isEqualTo(120);
    }
}
