/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.sample;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The realm: its endpoints and signing keys, read when first needed because it may start after the application. */
final class OpenIdProvider {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Issuer issuer;
    private @Nullable OIDCProviderMetadata metadata;
    private @Nullable JWSKeySelector<SecurityContext> keys;

    OpenIdProvider(String issuer) {
        this.issuer = new Issuer(issuer);
    }

    Issuer issuer() {
        return issuer;
    }

    synchronized OIDCProviderMetadata metadata() throws GeneralException, IOException {
        if (metadata == null) {
            metadata = OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
        }
        return metadata;
    }

    /** One algorithm, the realm's: a token does not choose how it is checked. The source caches and follows key rotation. */
    synchronized JWSKeySelector<SecurityContext> keys() throws GeneralException, IOException {
        if (keys == null) {
            var source = JWKSourceBuilder.<SecurityContext>create(
                            metadata().getJWKSetURI().toURL())
                    .refreshAheadCache(false)
                    .build();
            keys = new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source);
        }
        return keys;
    }

    static HTTPResponse send(Request request) throws IOException {
        HTTPRequest http = request.toHTTPRequest();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        return http.send();
    }
}
