/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

/**
 * Something in the realm's configuration that leaks, locks, or weakens what approvals are worth.
 *
 * @param code stable, for programs
 * @param where the component, scope, client, person or setting it is about
 * @param message what is wrong and what to do
 */
public record Problem(String code, Severity severity, String where, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Somebody gets or approves what no rule meant, or access is refused that was meant to be possible. */
        ERROR,
        /** The rules hold, but rest on less than they should, or leave no trace, or work hardly as meant. */
        WARNING
    }

    static Problem error(String code, String where, String message) {
        return new Problem(code, Severity.ERROR, where, message);
    }

    static Problem warning(String code, String where, String message) {
        return new Problem(code, Severity.WARNING, where, message);
    }
}
