/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/** Why a pending request ended before anybody decided: requester and subject are told, unless they did it. */
public enum Cancellation {
    /** The requester or the subject took it back. */
    WITHDRAWN("withdrawn"),
    /** The access was revoked, and with it what was pending for it. */
    REVOKED("access revoked"),
    /** Another owner of the service account took it back. */
    OTHER_OWNER("by another service owner"),
    /** The account, client or scope that it was for is being deleted. */
    DELETED("deleted"),
    /** The scope opens other data than the request was filed for. */
    RECLASSIFIED("reclassified");

    private final String reason;

    Cancellation(String reason) {
        this.reason = reason;
    }

    /** As events say it. */
    public String reason() {
        return reason;
    }
}
