/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.policy.FreshLogin;

/** The login behind a vote is too old or too weak; nothing has changed. */
public final class LoginTooWeakException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FreshLogin needed;

    public LoginTooWeakException(FreshLogin needed) {
        super("Log in again, recently and strongly enough for this decision");
        this.needed = needed;
    }

    /** What the login would have to be. */
    public FreshLogin needed() {
        return needed;
    }
}
