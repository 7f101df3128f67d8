/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.catalog.People;
import org.keycloak.models.RealmModel;

/** Groups as people know them: by their description. */
record GroupNames(RealmModel realm) {

    /** The description; the path without its first slash where the group has none, or is gone. */
    String of(GroupRef group) {
        return People.description(realm, group).orElseGet(() -> plain(group.path()));
    }

    static String plain(String path) {
        return Shown.line(path).replaceFirst("^/", "");
    }
}
