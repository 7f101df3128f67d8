/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.problem;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import java.util.Map;
import java.util.Optional;

/**
 * Something in the realm's configuration that leaks, locks, or weakens what approvals are worth.
 *
 * @param code stable, for programs
 * @param place the component, scope, client, person or setting it is about
 * @param sentence what is wrong and what to do
 */
public record Problem(String code, Severity severity, RealmElement place, ParameterizedText sentence) {

    /** How bad it is. */
    public enum Severity {
        /** Somebody gets or approves what no rule meant, or access is refused that was meant to be possible. */
        ERROR,
        /** The rules hold, but rest on less than they should, or leave no trace, or work hardly as meant. */
        WARNING
    }

    public static Problem error(String code, RealmElement place, String text) {
        return error(code, place, ParameterizedText.of(text));
    }

    /**
     * An error whose text has gaps.
     *
     * @param named what stands in them
     */
    public static Problem error(String code, RealmElement place, String text, Map<String, String> named) {
        return error(code, place, ParameterizedText.of(text, named));
    }

    public static Problem error(String code, RealmElement place, ParameterizedText sentence) {
        return new Problem(code, Severity.ERROR, place, sentence);
    }

    public static Problem warning(String code, RealmElement place, String text) {
        return warning(code, place, ParameterizedText.of(text));
    }

    /**
     * A warning whose text has gaps.
     *
     * @param named what stands in them
     */
    public static Problem warning(String code, RealmElement place, String text, Map<String, String> named) {
        return warning(code, place, ParameterizedText.of(text, named));
    }

    public static Problem warning(String code, RealmElement place, ParameterizedText sentence) {
        return new Problem(code, Severity.WARNING, place, sentence);
    }

    public String message() {
        return sentence.text();
    }

    public String where() {
        return place.words();
    }

    public Optional<RealmElement.Resource> resource() {
        return place.resource();
    }
}
