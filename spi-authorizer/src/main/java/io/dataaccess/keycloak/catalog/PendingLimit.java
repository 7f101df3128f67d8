/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Optional;
import org.keycloak.models.RealmModel;

/** How many requests one requester may have pending: the realm's attribute {@code data-access.maxPendingRequests}. */
public final class PendingLimit {

    private static final String ATTRIBUTE = "data-access.maxPendingRequests";
    private static final int USUAL = 20;

    private PendingLimit() {}

    /** From 1 to 999; the usual one when the attribute is missing or says anything else. */
    public static int of(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf)
                .orElse(USUAL);
    }
}
