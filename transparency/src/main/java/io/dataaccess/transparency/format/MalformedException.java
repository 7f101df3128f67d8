/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.format;

/** A text or bytes are not what their format says. The message tells where, without repeating what was read. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }

    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
