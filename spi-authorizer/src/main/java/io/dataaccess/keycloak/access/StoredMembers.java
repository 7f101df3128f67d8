/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of groups that the database knows of, read page by page in the order of their ids. */
public interface StoredMembers {

    /**
     * The next members of any of these groups who could approve: who is disabled or a service account is left out, unless a
     * directory has the last word.
     *
     * @param groupIds of groups of the realm, those below them not among them unless named
     * @param userId of the last one of the page before; empty for the first page
     * @param most how long a page is
     * @return none when there are no others
     */
    List<StoredUser> after(Set<String> groupIds, String userId, int most);

    /** The ids of those who are kept by a directory alone, and whose memberships Keycloak keeps; at most so many. */
    List<String> ofDirectories(Set<String> groupIds, int most);

    /**
     * What the database keeps of a user.
     *
     * @param inDirectory whether a directory outside of Keycloak, such as LDAP, has the last word about this user
     * @param attributes all values by attribute name, the names of the user and the e-mail address among them
     * @param groupIds the groups that the user is in, without those above them
     * @param roleIds the roles that the user has been given, without those that come with them or with a group
     */
    record StoredUser(
            UserRef ref,
            boolean inDirectory,
            Map<String, List<String>> attributes,
            Set<String> groupIds,
            Set<String> roleIds) {}
}
