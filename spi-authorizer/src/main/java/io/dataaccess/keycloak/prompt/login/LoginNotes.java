/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt.login;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Words kept with one login, as long as it lasts. */
public final class LoginNotes {

    private static final String NOTICED = "data-access.noticed";
    private static final String REQUESTS = "data-access.requests";

    private final Supplier<@Nullable String> reader;
    private final Consumer<String> writer;

    private LoginNotes(Supplier<@Nullable String> reader, Consumer<String> writer) {
        this.reader = reader;
        this.writer = writer;
    }

    private LoginNotes(AuthenticationSessionModel session, String note) {
        this(() -> session.getAuthNote(note), text -> session.setAuthNote(note, text));
    }

    /**
     * The ids of the requests that this login has been waiting for: their answers are news to the person. They are kept
     * where Keycloak leaves them when it begins a login anew, as it does when another tab of the browser signs in.
     */
    public static LoginNotes requests(AuthenticationSessionModel session) {
        return new LoginNotes(() -> session.getClientNote(REQUESTS), text -> {
            if (text.isEmpty()) {
                // Else it would go on to the session of the client.
                session.removeClientNote(REQUESTS);
            } else {
                session.setClientNote(REQUESTS, text);
            }
        });
    }

    /** The ids of the requests that the form starts from: whoever asks again need not type again. */
    public static LoginNotes former(AuthenticationSessionModel session) {
        return new LoginNotes(session, "data-access.former");
    }

    /** Which refusals of this login have been written down as events. */
    public static LoginNotes refusals(AuthenticationSessionModel session) {
        return new LoginNotes(session, "data-access.refusals");
    }

    /** The ids of the access grants that this session has been told of: kept with the session, for its later logins. */
    static LoginNotes noticed(AuthenticationSessionModel session) {
        return new LoginNotes(
                () -> session.getUserSessionNotes().get(NOTICED), text -> session.setUserSessionNote(NOTICED, text));
    }

    /** The ids of the access grants that a session which has begun has been told of. */
    static LoginNotes noticed(UserSessionModel session) {
        return new LoginNotes(() -> session.getNote(NOTICED), text -> session.setNote(NOTICED, text));
    }

    /** What this login was allowed to give a device. */
    static LoginNotes confirmed(AuthenticationSessionModel session) {
        return new LoginNotes(session, "data-access.device");
    }

    public Set<String> words() {
        return Optional.ofNullable(reader.get()).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether any of them is new. */
    public boolean add(Collection<String> added) {
        Set<String> all = words();
        boolean anyNew = all.addAll(added);
        write(all);
        return anyNew;
    }

    public void remove(Collection<String> removed) {
        Set<String> all = words();
        all.removeAll(removed);
        write(all);
    }

    public void forget() {
        writer.accept("");
    }

    private void write(Set<String> words) {
        writer.accept(String.join(" ", words));
    }
}
