/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.impersonation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.IDToken;

/** A token of a realm of the server, as it is sent. */
record SignedToken(JWSInput signed, IDToken content) {

    /** Empty for what is no token. */
    static Optional<SignedToken> read(String token) {
        try {
            JWSInput signed = new JWSInput(token);
            return signed.getHeader() == null
                    ? Optional.empty()
                    : Optional.ofNullable(signed.readJsonContent(IDToken.class))
                            .map(content -> new SignedToken(signed, content));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    /** With a key of this realm, as Keycloak verifies the tokens of the realm that it answers for (26.7.3). */
    boolean isSignedBy(KeycloakSession session, RealmModel realm) {
        JWSHeader header = signed.getHeader();
        if (header.getKeyId() == null || header.getAlgorithm() == null) {
            return false;
        }
        String algorithm = header.getAlgorithm().name();
        KeyWrapper key = session.keys().getKey(realm, header.getKeyId(), KeyUse.SIG, algorithm);
        try {
            return key != null
                    && session.getProvider(SignatureProvider.class, algorithm)
                            .verifier(key)
                            .verify(signed.getEncodedSignatureInput().getBytes(US_ASCII), signed.getSignature());
        } catch (VerificationException e) {
            return false;
        }
    }
}
