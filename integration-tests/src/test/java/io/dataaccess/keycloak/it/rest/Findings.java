/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.lint.ProblemTexts;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the product finds wrong with a demo realm, told to its auditor. */
final class Findings {

    /** The contract leaves approverAcr blank in the demo, and lets any EU approver approve; its README says why. */
    static final List<String> OF_DEMO = List.of(
            "WARNING approver_acr_blank at approval policy eu-confidential",
            "WARNING approver_acr_blank at approval policy us-confidential",
            "WARNING approver_acr_blank at approval policy us-restricted",
            "WARNING approver_condition_everybody at approval policy eu-confidential");

    private final Realm realm;

    Findings(Realm realm) {
        this.realm = realm;
    }

    /** Such as {@code ERROR group_missing at approval policy us-confidential}, in alphabetical order. */
    List<String> now() {
        return now(realm.adminRestOf("olga"));
    }

    static List<String> now(Rest staff) {
        return StreamSupport.stream(
                        staff.get("classification").body().path("problems").spliterator(), false)
                .map(Findings::line)
                .sorted()
                .toList();
    }

    /** A realm without the mistake has none of these, before it is made and after it is undone. */
    void findWhen(Runnable mistake, Runnable undo, String... expected) {
        Rest auditor = realm.adminRestOf("olga");
        assertThat(now(auditor)).as("before").isEqualTo(OF_DEMO);
        mistake.run();
        try {
            assertThat(now(auditor).stream().filter(line -> !OF_DEMO.contains(line)))
                    .containsExactlyInAnyOrder(expected);
        } finally {
            undo.run();
        }
        assertThat(now(auditor)).as("after").isEqualTo(OF_DEMO);
    }

    /** Each is said in every language of the console as well. */
    private static String line(JsonNode problem) {
        Map<String, String> params = new HashMap<>();
        problem.path("params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        ProblemTexts.assertSaid(new ProblemTexts.Told(
                problem.path("code").asText(),
                problem.path("message").asText(),
                params,
                problem.at("/place/kind").asText(),
                problem.at("/place/name").asText(),
                problem.path("where").asText()));
        return problem.path("severity").asText() + " " + problem.path("code").asText() + " at "
                + problem.path("where").asText();
    }
}
