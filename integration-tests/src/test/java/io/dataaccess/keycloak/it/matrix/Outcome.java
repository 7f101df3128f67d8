/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Visitor;

/** How an attempt ends. */
final class Outcome {

    private Outcome() {}

    /** On the page that asks for access to contact details of US users, and without anything for the application. */
    static void assertStepUp(Visitor visitor) {
        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page().select("#data-access-request"))
                .as(visitor.page().text())
                .hasSize(1);
        assertThat(visitor.page().text()).contains("Contact details of US users");
    }

    /** By the gate, at the token endpoint. */
    static void assertRefused(Answer answer, String error, String reason) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.body().fieldNames()).toIterable().containsExactlyInAnyOrder("error", "error_description");
    }

    /** By the gate, for want of an approval. */
    static void assertRefused(Answer answer) {
        assertRefused(answer, "invalid_scope", "approval_required");
    }

    /** With a token that opens contact details of US users, and rests on this access grant alone. */
    static void assertOpens(Answer answer, String grant) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.scopes()).contains("us-contact");
        assertThat(answer.claims().path("data_categories").toString()).isEqualTo("[\"us.user.contact\"]");
        assertThat(answer.claims().path("authorization_details")).hasSize(1);
        assertThat(answer.claims().at("/authorization_details/0/identifier").asText())
                .isEqualTo("us-contact");
        assertThat(answer.claims().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
    }

    /** With a token that opens no classified data. */
    static void assertOpensNothing(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.scopes()).doesNotContain("us-contact", "us-private", "eu-contact", "us-public");
        assertThat(answer.claims().has("data_categories")).isFalse();
        assertThat(answer.claims().has("authorization_details")).isFalse();
    }
}
