/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Approvers sign in at their company by SAML, which tells no time: a login is new when the company was made to ask for it. */
final class SamlBrokerIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final AtomicInteger requests = new AtomicInteger();

    /** Nested because a realm is called like its test class. */
    @Nested
    final class AtTheSamlCompany {

        @RegisterExtension
        static final Realm sso = new Realm();

        private static final SamlSignOn signOn = new SamlSignOn(realm, sso);

        private final Visitor browser = new Visitor();

        @BeforeAll
        static void connect() {
            signOn.connect();
            signOn.link("avery");
            realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
            realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
            realm.change(file -> file.getAttributes().put("data-access.adminClients", "sample-app admin-cli"));
        }

        @Test
        void countsLoginAsNewWhenTheCompanyWasMadeToAsk() {
            signOn.force(true);

            signIn();

            assertThat(vote().text("status")).isEqualTo("APPROVED");
        }

        /** Nobody knows then since when the company has known the person. */
        @Test
        void countsLoginAsOldWhenTheCompanyWasNotMadeToAsk() {
            signOn.force(false);

            signIn();

            assertThat(vote().status()).isEqualTo(401);
        }

        @Test
        void asksAgainWhenTheCompanyIsMadeToAskAndHasASession() {
            signOn.force(false);
            signIn();
            realm.user("avery").logout();
            // A login of the same second counts as before.
            Instant loggedOut = Instant.now();
            await().until(() -> Instant.now().isAfter(loggedOut.plusSeconds(1)));
            signOn.force(true);

            signIn();

            assertThat(vote().text("status")).isEqualTo("APPROVED");
        }

        @Test
        void countsLoginAsOldWhenTheCompanyBeganItByItself() {
            signOn.force(true);

            browser.open(signOn.begunThere()).signIn("avery").submit("form", Map.of());
            assertThat(browser.page().select("input[name=SAMLResponse]"))
                    .as(browser.page().text())
                    .hasSize(1);

            assertThat(vote().status()).isEqualTo(401);
        }

        private void signIn() {
            browser.open(login() + "&kc_idp_hint=" + SamlSignOn.ALIAS)
                    .signIn("avery")
                    .submit("form", Map.of());
        }

        /** In the session that the browser has now. */
        private Answer vote() {
            String employee = "asking" + requests.incrementAndGet();
            Approvals approvals = new Approvals(realm);
            approvals.addEmployee(employee);
            String request = approvals.file(employee, Client.SAMPLE_APP);
            browser.open(login());
            assertThat(browser.isAtApplication()).as(browser.page().text()).isTrue();
            Answer token = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            return realm.adminRest(token.accessToken())
                    .post("requests/" + request + "/votes", Map.of("decision", "APPROVE"));
        }
    }

    private static String login() {
        return realm.tokens().loginUrl(Client.SAMPLE_APP, "openid");
    }
}
