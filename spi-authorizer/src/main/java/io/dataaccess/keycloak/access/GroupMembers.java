/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The members of a group, looked up while somebody asks for another one, each once. */
public interface GroupMembers extends Iterator<Person> {

    /**
     * Whether the group has no others than those that came. Asked once there are no more: some memberships are known only
     * from the user's side, so that nobody can list them.
     */
    boolean isComplete();

    /** Those who have not come yet. */
    default Stream<Person> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, 0), false);
    }
}
