/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import io.dataaccess.keycloak.access.StoredMembers;
import io.dataaccess.keycloak.access.StoredMembers.StoredUser;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Members of groups whom the database knows, page by page. Pages grow: the few who are enough come soon, the many in few. */
final class StoredPages {

    private static final int FIRST = 20;
    private static final int GROWTH = 5;
    /** Some databases take no more than 1,000 values in one condition. */
    private static final int LONGEST = 500;
    /** No id is less; Oracle takes an empty text for none at all. */
    private static final String BEFORE_ALL = " ";

    private final StoredMembers stored;
    private final Deque<Set<String>> unread = new ArrayDeque<>();
    private String last = BEFORE_ALL;
    private int length = FIRST;

    StoredPages(StoredMembers stored, Collection<String> groupIds) {
        this.stored = stored;
        List<String> ids = groupIds.stream().distinct().toList();
        for (int first = 0; first < ids.size(); first += LONGEST) {
            unread.add(Set.copyOf(ids.subList(first, Math.min(first + LONGEST, ids.size()))));
        }
    }

    /** Whether there may be another page. */
    boolean hasNext() {
        return !unread.isEmpty();
    }

    /** The next page, which may have nobody. */
    List<StoredUser> next() {
        List<StoredUser> page = stored.after(unread.getFirst(), last, length);
        if (page.size() < length) {
            unread.removeFirst();
            last = BEFORE_ALL;
        } else {
            last = page.get(page.size() - 1).ref().id();
        }
        length = Math.min(length * GROWTH, LONGEST);
        return page;
    }
}
