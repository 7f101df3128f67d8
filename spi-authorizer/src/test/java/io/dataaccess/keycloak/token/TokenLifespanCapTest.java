/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.token;

import static io.dataaccess.keycloak.session.Decisions.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.policy.Decision;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.session.Decisions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;

final class TokenLifespanCapTest {

    private static final long NOW = NOON.getEpochSecond();
    private static final ScopeDecision PUBLIC = Decisions.exempt("us-public", "us.user.content.public");

    private final AccessToken token = new AccessToken();

    @Test
    void keepsOwnEndWhenThatIsEarlier() {
        token.exp(NOW + 60);

        assertThat(applied(PUBLIC)).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 60);
    }

    @Test
    void endsWithPolicyWhenThatIsEarlier() {
        token.exp(NOW + 3600);

        assertThat(applied(PUBLIC)).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 300);
    }

    @Test
    void countsFromTheIssueWhenThatWasASecondAgo() {
        token.iat(NOW - 1);

        assertThat(applied(PUBLIC)).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 299);
    }

    @Test
    void countsFromNowWhenTheTokenSaysALaterIssue() {
        token.iat(NOW + 60);

        assertThat(applied(PUBLIC)).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 300);
    }

    @Test
    void endsWithGrantWhenThatIsEarliest() {
        token.exp(NOW + 3600);

        assertThat(applied(PUBLIC, lasting(Duration.ofMinutes(11)))).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 60);
    }

    @Test
    void endsWithPolicyWhenTokenHadNoEnd() {
        assertThat(applied(PUBLIC)).isTrue();
        assertThat(token.getExp()).isEqualTo(NOW + 300);
    }

    @Test
    void isOverWhenGrantEndsWithinThisSecond() {
        assertThat(applied(lasting(Duration.ofMinutes(10).plusMillis(50)))).isFalse();
    }

    @Test
    void isNotOverWhenGrantEndsInTheNextSecond() {
        assertThat(applied(lasting(Duration.ofMinutes(10).plusMillis(100)))).isTrue();
    }

    private boolean applied(ScopeDecision... scopes) {
        return new TokenLifespanCap(NOON, List.of(new Decision(List.of(scopes)))).applyTo(token);
    }

    private static ScopeDecision lasting(Duration duration) {
        return Decisions.approved("grant-1", duration, "us-contact", "us.user.contact");
    }
}
