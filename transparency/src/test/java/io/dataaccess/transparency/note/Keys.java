/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** New keys, for tests of notes and of what is built on them. */
public final class Keys {

    private Keys() {}

    public static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static NoteSigner log(String name) {
        return signer(name, SignatureType.ED25519);
    }

    public static NoteSigner witness(String name) {
        return signer(name, SignatureType.COSIGNATURE_V1);
    }

    private static NoteSigner signer(String name, SignatureType type) {
        KeyPair pair = pair();
        return new NoteSigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
    }
}
