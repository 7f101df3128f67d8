/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog.approved;

import org.keycloak.models.RealmModel;

/** Whether a realm asks that changes of its configuration are approved. */
public enum ApprovalSetting {
    /** Nothing is written, or so it is. */
    OFF,
    REQUIRED,
    /** Something else is written: nobody knows what was meant, and nothing is decided by it. */
    MISSPELT;

    public static final String ATTRIBUTE = "data-access.configurationApproval";

    /** What is written in the realm. A blank says as little as a word that nobody knows. */
    public static ApprovalSetting of(RealmModel realm) {
        String written = realm.getAttribute(ATTRIBUTE);
        if (written == null) {
            // Some databases give back nothing where a blank text was stored.
            return realm.getAttributes().containsKey(ATTRIBUTE) ? MISSPELT : OFF;
        }
        return switch (written) {
            case "off" -> OFF;
            case "required" -> REQUIRED;
            default -> MISSPELT;
        };
    }
}
