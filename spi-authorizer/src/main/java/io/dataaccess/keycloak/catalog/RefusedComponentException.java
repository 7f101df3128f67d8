/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;

/** A data category or approval policy that is not saved. */
public final class RefusedComponentException extends ComponentValidationException {

    private static final long serialVersionUID = 1L;

    private final String found;

    /** Keycloak formats the message with {@link java.text.MessageFormat}, and fails on braces (26.7.3). */
    RefusedComponentException(ComponentModel component, String complaint) {
        super(complaint.contains("{") ? "'" + doubled(complaint) + "'" : doubled(complaint));
        this.found = component.getProviderId() + " '" + component.getName() + "': " + complaint;
    }

    /** Which of many components it is, which field of it is wrong, and what to do. */
    public String found() {
        return found;
    }

    private static String doubled(String complaint) {
        return complaint.replace("'", "''");
    }
}
