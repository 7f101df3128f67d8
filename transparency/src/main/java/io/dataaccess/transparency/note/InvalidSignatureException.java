/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.note;

/** A note names a known key on a signature that this key did not make: it is refused whole (C2SP signed-note, signatures). */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSignatureException(String key) {
        super("The signature in the name of " + key + " is not by its key");
    }
}
