/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Optional;
import org.keycloak.models.RealmModel;

/** How many requests one requester may file within an hour: the realm's attribute {@code data-access.requestsPerHour}. */
public final class FilingLimit {

    private static final String ATTRIBUTE = "data-access.requestsPerHour";
    private static final int USUAL = 60;

    private FilingLimit() {}

    /** From 1 to 999; the usual one when the attribute is missing or says anything else. */
    public static int of(RealmModel realm) {
        return written(realm)
                .filter(FilingLimit::isNumber)
                .map(Integer::valueOf)
                .orElse(USUAL);
    }

    /** Whether the attribute says what is not taken. */
    static boolean isMisspelt(RealmModel realm) {
        return written(realm).filter(text -> !isNumber(text)).isPresent();
    }

    private static Optional<String> written(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static boolean isNumber(String text) {
        return text.matches("[1-9][0-9]{0,2}");
    }
}
