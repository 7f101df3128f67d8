/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import org.keycloak.models.RealmModel;

/** Whether everybody may read the hashes of a realm's log: the realm's attribute {@code data-access.log.public}. */
public final class LogVisibility {

    public static final String ATTRIBUTE = "data-access.log.public";

    private LogVisibility() {}

    /** They may where the realm says nothing or {@code true}; with any other word only auditors do. */
    public static boolean isPublic(RealmModel realm) {
        String value = realm.getAttribute(ATTRIBUTE);
        return value == null || value.isBlank() || value.strip().equals("true");
    }
}
