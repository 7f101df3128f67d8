/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.GroupMembers;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.StoredMembers.StoredUser;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;

/** Members of groups: first those whom the database knows, then those whom only a directory knows. */
final class FoundMembers implements GroupMembers {

    /** Of those whom only Keycloak or a directory can tell about, no more are looked at. */
    private static final int MOST = 500;

    private final MemberSource source;
    private final UserDirectories directories;
    private final List<GroupModel> groups;
    private final StoredPages stored;
    private final Deque<GroupModel> unasked = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private Iterator<Optional<Person>> page = Collections.emptyIterator();
    private int asked;
    private boolean isCut;
    private boolean isUnanswered;
    private @Nullable Person next;

    FoundMembers(MemberSource source, List<GroupModel> groups) {
        this.source = source;
        this.directories = source.directories();
        this.groups = groups;
        this.stored = source.pages(groups.stream().map(GroupModel::getId).toList());
        if (!directories.isEmpty()) {
            unasked.addAll(groups);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && (page.hasNext() || hasPage())) {
            next = page.hasNext() ? page.next().filter(FoundMembers::isPossible).orElse(null) : null;
        }
        return next != null;
    }

    @Override
    public Person next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Person found = Optional.ofNullable(next).orElseThrow();
        next = null;
        return found;
    }

    @Override
    public boolean isComplete() {
        if (isUnanswered || directories.isUnanswered()) {
            throw new DirectoryAwayException();
        }
        return !isCut && directories.list(groups);
    }

    /** Turns to the next page; false when there is none. */
    private boolean hasPage() {
        if (stored.hasNext()) {
            page = stored.next().stream()
                    .filter(user -> seen.add(user.ref().id()))
                    .map(this::person)
                    .iterator();
            return true;
        }
        if (unasked.isEmpty()) {
            return false;
        }
        List<String> found = directories.members(unasked.removeFirst(), MOST);
        isCut |= found.size() >= MOST;
        page = found.stream().filter(seen::add).map(this::asKeycloakSays).iterator();
        return true;
    }

    private Optional<Person> person(StoredUser user) {
        return source.isAskedOfKeycloak(user) ? asKeycloakSays(user.ref().id()) : Optional.of(source.asStored(user));
    }

    private Optional<Person> asKeycloakSays(String userId) {
        asked++;
        if (asked > MOST) {
            isCut = true;
            return Optional.empty();
        }
        Optional<UserModel> user = source.user(userId);
        isUnanswered |= user.filter(StorageUnavailableUserModelDelegate.class::isInstance)
                .isPresent();
        return user.map(source::asKeycloakSays);
    }

    private static boolean isPossible(Person person) {
        Account account = person.account();
        return account.enabled() && !account.serviceAccount();
    }
}
