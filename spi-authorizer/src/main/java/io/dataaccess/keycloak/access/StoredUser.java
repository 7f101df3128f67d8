/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the database keeps of a user.
 *
 * @param inDirectory whether a directory outside of Keycloak, such as LDAP, has the last word about this user
 * @param attributes all values by attribute name, the names of the user and the e-mail address among them
 * @param groupIds the groups that the user is in, without those above them
 * @param roleIds the roles that the user has been given, without those that come with them or with a group
 */
public record StoredUser(
        UserRef ref,
        boolean inDirectory,
        Map<String, List<String>> attributes,
        Set<String> groupIds,
        Set<String> roleIds) {}
