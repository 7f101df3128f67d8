/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import io.dataaccess.keycloak.policy.RequiredLogin;

/** The login behind a vote is too old or too weak; nothing has changed. */
public final class LoginTooWeakException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RequiredLogin needed;

    public LoginTooWeakException(RequiredLogin needed) {
        super("Log in again, recently and strongly enough for this decision");
        this.needed = needed;
    }

    /** What the login would have to be. */
    public RequiredLogin needed() {
        return needed;
    }
}
