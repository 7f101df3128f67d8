/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

/** A component that can never be right; the message says which field and what to do. */
final class InvalidComponentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String complaint;

    InvalidComponentException(String field, String complaint) {
        super(field + " " + complaint);
        this.complaint = field + " " + complaint;
    }

    String complaint() {
        return complaint;
    }
}
