/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import static io.dataaccess.sample.TestTokens.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Narrowing")
final class TokensTest {
    private final Instant soon = Instant.now().plusSeconds(30);

    @Test
    void dropsOnlyWhatEndsWhenSeveralApprovalsRun() {
        Tokens tokens = tokens(Duration.ofSeconds(10), Duration.ofMinutes(10));
        assertThat(tokens.scopesLasting(soon)).containsExactly("openid", "us-public", "eu-contact");
        assertThat(tokens.endsBy(soon)).isTrue();
    }

    @Test
    void dropsNothingWhenAllApprovalsRunOn() {
        Tokens tokens = tokens(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(tokens.scopesLasting(soon)).containsExactly("openid", "us-public", "us-contact", "eu-contact");
        assertThat(tokens.endsBy(soon)).isFalse();
    }

    @Test
    void dropsEveryGuardedScopeWhenNothingElseHelps() {
        assertThat(tokens(Duration.ofMinutes(5), Duration.ofMinutes(10)).unguardedScopes())
                .containsExactly("openid");
    }

    private static Tokens tokens(Duration contact, Duration euContact) {
        JWTClaimsSet claims = TestTokens.claims("http://localhost", "openid us-public us-contact eu-contact")
                .claim(
                        "authorization_details",
                        List.of(
                                entry("us-public", null, "us.user.content.public"),
                                entry("us-contact", contact, "us.user.contact"),
                                entry("eu-contact", euContact, "eu.user.contact")))
                .build();
        return new Tokens(new BearerAccessToken("unused"), null, new PlainJWT(claims), claims);
    }
}
