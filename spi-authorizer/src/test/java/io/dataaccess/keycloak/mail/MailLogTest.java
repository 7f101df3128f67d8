/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailLogTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String REALM = "r1";

    private final MailLog log = new MailLog();

    @Test
    void saysOnceAnHourThatTheServerIsAway() {
        assertThat(log.isNews(REALM, NOW)).isTrue();
        assertThat(log.isNews(REALM, NOW.plusSeconds(10))).isFalse();
        assertThat(log.isNews(REALM, NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(log.isNews(REALM, NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(log.isNews(REALM, NOW.plus(Duration.ofHours(1)).plusSeconds(10)))
                .isFalse();
    }

    @Test
    void saysItOfEachRealm() {
        log.isNews(REALM, NOW);

        assertThat(log.isNews("r2", NOW)).isTrue();
    }

    @Test
    void saysItAgainWhenTheServerWasBackBetween() {
        log.isNews(REALM, NOW);

        assertThat(log.isOver(REALM)).isTrue();
        assertThat(log.isOver(REALM)).isFalse();
        assertThat(log.isNews(REALM, NOW.plusSeconds(10))).isTrue();
    }
}
