/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;

/** Ed25519 (RFC 8032), and its public keys as the 32 bytes of section 5.1.5. */
final class Ed25519 {

    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    private static final int SIGN_BIT = 0x80;

    private Ed25519() {}

    /** The 32 bytes: y, the lowest byte first, with the sign of x in the highest bit. */
    static byte[] raw(PublicKey key) {
        if (!(key instanceof EdECPublicKey edwards)
                || !edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new MalformedException("A key of a note is an Ed25519 key");
        }
        EdECPoint point = edwards.getPoint();
        byte[] bigEndian = point.getY().toByteArray();
        byte[] raw = new byte[KEY_LENGTH];
        for (int i = 0; i < Math.min(bigEndian.length, KEY_LENGTH); i++) {
            raw[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (point.isXOdd()) {
            raw[KEY_LENGTH - 1] |= (byte) SIGN_BIT;
        }
        return raw;
    }

    static PublicKey publicKey(byte[] raw) {
        byte[] bigEndian = new byte[KEY_LENGTH];
        for (int i = 0; i < KEY_LENGTH; i++) {
            bigEndian[i] = raw[KEY_LENGTH - 1 - i];
        }
        boolean odd = (bigEndian[0] & SIGN_BIT) != 0;
        bigEndian[0] &= (byte) ~SIGN_BIT;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (InvalidKeySpecException e) {
            throw new MalformedException("The bytes of a key are an Ed25519 public key", e);
        } catch (NoSuchAlgorithmException e) {
            throw missing(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (InvalidKeyException | SignatureException e) {
            throw new IllegalArgumentException("The private key is an Ed25519 key that signs", e);
        } catch (NoSuchAlgorithmException e) {
            throw missing(e);
        }
    }

    /** Whatever is wrong with key or signature, the answer is no. */
    static boolean verify(byte[] rawKey, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey(rawKey));
            signature.update(message);
            return signed.length == SIGNATURE_LENGTH && signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("Java has had Ed25519 since release 15", e);
    }
}
