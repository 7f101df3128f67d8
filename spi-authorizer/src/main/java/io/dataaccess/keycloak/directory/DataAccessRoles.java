/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The realm roles that let somebody approve, audit or administer data access, or ask for it for service accounts. */
public final class DataAccessRoles {

    public static final String APPROVER = "data-access-approver";
    public static final String AUDITOR = "data-access-auditor";
    public static final String POLICY_ADMIN = "data-access-policy-admin";
    public static final String SERVICE_OWNER = "data-access-service-owner";

    public static final List<String> ALL = List.of(APPROVER, AUDITOR, POLICY_ADMIN, SERVICE_OWNER);

    private DataAccessRoles() {}

    public static boolean hasAny(RealmModel realm, UserModel user) {
        return ALL.stream().anyMatch(role -> has(realm, user, role));
    }

    /** Nobody has a role that the realm does not have. */
    public static boolean has(RealmModel realm, UserModel user, String name) {
        RoleModel role = realm.getRole(name);
        return role != null && user.hasRole(role);
    }
}
