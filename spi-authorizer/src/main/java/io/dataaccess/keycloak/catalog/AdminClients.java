/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** The clients whose tokens the admin REST takes: the realm's attribute {@code data-access.adminClients}. */
public final class AdminClients {

    public static final String ATTRIBUTE = "data-access.adminClients";

    private AdminClients() {}

    /** Their client ids, exactly as written; the admin console alone when nothing is. */
    public static List<String> of(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .filter(listed -> !listed.isBlank())
                .map(listed ->
                        Stream.of(listed.strip().split("\\s+")).distinct().toList())
                .orElse(List.of(Constants.ADMIN_CONSOLE_CLIENT_ID));
    }
}
