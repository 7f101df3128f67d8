/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a timestamped cosignature (C2SP tlog-cosignature, Ed25519): seconds since 1970, and a signature over them and the text. */
final class Cosignature {

    private final long time;
    private final byte[] signature;

    Cosignature(byte[] bytes) {
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            throw new MalformedException("A cosignature is a time and an Ed25519 signature");
        }
        this.time = ByteBuffer.wrap(bytes).getLong();
        this.signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        if (time <= 0) {
            throw new MalformedException("The time of a cosignature is 1 to 2^63 - 1 seconds");
        }
    }

    static byte[] bytes(long time, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    static byte[] message(String text, long time) {
        return Strict.utf8("cosignature/v1\ntime " + time + "\n" + text);
    }

    long time() {
        return time;
    }

    byte[] signature() {
        return signature.clone();
    }
}
