/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

/**
 * Something in the realm's configuration that refuses tokens, or soon will.
 *
 * @param code stable, for programs
 * @param where the component, scope or action it is about
 * @param message what is wrong and what to do
 */
public record Problem(String code, Severity severity, String where, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Some access is refused that was meant to be possible. */
        ERROR,
        /** It works, though hardly as meant. */
        WARNING
    }

    static Problem error(String code, String where, String message) {
        return new Problem(code, Severity.ERROR, where, message);
    }

    static Problem warning(String code, String where, String message) {
        return new Problem(code, Severity.WARNING, where, message);
    }
}
