/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Set;

/**
 * A user as of now, as far as rules look at one. Service accounts are users too.
 *
 * @param groups the groups the user is in, with all groups above them (nested membership counts);
 *     none for a passing account: one approver who logs in twice would be two of them
 */
public record Person(UserRef user, Account account, Attributes attributes, Set<GroupRef> groups) {

    public Person {
        groups = account.transientUser() ? Set.of() : Set.copyOf(groups);
    }

    public boolean isMemberOf(GroupRef group) {
        return groups.stream().anyMatch(mine -> mine.id().equals(group.id()));
    }
}
