/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Employees and approvers sign in at their company, not here. */
final class BrokerIT {

    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");
    private static final String JUSTIFICATION = "[name=justification]";
    private static final String FORM = "#kc-data-access-form";

    @RegisterExtension
    static final Realm realm = new Realm();

    /** Nested because a realm is called like its test class. */
    @Nested
    final class AtTheCompany {

        @RegisterExtension
        static final Realm sso = new Realm();

        private static final SingleSignOn signOn = new SingleSignOn(realm, sso);

        private final Visitor browser = new Visitor();

        @BeforeAll
        static void connect() {
            signOn.connect();
            signOn.link("avery");
            realm.changeClient("sample-app", client -> client.setFullScopeAllowed(true));
            realm.change(file -> file.getAttributes().put("data-access.adminClients", "sample-app admin-cli"));
        }

        @Test
        void asksForApprovalWhenEmployeeSignsInThere() {
            addEmployee("joiner", "Clips Singapore");

            browser.open(login("openid us-contact")).signIn("joiner");
            assertThat(browser.page().select(JUSTIFICATION)).hasSize(1);
            String request = ask("joiner");
            browser.open(login("openid us-contact"));
            assertThat(browser.isAtApplication()).isFalse();
            assertThat(vote(realm.adminRestOf("blake"), request).text("status")).isEqualTo("APPROVED");

            browser.open(login("openid us-contact"));

            Answer token = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            assertThat(token.scopes()).contains("us-contact");
            assertThat(token.claims().at("/authorization_details/0/identifier").asText())
                    .isEqualTo("us-contact");
        }

        @Test
        void refusesWhenCompanySaysTheEntityIsBarred() {
            addEmployee("mover", "Clips Singapore");
            browser.open(login("openid us-contact")).signIn("mover");
            vote(realm.adminRestOf("blake"), ask("mover"));
            browser.open(login("openid us-contact"));
            Answer before = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            assertThat(before.scopes()).contains("us-contact");

            sso.changeAttribute("mover", "legal_entity", "Clips Beijing");
            // What the company knows arrives with the next login.
            Visitor again = new Visitor().open(login("openid us-contact")).signIn("mover");

            assertThat(again.isAtApplication()).isFalse();
            assertThat(again.page().select(JUSTIFICATION)).isEmpty();
            Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, before.refreshToken(), "");
            assertThat(refreshed.error()).isEqualTo("invalid_grant");
            assertThat(refreshed.reason()).isEqualTo("not_eligible");

            sso.changeAttribute("mover", "legal_entity", "Clips Singapore");
            new Visitor().open(login("openid")).signIn("mover");
            assertThat(realm.tokens()
                            .refresh(Client.SAMPLE_APP, before.refreshToken(), "")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void refusesWhenCompanyDoesNotNameTheEntity() {
            addEmployee("stranger");

            browser.open(login("openid us-contact")).signIn("stranger");

            assertThat(browser.isAtApplication()).isFalse();
            assertThat(browser.page().select(JUSTIFICATION)).isEmpty();
            assertThat(realm.adminRestOf("olga")
                            .get("requests?subject=stranger")
                            .body())
                    .isEmpty();
        }

        @Test
        void challengesWhenApproversLoginAtTheCompanyIsOld() {
            signOn.passMaxAge(true);
            String request = file();
            Answer first = signInAs("avery");
            waitUntilStale(first, request);

            Answer second = signInAgain();

            assertThat(authTime(second)).isEqualTo(authTime(first));
            Answer refused = vote(desk(second), request);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .endsWith(", max_age=\"3\"");
            // What the console does with this answer brings the password page of the company.
            browser.open(login("openid") + "&max_age=3");
            assertThat(browser.isAtApplication()).isFalse();
            browser.submit("#kc-form-login", Map.of("username", "avery", "password", Realm.PASSWORD));
            Answer third = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            assertThat(authTime(third)).isGreaterThan(authTime(first));
            realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
            assertThat(vote(desk(third), request).text("status")).isEqualTo("APPROVED");
        }

        /** The provider names the same time twice; with the first answer alone the login is as old. */
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void staysOldWhenLoginIsHeldUp(boolean isBegunAnew) {
            signOn.passMaxAge(true);
            String request = file();
            Answer first = signInAs("avery");
            waitUntilStale(first, request);
            realm.user("avery").logout();
            // A login of the same second counts as before.
            waitUntil(Instant.now().plusSeconds(1));
            browser.open(login("openid") + "&kc_action=UPDATE_PROFILE");
            if (isBegunAnew) {
                browser.open(anew(browser.page().select("form").attr("abs:action")));
            }
            browser.submit("form", Map.of("cancel-aia", "true"));
            Answer second = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));

            assertThat(authTime(second)).isEqualTo(authTime(first));
            assertThat(vote(desk(second), request).status()).isEqualTo(401);
        }

        /** The company's session lasts longer than one here may, and nobody waited. */
        @Test
        void opensWhenLoginAtTheCompanyIsOlderThanASessionMayBe() {
            signOn.passMaxAge(true);
            addEmployee("veteran", "Clips Singapore");
            browser.open(login("openid us-contact")).signIn("veteran");
            vote(realm.adminRestOf("blake"), ask("veteran"));
            browser.open(login("openid us-contact"));
            long first = authTime(realm.tokens().code(Client.SAMPLE_APP, browser.told("code")));
            realm.user("veteran").logout();
            realm.change(changed -> changed.setSsoSessionMaxLifespan(3));
            waitUntil(Instant.ofEpochSecond(first + 4));

            browser.open(login("openid us-contact"));

            realm.change(changed -> changed.setSsoSessionMaxLifespan(36000));
            Answer second = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            assertThat(second.scopes()).contains("us-contact");
            assertThat(authTime(second)).isEqualTo(first);
        }

        private String anew(String action) {
            String login = Stream.of(action.substring(action.indexOf('?') + 1).split("&"))
                    .filter(part -> !part.startsWith("session_code") && !part.startsWith("execution"))
                    .collect(Collectors.joining("&"));
            return realm.issuer() + "/login-actions/restart?" + login + "&skip_logout=true";
        }

        /** Without passMaxAge Keycloak takes the moment somebody comes back for the moment they logged in. */
        @Test
        void countsLoginAsOldWhenMaxAgeIsNotPassed() {
            signOn.passMaxAge(false);
            realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
            String request = file();

            assertThat(vote(desk(signInAs("avery")), request).status()).isEqualTo(401);

            Answer here = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
            assertThat(vote(desk(here), request).text("status")).isEqualTo("APPROVED");
        }

        /** Neither is the session here that a silent login goes on in. */
        @Test
        void countsLoginAsOldWhenTheCompanyDoesNotTellItsTime() {
            signOn.passMaxAge(true);
            realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
            String request = file();
            signOn.tellTime(false);
            try {
                assertThat(vote(desk(signInAs("avery")), request).status()).isEqualTo(401);
                browser.open(login("openid"));
                Answer silent = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
                assertThat(vote(desk(silent), request).status()).isEqualTo(401);
            } finally {
                signOn.tellTime(true);
            }
            waitUntil(Instant.now().plusSeconds(2));
            browser.open(login("openid") + "&max_age=1");
            browser.submit("#kc-form-login", Map.of("username", "avery", "password", Realm.PASSWORD));
            Answer told = realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
            assertThat(vote(desk(told), request).text("status")).isEqualTo("APPROVED");
        }

        private Answer signInAs(String username) {
            browser.open(login("openid")).signIn(username);
            return realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
        }

        /** The session here has ended, the one at the company goes on and asks for nothing. */
        private Answer signInAgain() {
            realm.user("avery").logout();
            // A credential of the second in which logins were ended counts as one of those.
            waitUntil(Instant.now().plusSeconds(1));
            browser.open(login("openid"));
            assertThat(browser.isAtApplication()).isTrue();
            return realm.tokens().code(Client.SAMPLE_APP, browser.told("code"));
        }

        private String ask(String username) {
            browser.submit(
                    FORM,
                    Map.of(
                            "action",
                            "file",
                            "purpose",
                            "legal-request",
                            "justification",
                            "A court asks for the contact details of one user"));
            return realm.adminRestOf("olga")
                    .get("requests?status=PENDING&subject=" + username)
                    .each("id")
                    .get(0);
        }

        private static void addEmployee(String username, String... entity) {
            sso.addUser(username, Map.of());
            sso.changeUser(username, user -> {
                if (entity.length > 0) {
                    user.singleAttribute("legal_entity", entity[0]);
                }
            });
        }
    }

    private static String login(String scope) {
        return realm.tokens().loginUrl(Client.SAMPLE_APP, scope) + "&kc_idp_hint=" + SingleSignOn.ALIAS;
    }

    private static int asking;

    /** By somebody who signs in here. */
    private static String file() {
        String employee = "asking" + ++asking;
        Approvals approvals = new Approvals(realm);
        approvals.addEmployee(employee);
        return approvals.file(employee, Client.SAMPLE_APP);
    }

    private static Rest desk(Answer token) {
        return realm.adminRest(token.accessToken());
    }

    private static Answer vote(Rest approver, String request) {
        return approver.post("requests/" + request + "/votes", APPROVE);
    }

    private static long authTime(Answer token) {
        return token.claims().path("auth_time").asLong();
    }

    private static void waitUntil(Instant time) {
        await().until(() -> !Instant.now().isBefore(time));
    }

    /** Refused either way: a denial needs a comment, and a login of three seconds at most. */
    private static void waitUntilStale(Answer token, String request) {
        realm.changePolicy("us-confidential", "approverMaxAge", "PT3S");
        Rest approver = desk(token);
        await().until(() -> approver.post("requests/" + request + "/votes", Map.of("decision", "DENY"))
                        .status()
                == 401);
    }
}
