/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

import io.dataaccess.transparency.format.MalformedException;

/** Nothing can be said: a file or server cannot be read, or an argument is wrong. It is never an answer to what was asked. */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecidedException(String message) {
        super(message);
    }

    public UndecidedException(String message, Throwable cause) {
        super(message + ": " + said(cause), cause);
    }

    /** A file that says something wrong is told in words; of others the kind stands before them, as {@code ConnectException}. */
    private static String said(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        String kind = cause.getClass().getSimpleName();
        if (cause instanceof MalformedException) {
            return message;
        }
        return cause.getMessage() == null ? kind : kind + ": " + message;
    }
}
