/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.HashMap;
import java.util.Map;

/** People of a realm who ask, and decide, over REST. */
final class ApprovalRequests {

    static final String JUSTIFICATION = "A court asks for this user's data.\nThe answer is due on Friday.";

    private final Realm realm;

    ApprovalRequests(Realm realm) {
        this.realm = realm;
    }

    /** Files and returns the id. */
    String file(String username, String scope, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "clientId", "sample-app", "scope", scope, "purpose", "legal-request", "justification", JUSTIFICATION));
        body.putAll(more);
        return checked(
                        201,
                        realm.selfRest(realm.tokens()
                                        .password(Client.SAMPLE_APP, username, Tokens.FILING)
                                        .accessToken())
                                .post("requests", body))
                .text("id");
    }

    void deny(String approver, String id, String comment) {
        checked(
                200,
                realm.adminRestOf(approver)
                        .post("requests/" + id + "/votes", Map.of("decision", "DENY", "comment", comment)));
    }

    /** As an auditor sees it. */
    Answer read(String id) {
        return checked(200, realm.adminRestOf("olga").get("requests/" + id));
    }

    private static Answer checked(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
