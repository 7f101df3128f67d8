/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.prompt.login.LoginNotes;
import io.dataaccess.keycloak.request.AccessRequest;
import java.util.Collection;
import java.util.List;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The request that the form starts from when somebody asks again, so that only what was wrong has to be changed. */
final class PreviousRequest {

    private final LoginContext login;
    private final LoginNotes notes;

    PreviousRequest(AuthenticationSessionModel session, LoginContext login) {
        this.login = login;
        this.notes = LoginNotes.former(session);
    }

    /** Starts the next form from one of these. */
    void startFrom(Collection<String> requestIds) {
        notes.forget();
        notes.add(requestIds);
    }

    /** Those for what is asked now, and of this person; the form starts from the first. */
    List<AccessRequest> of(PromptState state) {
        return notes.words().stream()
                .flatMap(id -> login.dataAccess().requests().find(id).stream())
                .filter(request -> request.content().concerns(login.userRef()))
                .filter(request -> state.guarded().stream()
                        .anyMatch(scope ->
                                scope.ref().id().equals(request.access().scope().id())))
                .toList();
    }
}
