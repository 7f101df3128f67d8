/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;

/** What a key of a note signs, by the byte that C2SP signed-note assigns; others are not supported. */
public enum SignatureType {
    /** An Ed25519 signature over the text (C2SP signed-note). */
    ED25519(0x01),
    /** A timestamped Ed25519 signature of a witness over a checkpoint (C2SP tlog-cosignature, cosignature/v1). */
    COSIGNATURE_V1(0x04);

    private final int code;

    SignatureType(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static SignatureType of(byte code) {
        for (SignatureType type : values()) {
            if (type.code() == code) {
                return type;
            }
        }
        throw new MalformedException("A key is of signature type 0x01 (Ed25519) or 0x04 (cosignature/v1)");
    }
}
