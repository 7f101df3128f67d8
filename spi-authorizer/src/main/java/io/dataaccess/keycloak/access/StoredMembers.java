/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.List;
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
}
