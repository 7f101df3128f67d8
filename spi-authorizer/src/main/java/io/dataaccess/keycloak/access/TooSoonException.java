/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.time.Duration;

/** It may be done, but not yet; nothing has changed. The message says what to do, in English, without anybody's data. */
public final class TooSoonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooSoonException(Duration wait, String message) {
        super(message);
        this.wait = wait;
    }

    /** How much later. */
    public Duration waiting() {
        return wait;
    }
}
