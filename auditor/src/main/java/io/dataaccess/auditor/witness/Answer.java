/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

/** What the witness answers over HTTP. */
record Answer(int status, String contentType, String body) {

    static final int OK = 200;
    static final int MALFORMED = 400;
    static final int NO_SIGNATURE = 403;
    static final int UNKNOWN = 404;
    static final int NO_METHOD = 405;
    static final int CONFLICT = 409;
    static final int INCONSISTENT = 422;

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer ok(String body) {
        return new Answer(OK, TEXT, body);
    }

    static Answer refused(int status, String message) {
        return new Answer(status, TEXT, message + "\n");
    }

    /** C2SP tlog-witness: the size of the checkpoint that was cosigned last. */
    static Answer conflict(long size) {
        return new Answer(CONFLICT, "text/x.tlog.size", size + "\n");
    }
}
