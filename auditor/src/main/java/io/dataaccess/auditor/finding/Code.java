/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

import io.dataaccess.transparency.log.VerificationException.Reason;
import java.util.Locale;

/** What can be wrong. */
public enum Code {
    // A receipt and its proofs
    RECEIPT_MALFORMED,
    GRANT_DIFFERS,
    FOREIGN_ENTRY,
    PROOF_MALFORMED,
    NOT_INCLUDED,
    OPENING_DIFFERS,
    // A checkpoint
    SIGNATURE_INVALID,
    LOG_UNKNOWN,
    QUORUM_MISSING,
    ANOTHER_LOG,
    // The life of a log
    FORKED,
    TRUNCATED,
    REWRITTEN,
    REORDERED,
    REMOVED,
    INSERTED,
    SILENT,
    TILE_MISSING,
    TILE_DIFFERS,
    ENTRY_DIFFERS,
    // One entry
    ENTRY_NOT_CANONICAL,
    ENTRY_MALFORMED,
    ANOTHER_REALM,
    RECORDED_TWICE,
    // How a request becomes a grant
    REQUEST_MISSING,
    DECISION_MISSING,
    GRANT_MISSING,
    OUT_OF_ORDER,
    EXPIRED,
    ENDED_BEFORE,
    VOTE_BY_CONCERNED,
    VOTES_MISSING,
    DENIED,
    NOT_AS_ASKED,
    TERM_TOO_LONG,
    TERM_DIFFERS,
    // An export
    EXPORTED_WITHOUT_ENTRY,
    EXPORT_DIFFERS;

    /** The finding that a checkpoint or proof does not verify. */
    public static Code of(Reason reason) {
        return switch (reason) {
            case SIGNATURE_INVALID -> SIGNATURE_INVALID;
            case LOG_UNKNOWN -> LOG_UNKNOWN;
            case QUORUM_MISSING -> QUORUM_MISSING;
            case NOT_INCLUDED -> NOT_INCLUDED;
        };
    }

    /** The code as it is printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
