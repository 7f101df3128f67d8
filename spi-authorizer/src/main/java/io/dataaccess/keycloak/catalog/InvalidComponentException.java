/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Map;
import java.util.TreeMap;

/** A component that can never be right; the message says which field and what to do. */
final class InvalidComponentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ParameterizedText complaint;

    /** A complaint that is made on saving only, where Keycloak says it. */
    InvalidComponentException(String field, String text) {
        this(field, "saved", text, Map.of());
    }

    /** @param kind tells this complaint from the others, for whoever says it in another language */
    InvalidComponentException(String field, String kind, String text) {
        this(field, kind, text, Map.of());
    }

    /** @param named what stands in the text's gaps */
    InvalidComponentException(String field, String kind, String text, Map<String, String> named) {
        this(ParameterizedText.of(kind, "{field} " + text, withField(field, named)));
    }

    private InvalidComponentException(ParameterizedText complaint) {
        super(complaint.text());
        this.complaint = complaint;
    }

    String complaint() {
        return complaint.text();
    }

    /** The complaint in words for somebody who finds the component as it is, and has not just saved it. */
    ParameterizedText found() {
        return new ParameterizedText(
                complaint.text() + ": correct the component; nothing is allowed by it until then",
                complaint.parameters());
    }

    private static Map<String, String> withField(String field, Map<String, String> named) {
        Map<String, String> all = new TreeMap<>(named);
        all.put("field", field);
        return all;
    }
}
