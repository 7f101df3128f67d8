/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.VerifierKey;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The Ed25519 keys of a realm, which sign its checkpoints; the first is the one that Keycloak signs tokens with. While a realm has
 * two, an old and a new one, both sign, so that readers of either can follow.
 */
final class LogKeys {

    private static final String CURVE = "Ed25519";

    private LogKeys() {}

    /**
     * The signers of a realm.
     *
     * @param origin the name of the log, which is the name of its keys
     */
    static List<NoteSigner> of(KeycloakSession session, RealmModel realm, String origin) {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.EdDSA)
                .filter(LogKeys::signs)
                .map(key -> new NoteSigner(
                        VerifierKey.of(origin, SignatureType.ED25519, (PublicKey) key.getPublicKey()),
                        (PrivateKey) key.getPrivateKey()))
                .toList();
    }

    private static boolean signs(KeyWrapper key) {
        return key.getStatus().isEnabled() && CURVE.equals(key.getCurve()) && key.getPrivateKey() != null;
    }
}
