/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import java.time.Instant;

/**
 * What was handed out to a client.
 *
 * @param refreshToken empty where there is none
 * @param received when, at the latest
 */
record Credential(Client client, String accessToken, String refreshToken, Instant received) {

    static Credential of(Client client, Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("Nothing issued to " + client.id() + ": " + answer.body());
        }
        return new Credential(client, answer.accessToken(), answer.refreshToken(), Instant.now());
    }

    boolean isRefreshable() {
        return !refreshToken.isEmpty();
    }

    /** Only those may introspect, and exchange. */
    boolean isOfConfidentialClient() {
        return !client.secret().isEmpty();
    }
}
