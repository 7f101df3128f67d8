/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Locale;

/** Why something cannot be done with a request, a grant or a change request. */
public enum Rejection {
    UNKNOWN_CLIENT,
    UNKNOWN_SCOPE,
    UNKNOWN_SUBJECT,
    UNKNOWN_PURPOSE,
    INVALID_JUSTIFICATION,
    INVALID_TICKET,
    INVALID_DURATION,
    INVALID_COMMENT,
    NO_APPROVAL_NEEDED,
    UNCLASSIFIED,
    NO_POLICY,
    NOT_ELIGIBLE,
    UNDECIDABLE,
    IMPERSONATED,
    NOT_A_SERVICE_OWNER,
    NO_APPROVER,
    DIFFERENT_PENDING,
    TOO_MANY_PENDING,
    TOO_SOON,
    NOT_PENDING,
    ALREADY_VOTED,
    RECLASSIFIED,
    NOT_AN_APPROVER,
    OWN_REQUEST,
    CONDITIONS_NOT_MET,
    ALREADY_ENDED,
    OVERTAKEN,
    NOTHING_CHANGED,
    NOT_THE_PROPOSER,
    NOT_REQUIRED,
    INVALID_CONFIGURATION,
    NOT_FOUND;

    /** As it stands in error answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
