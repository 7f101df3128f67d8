/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in session holds. The claims of the access token serve the screen and the timing of refreshes;
 * what the token opens is for the API to say.
 */
record Tokens(AccessToken access, @Nullable RefreshToken refresh, JWT idToken, JWTClaimsSet claims) {

    static Tokens of(AccessTokenResponse response, JWT idToken) throws GeneralException {
        AccessToken access = response.getTokens().getAccessToken();
        try {
            JWTClaimsSet claims = JWTParser.parse(access.getValue()).getJWTClaimsSet();
            return new Tokens(access, response.getTokens().getRefreshToken(), idToken, claims);
        } catch (ParseException e) {
            throw new GeneralException("The access token is no JWT", e);
        }
    }

    Set<String> scopes() {
        return new LinkedHashSet<>(
                List.of(String.valueOf(claims.getClaim("scope")).split(" ")));
    }

    Object username() {
        return claims.getClaims().getOrDefault("preferred_username", "Signed in");
    }

    Instant end() {
        return claims.getExpirationTime().toInstant();
    }

    List<DataAccess> dataAccess() {
        return DataAccess.in(claims.getClaims());
    }

    boolean endsBy(Instant instant) {
        return !end().isAfter(instant) || dataAccess().stream().anyMatch(entry -> entry.endsBy(instant));
    }

    /** The scopes whose approval runs on after the instant, and those that need none. */
    Set<String> scopesLasting(Instant instant) {
        Set<String> scopes = scopes();
        dataAccess().stream().filter(entry -> entry.endsBy(instant)).forEach(entry -> scopes.remove(entry.scope()));
        return scopes;
    }

    Set<String> unguardedScopes() {
        Set<String> scopes = scopes();
        dataAccess().forEach(entry -> scopes.remove(entry.scope()));
        return scopes;
    }
}
