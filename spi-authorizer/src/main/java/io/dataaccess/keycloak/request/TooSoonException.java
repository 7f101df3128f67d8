/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import java.time.Duration;

/** The approvers know already; nothing has changed. */
public final class TooSoonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooSoonException(Duration wait) {
        super("The approvers heard of this request less than 15 minutes ago: remind them later");
        this.wait = wait;
    }

    /** How much later. */
    public Duration waiting() {
        return wait;
    }
}
