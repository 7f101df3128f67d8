/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People of a realm calling the REST: newcomers ask, those of the demo decide. */
final class Staff {

    static final String JUSTIFICATION = "A court asks for the contact details of one user";

    private final AtomicInteger newcomers = new AtomicInteger();
    private final Realm realm;

    Staff(Realm realm) {
        this.realm = realm;
    }

    /** An admitted employee nobody has heard of, so that tests do not meet in one request. */
    String newcomer() {
        String name = "newcomer" + newcomers.incrementAndGet();
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    /** The requester's REST through the sample application. */
    Rest self(String username) {
        return realm.selfRest(realm.tokens()
                .password(Client.SAMPLE_APP, username, Tokens.FILING)
                .accessToken());
    }

    static Map<String, Object> asking(String scope) {
        return new HashMap<>(Map.of(
                "clientId", "sample-app", "scope", scope, "purpose", "legal-request", "justification", JUSTIFICATION));
    }

    static Map<String, Object> asking(String scope, String field, Object value) {
        Map<String, Object> body = asking(scope);
        body.put(field, value);
        return body;
    }

    /** Files and returns the id. */
    String file(String username, String scope) {
        Answer filed = self(username).post("requests", asking(scope));
        if (filed.status() != 201) {
            throw new AssertionError("Not filed: " + filed.body());
        }
        return filed.text("id");
    }

    Answer vote(String username, String requestId, Map<String, Object> vote) {
        return realm.adminRestOf(username).post("requests/" + requestId + "/votes", vote);
    }

    Answer approve(String username, String requestId) {
        return vote(username, requestId, Map.of("decision", "APPROVE"));
    }

    /** Files, lets avery approve, returns the id of the grant. */
    String grant(String username) {
        return approve("avery", file(username, "us-contact"))
                .body()
                .path("grant")
                .path("id")
                .asText();
    }
}
