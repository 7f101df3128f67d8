/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The person withdraws and files elsewhere while a page is open: its buttons mean what it shows, and nothing that came since. */
final class OutdatedPageIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final String FORM = "#kc-data-access-form";
    private static final String TOO_SOON = "It was too early to remind the approvers";
    private static final Map<String, String> ASK = Map.of(
            "action", "file",
            "purpose", "legal-request",
            "justification", "A court asks for one user",
            "ticket", "LEG-1",
            "duration", "PT1H");

    private static final Approvals approvals = new Approvals(realm);
    private static final AtomicInteger employees = new AtomicInteger();

    private final String employee = "outdated" + employees.incrementAndGet();
    private final Visitor page = new Visitor();

    @BeforeAll
    static void allowRest() {
        Mappers.allow(realm, Client.SAMPLE_APP.id(), "data-access");
    }

    @BeforeEach
    void addEmployee() {
        approvals.addEmployee(employee);
    }

    @Nested
    final class Waiting {

        @Test
        void withdrawsWhatItShowedWhenThatStillWaits() {
            String shown = askToWithdraw();

            page.submit(FORM, Map.of("action", "withdraw-now"));

            assertThat(status(shown)).isEqualTo("CANCELLED");
            Outcome.assertStepUp(page);
        }

        @Test
        void withdrawsNothingWhenAnotherWasFiledSince() {
            String shown = askToWithdraw();
            String since = fileAnew(shown);

            page.submit(FORM, Map.of("action", "withdraw-now"));

            assertThat(status(since)).isEqualTo("PENDING");
            assertWaitsFor(since);
        }

        @Test
        void withdrawsNothingWhenThePageSaysNotWhatItShowed() {
            String shown = askToWithdraw();

            page.submit(FORM, Map.of("action", "withdraw-now", "shown", ""));

            assertThat(status(shown)).isEqualTo("PENDING");
            assertWaitsFor(shown);
        }

        @Test
        void withdrawsNothingOfSomebodyElseWhenThePageNamesIt() {
            askToWithdraw();
            approvals.addEmployee(employee + "b");
            String theirs = file(employee + "b", "us-contact");

            page.submit(FORM, Map.of("action", "withdraw-now", "shown", theirs));

            assertThat(self(employee + "b").get("requests/" + theirs).text("status"))
                    .isEqualTo("PENDING");
        }

        @Test
        void remindsOfWhatItShowedWhenThatStillWaits() {
            ask();

            page.submit(FORM, Map.of("action", "remind"));

            assertThat(page.page().text()).contains(TOO_SOON);
        }

        @Test
        void remindsNobodyWhenAnotherWasFiledSince() {
            String since = fileAnew(ask());

            page.submit(FORM, Map.of("action", "remind"));

            assertThat(page.page().text()).doesNotContain(TOO_SOON);
            assertWaitsFor(since);
        }

        private String ask() {
            page.open(url("us-contact")).signIn(employee).submit(FORM, ASK);
            return pending().get(0);
        }

        private String askToWithdraw() {
            String request = ask();
            page.submit(FORM, Map.of("action", "withdraw"));
            assertThat(page.page().select("#data-access-withdrawing")).hasSize(1);
            return request;
        }

        private String fileAnew(String former) {
            cancel(former);
            return file(employee, "us-contact");
        }

        private void assertWaitsFor(String request) {
            assertThat(page.page().select("#data-access-waiting [name=shown]").eachAttr("value"))
                    .containsExactly(request);
        }
    }

    @Nested
    final class Asking {

        @Test
        void filesNothingWhenAnotherScopeHasToBeAskedForSince() {
            String other = file(employee, "us-private");
            page.open(url("us-contact us-private")).signIn(employee);
            cancel(other);

            page.submit(FORM, ASK);

            assertThat(pending()).isEmpty();
            assertThat(page.page().select("#data-access-request .data-access-item"))
                    .hasSize(2);
            assertThat(page.page().select("#justification").text()).isEqualTo("A court asks for one user");
            page.submit(FORM, ASK);
            assertThat(pending()).hasSize(2);
        }

        @Test
        void filesWhatItShowedWhenNothingCameSince() {
            file(employee, "us-private");
            page.open(url("us-contact us-private")).signIn(employee);

            page.submit(FORM, ASK);

            assertThat(pending()).hasSize(2);
            assertThat(page.page().select("#data-access-waiting")).hasSize(1);
        }

        @Test
        void filesTheRestWhenOneOfItWasFiledSince() {
            page.open(url("us-contact us-private")).signIn(employee);
            file(employee, "us-private");

            page.submit(FORM, ASK);

            assertThat(pending()).hasSize(2);
            assertThat(page.page().select("#data-access-waiting")).hasSize(1);
        }
    }

    private static String url(String scopes) {
        return AuthorizationUrl.of(realm, "openid " + scopes).toString();
    }

    private static String file(String employee, String scope) {
        Answer filed = self(employee)
                .post(
                        "requests",
                        Map.of(
                                "clientId", Client.SAMPLE_APP.id(),
                                "scope", scope,
                                "purpose", "legal-request",
                                "justification", "A court asks for another user",
                                "ticket", "LEG-2",
                                "duration", "PT1H"));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return filed.text("id");
    }

    private void cancel(String request) {
        assertThat(self(employee).delete("requests/" + request).status()).isEqualTo(204);
    }

    private String status(String request) {
        return self(employee).get("requests/" + request).text("status");
    }

    private List<String> pending() {
        return StreamSupport.stream(self(employee).get("requests").body().spliterator(), false)
                .filter(request -> request.path("status").asText().equals("PENDING"))
                .map(request -> request.path("id").asText())
                .toList();
    }

    private static Rest self(String employee) {
        return realm.selfRest(realm.tokens()
                .password(Client.SAMPLE_APP, employee, Tokens.FILING)
                .accessToken());
    }
}
