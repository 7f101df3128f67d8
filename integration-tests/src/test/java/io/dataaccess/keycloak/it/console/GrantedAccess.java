/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.Map;

/** Access grants of a realm that came about outside the console. */
final class GrantedAccess {

    private final Realm realm;

    GrantedAccess(Realm realm) {
        this.realm = realm;
    }

    /** Lets somebody have a scope at the sample application for this long; returns the id of the access grant. */
    String give(String subject, String scope, String duration, String approver) {
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, subject, Tokens.FILING)
                .accessToken();
        Answer filed = realm.selfRest(token)
                .post(
                        "requests",
                        Map.of(
                                "clientId",
                                "sample-app",
                                "scope",
                                scope,
                                "purpose",
                                "legal-request",
                                "justification",
                                "A court asks for the contact details of one user",
                                "duration",
                                duration));
        Answer voted = realm.adminRestOf(approver)
                .post("requests/" + filed.text("id") + "/votes", Map.of("decision", "APPROVE", "comment", "Agreed"));
        assertThat(voted.text("status")).isEqualTo("APPROVED");
        return voted.body().path("grant").path("id").asText();
    }

    void revoke(String id, String approver) {
        Rest rest = realm.adminRestOf(approver);
        assertThat(rest.post("grants/" + id + "/revoke", Map.of("reason", "The case is closed"))
                        .status())
                .isEqualTo(204);
    }
}
