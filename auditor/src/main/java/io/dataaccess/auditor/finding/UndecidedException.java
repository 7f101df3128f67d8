/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

/** Nothing can be said: a file or server cannot be read, or an argument is wrong. It is never an answer to what was asked. */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecidedException(String message) {
        super(message);
    }

    public UndecidedException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
