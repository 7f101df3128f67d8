/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.policy.DecisionQuery;
import java.time.Duration;
import java.util.Optional;

/**
 * What a requester hands in.
 *
 * @param requester who files it, as of now
 * @param query subject, client and the one scope it is about
 */
public record RequestDraft(Person requester, DecisionQuery query, RequestReason reason, Wanted wanted) {

    /**
     * On which terms.
     *
     * @param duration empty asks for the usual one
     * @param bundle shared by requests filed together
     * @param application the id of the client whose token files it; empty when it is filed in person
     */
    public record Wanted(Optional<Duration> duration, boolean urgent, String bundle, Optional<String> application) {}

    public RequestDraft {
        if (query.scopes().size() != 1) {
            throw new IllegalArgumentException("An application is about one scope");
        }
    }

    public Access access() {
        return new Access(
                query.subject().user(), query.client(), query.scopes().get(0).ref());
    }
}
