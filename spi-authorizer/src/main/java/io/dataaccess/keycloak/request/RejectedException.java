/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

/** Something was not done, and nothing has changed. The message says what to do, in English, without anybody's data. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rejection rejection;

    public RejectedException(Rejection rejection, String message) {
        super(message);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
