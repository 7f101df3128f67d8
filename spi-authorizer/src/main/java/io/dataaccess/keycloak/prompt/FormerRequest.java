/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.request.AccessRequest;
import java.util.Collection;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The request that the form starts from when somebody asks again, so that only what was wrong has to be changed. */
final class FormerRequest {

    private final AskingLogin login;
    private final Memory memory;

    FormerRequest(AuthenticationSessionModel session, AskingLogin login) {
        this.login = login;
        this.memory = Memory.former(session);
    }

    /** Starts the next form from one of these. */
    void startFrom(Collection<String> requestIds) {
        memory.forget();
        memory.add(requestIds);
    }

    /** One for what is asked now, and of this person. */
    Optional<AccessRequest> of(Standing standing) {
        return memory.words().stream()
                .flatMap(id -> login.dataAccess().requests().find(id).stream())
                .filter(request -> request.ask().concerns(login.userRef()))
                .filter(request -> standing.guarded().stream()
                        .anyMatch(scope ->
                                scope.ref().id().equals(request.access().scope().id())))
                .findFirst();
    }
}
