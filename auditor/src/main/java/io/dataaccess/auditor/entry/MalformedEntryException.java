/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.entry;

import io.dataaccess.auditor.finding.Code;

/** An entry does not say what one of its kind says. */
public final class MalformedEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    public MalformedEntryException(Code code, String message) {
        super(message);
        this.code = code;
    }

    MalformedEntryException(String message) {
        this(Code.ENTRY_MALFORMED, message);
    }

    public Code code() {
        return code;
    }
}
