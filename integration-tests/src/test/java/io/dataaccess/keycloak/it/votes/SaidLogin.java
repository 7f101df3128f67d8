/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a request or grant says to its reader of the login that a decision needs, before they decide.
 *
 * @param login JSON's null when the reader decides nothing
 */
record SaidLogin(JsonNode login) {

    static SaidLogin of(JsonNode record) {
        return new SaidLogin(record.path("login"));
    }

    /** Decides, and compares the answer with what was said before. */
    Answer checked(Supplier<Answer> decision) {
        Answer answer = decision.get();
        if (answer.error().equals("insufficient_user_authentication")) {
            assertThat(login.path("goodUntil").isNull()).as("%s", login).isTrue();
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .endsWith(", error_description=\"A more recent or stronger login is needed\"" + acrValues()
                            + ", max_age=\"" + login.path("maxAge").asLong() + "\"");
            assertThat(answer.text("unreachable"))
                    .isEqualTo(login.path("unreachable").asText(""));
        } else if (answer.status() < 300) {
            assertThat(Instant.parse(login.path("goodUntil").asText())).isAfter(Instant.EPOCH);
            assertThat(login.path("unreachable").isNull()).isTrue();
        }
        return answer;
    }

    private String acrValues() {
        String acr = login.path("acrValues").asText("");
        return acr.isEmpty() ? "" : ", acr_values=\"" + acr + "\"";
    }
}
