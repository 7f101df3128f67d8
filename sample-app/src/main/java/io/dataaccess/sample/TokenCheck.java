/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an API checks, in this order, before it opens classified data. Copy this class and {@link DataAccess}. */
final class TokenCheck {
    private static final String API = "sample-api";
    private static final int SKEW_SECONDS = 10;

    private final OpenIdProvider provider;
    private final ClientAuthentication api;

    TokenCheck(OpenIdProvider provider, String apiSecret) {
        this.provider = provider;
        this.api = new ClientSecretBasic(new ClientID(API), new Secret(apiSecret));
    }

    /** Returns what was checked; anything wrong, missing or unknown is a refusal. */
    List<String> check(BearerAccessToken token, Resource resource) throws Refusal {
        List<String> checked = new ArrayList<>();
        try {
            JWTClaimsSet claims = verified(token, checked);
            isMeantForThis(claims, resource, checked);
            allows(claims.getClaims(), resource, checked);
            if (resource.askedLive()) {
                allows(introspected(token), resource, new ArrayList<>());
                checked.add("introspection: still allowed at this moment");
            }
        } catch (BadJOSEException | ParseException e) {
            throw Refusal.invalidToken("token", String.valueOf(e.getMessage()));
        } catch (JOSEException | GeneralException | IOException e) {
            throw Refusal.undecidable("keycloak", "The token cannot be checked now: Keycloak gives no usable answer");
        }
        return checked;
    }

    private JWTClaimsSet verified(BearerAccessToken token, List<String> checked)
            throws BadJOSEException, ParseException, JOSEException, GeneralException, IOException {
        String issuer = provider.issuer().getValue();
        // The claim typ tells an access token from an ID token, and from a DPoP token, which no bearer may present.
        var expected =
                new JWTClaimsSet.Builder().issuer(issuer).claim("typ", "Bearer").build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(expected, Set.of("exp"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(provider.keys());
        processor.setJWTClaimsSetVerifier(verifier);
        JWTClaimsSet claims = processor.process(token.getValue(), null);
        checked.add("signature: RS256 by a key of the realm");
        checked.add("issuer: " + issuer);
        checked.add("expiry: " + claims.getExpirationTime().toInstant());
        return claims;
    }

    /**
     * The scope comes first: the realm adds the audience with the scope, so a token without either is not broken,
     * and its holder has to learn which scope to ask for.
     */
    private static void isMeantForThis(JWTClaimsSet claims, Resource resource, List<String> checked) throws Refusal {
        List<String> scopes = List.of(String.valueOf(claims.getClaim("scope")).split(" "));
        require(scopes.contains(resource.scope()), resource, "scope", "The token lacks the scope " + resource.scope());
        checked.add("scope: " + resource.scope());
        if (!claims.getAudience().contains(API)) {
            throw Refusal.invalidToken("audience", "The token is not meant for " + API);
        }
        checked.add("audience: " + API);
    }

    /** The scope alone is never enough: the entry behind it says which data it opens, and until when. */
    private static void allows(Map<String, Object> claims, Resource resource, List<String> checked) throws Refusal {
        String scope = resource.scope();
        var entries = DataAccess.in(claims).stream()
                .filter(entry -> entry.scope().equals(scope))
                .toList();
        require(!entries.isEmpty(), resource, "entry", "No data_access entry stands behind the scope " + scope);
        checked.add("data_access entry: " + scope);

        String categories = String.join(", ", resource.categories());
        var covering = entries.stream()
                .filter(entry -> entry.categories().containsAll(resource.categories()))
                .toList();
        boolean named = DataAccess.strings(claims.get("data_categories")).containsAll(resource.categories());
        require(named && !covering.isEmpty(), resource, "categories", "The token does not open " + categories);
        checked.add("data categories: " + categories);

        Instant now = Instant.now();
        var running = covering.stream().filter(entry -> !entry.endsBy(now)).findFirst();
        require(running.isPresent(), resource, "approval", "The approval behind " + scope + " is over");
        checked.add("approval: "
                + running.map(DataAccess::until).map(until -> "until " + until).orElse("none needed"));
    }

    private static void require(boolean condition, Resource resource, String check, String message) throws Refusal {
        if (!condition) {
            throw Refusal.insufficientScope(resource.scope(), check, message);
        }
    }

    private Map<String, Object> introspected(BearerAccessToken token) throws Refusal, GeneralException, IOException {
        URI endpoint = provider.metadata().getIntrospectionEndpointURI();
        var request = new TokenIntrospectionRequest(endpoint, api, token);
        var response = TokenIntrospectionResponse.parse(OpenIdProvider.send(request));
        if (!response.indicatesSuccess()) {
            throw new GeneralException(response.toErrorResponse().getErrorObject());
        }
        if (!response.toSuccessResponse().isActive()) {
            throw Refusal.invalidToken("introspection", "The token is no longer active");
        }
        return response.toSuccessResponse().toJSONObject();
    }
}
