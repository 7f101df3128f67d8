/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as the contract has them; each test changes one datum. */
final class TestTokens {
    static final Duration LONG = Duration.ofMinutes(20);

    private TestTokens() {}

    static JWTClaimsSet.Builder contact(String issuer) {
        return claims(issuer, "openid us-contact")
                .claim("data_categories", List.of("us.user.contact"))
                .claim("authorization_details", List.of(entry("us-contact", LONG, "us.user.contact")));
    }

    static JWTClaimsSet.Builder privateData(String issuer) {
        List<String> categories = List.of("us.user.content.private", "us.user.location.precise");
        return claims(issuer, "openid us-private")
                .claim("data_categories", categories)
                .claim("authorization_details", List.of(entry("us-private", LONG, categories.toArray(String[]::new))));
    }

    static JWTClaimsSet.Builder claims(String issuer, String scope) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of("account", "sample-api"))
                .subject("lin-id")
                .expirationTime(in(Duration.ofMinutes(5)))
                .claim("typ", "Bearer")
                .claim("preferred_username", "lin")
                .claim("scope", scope);
    }

    static Map<String, Object> entry(String scope, @Nullable Duration left, String... categories) {
        if (left == null) {
            return Map.of("type", "data_access", "identifier", scope, "datatypes", List.of(categories));
        }
        Map<String, Object> approval = Map.of(
                "id", "grant-1", "approved_until", Instant.now().plus(left).getEpochSecond());
        return Map.of(
                "type",
                "data_access",
                "identifier",
                scope,
                "datatypes",
                List.of(categories),
                "purpose",
                "legal-request",
                "approval",
                approval);
    }

    static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }
}
