/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * Something in the realm's configuration that leaks, locks, or weakens what approvals are worth.
 *
 * @param code stable, for programs
 * @param place the component, scope, client, person or setting it is about
 * @param sentence what is wrong and what to do
 */
public record Problem(String code, Severity severity, Place place, Sentence sentence) {

    /** How bad it is. */
    public enum Severity {
        /** Somebody gets or approves what no rule meant, or access is refused that was meant to be possible. */
        ERROR,
        /** The rules hold, but rest on less than they should, or leave no trace, or work hardly as meant. */
        WARNING
    }

    static Problem error(String code, Place place, String text) {
        return error(code, place, Sentence.of(text));
    }

    /** @param named what stands in the text's gaps */
    static Problem error(String code, Place place, String text, Map<String, String> named) {
        return error(code, place, Sentence.of(text, named));
    }

    static Problem error(String code, Place place, Sentence sentence) {
        return new Problem(code, Severity.ERROR, place, sentence);
    }

    static Problem warning(String code, Place place, String text) {
        return warning(code, place, Sentence.of(text));
    }

    /** @param named what stands in the text's gaps */
    static Problem warning(String code, Place place, String text, Map<String, String> named) {
        return warning(code, place, Sentence.of(text, named));
    }

    static Problem warning(String code, Place place, Sentence sentence) {
        return new Problem(code, Severity.WARNING, place, sentence);
    }

    public String message() {
        return sentence.text();
    }

    public String where() {
        return place.words();
    }

    public Optional<Place.Resource> resource() {
        return place.resource();
    }
}
