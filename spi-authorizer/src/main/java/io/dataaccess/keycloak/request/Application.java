/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.policy.Question;
import java.time.Duration;
import java.util.Optional;

/**
 * What a requester hands in.
 *
 * @param requester who files it, as of now
 * @param question subject, client and the one scope it is about
 */
public record Application(Person requester, Question question, Reason reason, Wanted wanted) {

    /**
     * On which terms.
     *
     * @param duration empty asks for the usual one
     * @param bundle shared by requests filed together
     */
    public record Wanted(Optional<Duration> duration, boolean urgent, String bundle) {}

    public Application {
        if (question.scopes().size() != 1) {
            throw new IllegalArgumentException("An application is about one scope");
        }
    }

    Access access() {
        return new Access(
                question.subject().user(),
                question.client(),
                question.scopes().get(0).ref());
    }
}
