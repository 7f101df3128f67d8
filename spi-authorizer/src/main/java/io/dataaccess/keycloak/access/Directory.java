/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Optional;
import java.util.stream.Stream;

/** The people and groups of the realm, as of now. */
public interface Directory {

    /** The user with this id; empty when there is none any more. */
    Optional<Person> person(String userId);

    /** The members of the group and of all groups below it, each once; none when the group is gone. */
    Stream<Person> members(GroupRef group);

    /** The realm's group (never an organization's) at this path; empty when there is none. */
    Optional<GroupRef> group(String path);
}
