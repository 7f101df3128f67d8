/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that is as a document at its client id says, which whoever owns that can change (feature cimd): Keycloak notes when it reads it again. */
final class DocumentClientIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);
    private static final String EXPIRY = "cimd.cache.expiry.time.in.sec";

    /** An empty value removes the attribute. */
    @AfterEach
    void makeClientsPlain() {
        note(Client.SAMPLE_APP, "");
        note(Client.ADMIN_CLI, "");
    }

    @Test
    void refusesGuardedScopeWhenADocumentSaysHowTheClientIs() {
        approvals.addEmployee("moving");
        String grant = approvals.give("moving", Client.SAMPLE_APP);
        Outcome.assertOpens(login("moving"), grant);

        note(Client.SAMPLE_APP, "4102444800");

        Outcome.assertRefused(login("moving"), "invalid_scope", "unclassified");
        assertThat(realm.tokens()
                        .password(Client.SAMPLE_APP, "moving", "openid")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksForNothingWhenADocumentSaysHowTheClientIs() {
        approvals.addEmployee("asking");
        note(Client.SAMPLE_APP, "4102444800");

        Visitor visitor = new Visitor()
                .open(AuthorizationUrl.of(realm, "openid us-contact").toString())
                .signIn("asking");

        assertThat(visitor.isAtApplication()).isFalse();
        assertThat(visitor.page().select("#data-access-request"))
                .as(visitor.page().text())
                .isEmpty();
    }

    @Test
    void administersNothingWhenADocumentSaysHowTheClientIs() {
        assertThat(realm.adminRestOf("avery").get("me").status()).isEqualTo(200);

        note(Client.ADMIN_CLI, "4102444800");

        Answer refused = realm.adminRestOf("avery").get("me");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("wrong_client");
    }

    private static Answer login(String username) {
        return realm.tokens().password(Client.SAMPLE_APP, username, "openid us-contact");
    }

    private static void note(Client client, String expiry) {
        realm.changeClient(client.id(), found -> found.getAttributes().put(EXPIRY, expiry));
    }
}
