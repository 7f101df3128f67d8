/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Words kept with one login, as long as it lasts. */
final class Memory {

    private final AuthenticationSessionModel session;
    private final String note;

    private Memory(AuthenticationSessionModel session, String note) {
        this.session = session;
        this.note = note;
    }

    /** The ids of the requests that this login has been waiting for: their answers are news to the person. */
    static Memory requests(AuthenticationSessionModel session) {
        return new Memory(session, "data-access.requests");
    }

    /** Which refusals of this login have been written down as events. */
    static Memory refusals(AuthenticationSessionModel session) {
        return new Memory(session, "data-access.refusals");
    }

    /** Which pages of this login have changed the person's credentials. */
    static Memory credentialActions(AuthenticationSessionModel session) {
        return new Memory(session, "data-access.credential-actions");
    }

    /** What this login was allowed to give a device. */
    static Memory confirmed(AuthenticationSessionModel session) {
        return new Memory(session, "data-access.device");
    }

    Set<String> words() {
        return Optional.ofNullable(session.getAuthNote(note)).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether any of them is new. */
    boolean add(Collection<String> added) {
        Set<String> all = words();
        boolean anyNew = all.addAll(added);
        write(all);
        return anyNew;
    }

    void remove(Collection<String> removed) {
        Set<String> all = words();
        all.removeAll(removed);
        write(all);
    }

    private void write(Set<String> words) {
        session.setAuthNote(note, String.join(" ", words));
    }
}
