/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.Strict;
import java.security.PrivateKey;
import java.time.Instant;

/** Signs notes with a private key that it is given, a realm's for example. */
public final class NoteSigner {

    private final VerifierKey key;
    private final PrivateKey privateKey;

    /**
     * @param key says the name and what is signed
     * @param privateKey the Ed25519 key that belongs to it
     */
    public NoteSigner(VerifierKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /** The key that verifies what this one signs. */
    public VerifierKey key() {
        return key;
    }

    /** Signs a text (C2SP signed-note). */
    public NoteSignature sign(String text) {
        require(SignatureType.ED25519);
        return checked(text, Ed25519.sign(privateKey, Strict.utf8(text)));
    }

    /** Signs the text of a checkpoint as its witness (C2SP tlog-cosignature). */
    public NoteSignature cosign(String text, Instant now) {
        require(SignatureType.COSIGNATURE_V1);
        long time = now.getEpochSecond();
        byte[] signature = Ed25519.sign(privateKey, Cosignature.message(text, time));
        return checked(text, Cosignature.bytes(time, signature));
    }

    /** A private key of another pair would sign what nobody can verify, and show only at the reader's. */
    private NoteSignature checked(String text, byte[] bytes) {
        NoteSignature signature = new NoteSignature(key.name(), key.keyId(), bytes);
        if (!key.verifies(text, signature)) {
            throw new IllegalArgumentException("Private and public key of " + key.name() + " are no pair");
        }
        return signature;
    }

    private void require(SignatureType type) {
        if (key.type() != type) {
            throw new IllegalStateException("The key of " + key.name() + " is for " + key.type());
        }
    }
}
