/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.access.Rejection;

/** The HTTP status of each rejection. */
final class RejectionStatus {

    private RejectionStatus() {}

    static int of(Rejection rejection) {
        return switch (rejection) {
            case UNKNOWN_CLIENT,
                    UNKNOWN_SCOPE,
                    UNKNOWN_SUBJECT,
                    UNKNOWN_PURPOSE,
                    INVALID_JUSTIFICATION,
                    INVALID_TICKET,
                    INVALID_DURATION,
                    INVALID_COMMENT,
                    INVALID_CONFIGURATION,
                    NO_APPROVAL_NEEDED -> 400;
            case NOT_ELIGIBLE,
                    UNDECIDABLE,
                    IMPERSONATED,
                    NOT_A_SERVICE_OWNER,
                    NOT_AN_APPROVER,
                    OWN_REQUEST,
                    NOT_THE_PROPOSER,
                    CONDITIONS_NOT_MET -> 403;
            case NOT_FOUND -> 404;
            case UNCLASSIFIED,
                    NO_POLICY,
                    NO_APPROVER,
                    DIFFERENT_PENDING,
                    TOO_MANY_PENDING,
                    NOT_PENDING,
                    ALREADY_VOTED,
                    RECLASSIFIED,
                    OVERTAKEN,
                    NOTHING_CHANGED,
                    NOT_REQUIRED,
                    ALREADY_ENDED -> 409;
            case TOO_SOON -> 429;
        };
    }
}
