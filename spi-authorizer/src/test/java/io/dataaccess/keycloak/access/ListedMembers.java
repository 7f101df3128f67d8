/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.access;

import java.util.Iterator;
import java.util.stream.Stream;

/** Members that a test names; counts those that are looked at. */
public final class ListedMembers implements GroupMembers {

    private final Iterator<Person> people;
    private final boolean complete;
    private int looked;

    private ListedMembers(Stream<Person> people, boolean complete) {
        this.people = people.iterator();
        this.complete = complete;
    }

    public static ListedMembers all(Stream<Person> people) {
        return new ListedMembers(people, true);
    }

    /** Those that can be listed; there may be others. */
    public static ListedMembers some(Stream<Person> people) {
        return new ListedMembers(people, false);
    }

    /** How many were looked at. */
    public int looked() {
        return looked;
    }

    @Override
    public boolean hasNext() {
        return people.hasNext();
    }

    @Override
    public Person next() {
        looked++;
        return people.next();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }
}
