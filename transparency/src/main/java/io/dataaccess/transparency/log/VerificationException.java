/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

/** What a checkpoint or a proof says is not shown to be true. */
public final class VerificationException extends RuntimeException {

    /** Why it is not. */
    public enum Reason {
        /** A known key is named on a signature that it did not make. */
        SIGNATURE_INVALID,
        /** No log of the policy signed the checkpoint, or not in its own name. */
        LOG_UNKNOWN,
        /** Too few witnesses of the policy cosigned it. */
        QUORUM_MISSING,
        /** The entry is not in the tree of the checkpoint at this index. */
        NOT_INCLUDED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public VerificationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
