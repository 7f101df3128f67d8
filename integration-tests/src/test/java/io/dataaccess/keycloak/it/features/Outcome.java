/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;

/** What came of asking for a token that opens US contact details. */
final class Outcome {

    private Outcome() {}

    static void assertRefused(Answer answer, String error, String reason) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.body().fieldNames()).toIterable().containsExactlyInAnyOrder("error", "error_description");
    }

    static void assertRests(Answer answer, String... grants) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.scopes()).contains("us-contact");
        assertThat(answer.claims().path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(answer.claims().path("authorization_details"))
                .extracting(entry -> entry.at("/approval/id").asText())
                .containsExactlyInAnyOrder(grants);
    }
}
