/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Map;

/** Something was not done, and nothing has changed. The message says what to do, in English, without anybody's data. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rejection rejection;
    private final transient Map<String, String> parameters;

    public RejectedException(Rejection rejection, String message) {
        this(rejection, message, Map.of());
    }

    /** @param parameters what the message names, for whoever says it in another language */
    public RejectedException(Rejection rejection, String message, Map<String, String> parameters) {
        super(message);
        this.rejection = rejection;
        this.parameters = Map.copyOf(parameters);
    }

    public Rejection rejection() {
        return rejection;
    }

    public Map<String, String> parameters() {
        return parameters;
    }
}
