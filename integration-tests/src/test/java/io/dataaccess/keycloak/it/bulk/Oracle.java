/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.regex.Pattern;

/** What holds for every answer, whatever was sent. */
final class Oracle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat \\w+(\\.\\w+)+\\(|\\w(Exception|Error): |\\b(io\\.dataaccess|org\\.(keycloak|hibernate|jboss|postgresql)"
                    + "|java\\.(lang|util|time|net)|jakarta|com\\.fasterxml|dev\\.cel|freemarker\\.core)\\.\\w|[a-z]Exception\\b"
                    + "|StreamReadConstraints");
    /** Of {@code ${7777*7}} and the like. */
    private static final String EVALUATED = "54439";

    private Oracle() {}

    /** @param secrets what this caller must not read */
    static void check(Reply reply, Collection<String> secrets) {
        assertThat(reply.status())
                .withFailMessage(() -> reply.status() + " " + reply.body())
                .isLessThan(500);
        assertThat(INSIDE.matcher(reply.body()).find())
                .withFailMessage(() -> "Tells about the inside: " + reply.body())
                .isFalse();
        assertThat(reply.body()).doesNotContain(EVALUATED);
        assertThat(reply.header("set-cookie")).doesNotContain("fz7");
        secrets.forEach(secret -> assertThat(reply.body()).doesNotContain(secret));
        if (!reply.isJson()) {
            assertThat(reply.body()).doesNotContain(Texts.TAG);
        }
    }

    /** Checks an answer of our REST, whose errors look alike. */
    static void checkRest(Reply reply, Collection<String> secrets) {
        check(reply, secrets);
        if (reply.isJson() && reply.status() >= 400) {
            error(reply.body());
        }
    }

    /** Ours have two fields, and maybe what the message names; Keycloak's own, when our code is not reached, other ones. */
    private static void error(String body) {
        JsonNode error = json(body);
        if (error.has("errorMessage")) {
            assertThat(error.fieldNames())
                    .toIterable()
                    .contains("error", "errorMessage")
                    .isSubsetOf("error", "errorMessage", "params");
            assertThat(error.path("params"))
                    .allSatisfy(param -> assertThat(param.isTextual()).isTrue());
            assertThat(error.path("error").asText()).matches("[a-z_]+");
            assertThat(error.path("errorMessage").asText()).isNotBlank().doesNotContain("fz7");
        }
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }
}
