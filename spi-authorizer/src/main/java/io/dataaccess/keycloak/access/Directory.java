/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Optional;

/** The people and groups of the realm, as of now. */
public interface Directory {

    /** The user with this id; empty when there is none any more. */
    Optional<Person> person(String userId);

    /**
     * The members of the group and of all groups below it who could approve at all: who is disabled or a service account is
     * left out. None when the group is gone.
     */
    GroupMembers members(GroupRef group);

    /** The realm's group (never an organization's) at this path; empty when there is none. */
    Optional<GroupRef> group(String path);
}
