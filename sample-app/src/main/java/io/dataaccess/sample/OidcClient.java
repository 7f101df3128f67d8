/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The application as a client of the realm: sign-in, refresh, sign-out. */
final class OidcClient {
    private static final ClientID ID = new ClientID("sample-app");
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final OpenIdProvider provider;
    private final ClientAuthentication credentials;
    private final URI base;

    OidcClient(OpenIdProvider provider, String secret, URI base) {
        this.provider = provider;
        this.credentials = new ClientSecretBasic(ID, new Secret(secret));
        this.base = base;
    }

    URI base() {
        return base;
    }

    /** Without {@code prompt}: whoever is signed in at Keycloak is asked for nothing but what is new. */
    URI authorization(Attempt attempt) throws GeneralException, IOException {
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope(attempt.scopes()), ID, callback())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    Tokens redeem(AuthorizationCode code, Attempt attempt) throws GeneralException, IOException {
        TokenResponse response = token(new AuthorizationCodeGrant(code, callback(), attempt.verifier()), null);
        if (!(response instanceof OIDCTokenResponse granted)) {
            throw new GeneralException(
                    response.indicatesSuccess()
                            ? OAuth2Error.SERVER_ERROR
                            : response.toErrorResponse().getErrorObject());
        }
        try {
            JWT idToken = granted.getOIDCTokens().getIDToken();
            new IDTokenValidator(provider.issuer(), ID, provider.keys(), null).validate(idToken, attempt.nonce());
            return Tokens.of(granted, idToken);
        } catch (BadJOSEException | JOSEException e) {
            throw new GeneralException("The ID token is not valid", e);
        }
    }

    /** Tokens good for the next call; empty when only a new sign-in helps. */
    Optional<Tokens> fresh(Tokens tokens, Instant now) throws GeneralException, IOException {
        Instant soon = now.plus(MARGIN);
        if (!tokens.endsBy(soon)) {
            return Optional.of(tokens);
        }
        // Refreshing a scope whose approval is over is refused, and with rotation that costs the refresh token.
        Set<String> lasting = tokens.scopesLasting(soon);
        Optional<Tokens> renewed = refresh(tokens, lasting);
        boolean canNarrow = !lasting.equals(tokens.unguardedScopes());
        return renewed.isEmpty() && canNarrow ? refresh(tokens, tokens.unguardedScopes()) : renewed;
    }

    /** Ends the session at Keycloak too, then comes back to the start page. */
    URI logout(Tokens tokens) throws GeneralException, IOException {
        URI endpoint = provider.metadata().getEndSessionEndpointURI();
        return new LogoutRequest(endpoint, tokens.idToken(), base.resolve("/"), null).toURI();
    }

    /** Always names the scopes: without, Keycloak takes those of the sign-in, also the ones given up since. */
    private Optional<Tokens> refresh(Tokens tokens, Set<String> scopes) throws GeneralException, IOException {
        if (tokens.refresh() == null) {
            return Optional.empty();
        }
        TokenResponse response = token(new RefreshTokenGrant(tokens.refresh()), scope(scopes));
        if (response.indicatesSuccess()) {
            return Optional.of(Tokens.of(response.toSuccessResponse(), tokens.idToken()));
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        if (error.equals(OAuth2Error.INVALID_GRANT)) {
            return Optional.empty();
        }
        throw new GeneralException(error);
    }

    private TokenResponse token(AuthorizationGrant grant, @Nullable Scope scope) throws GeneralException, IOException {
        URI endpoint = provider.metadata().getTokenEndpointURI();
        return OIDCTokenResponseParser.parse(
                OpenIdProvider.send(new TokenRequest(endpoint, credentials, grant, scope)));
    }

    private URI callback() {
        return base.resolve("/callback");
    }

    private static Scope scope(Set<String> scopes) {
        return new Scope(scopes.toArray(String[]::new));
    }
}
