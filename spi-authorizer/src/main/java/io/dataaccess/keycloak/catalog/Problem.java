/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Optional;

/**
 * Something in the realm's configuration that leaks, locks, or weakens what approvals are worth.
 *
 * @param code stable, for programs
 * @param place the component, scope, client, person or setting it is about
 * @param message what is wrong and what to do
 */
public record Problem(String code, Severity severity, Place place, String message) {

    /** How bad it is. */
    public enum Severity {
        /** Somebody gets or approves what no rule meant, or access is refused that was meant to be possible. */
        ERROR,
        /** The rules hold, but rest on less than they should, or leave no trace, or work hardly as meant. */
        WARNING
    }

    static Problem error(String code, Place place, String message) {
        return new Problem(code, Severity.ERROR, place, message);
    }

    static Problem warning(String code, Place place, String message) {
        return new Problem(code, Severity.WARNING, place, message);
    }

    public String where() {
        return place.words();
    }

    public Optional<Place.Resource> resource() {
        return place.resource();
    }
}
