/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static io.dataaccess.keycloak.it.votes.Workforce.REASON;
import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** The login behind a vote and behind a revocation. */
final class LoginIT {

    private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\","
            + " error_description=\"A more recent or stronger login is needed\"";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    @BeforeAll
    static void openAccountConsole() {
        workforce.openAccountConsole();
        workforce.desk("pat");
        IdentityProviderRepresentation partner = new IdentityProviderRepresentation();
        partner.setAlias("partner");
        partner.setProviderId("github");
        partner.setConfig(Map.of("clientId", "keycloak", "clientSecret", "secret"));
        Created.check(realm.admin().identityProviders().create(partner));
    }

    @AfterEach
    void resetPolicy() {
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
        realm.changePolicy("us-confidential", "approverAcr", "");
    }

    private final String employee = workforce.newcomer();
    private final String grant = workforce.grant(employee);
    private final String request = workforce.file(employee, "us-contact");

    @Test
    void challengesWhenLoginIsStale() {
        realm.changePolicy("us-confidential", "approverMaxAge", "PT1S");
        Rest stale = realm.adminRestOf("avery");
        // Refused either way until the login is a second old: the comment and the reason are missing.
        await().until(() -> stale.post("requests/" + request + "/votes", Map.of("decision", "DENY"))
                        .status()
                == 401);

        assertChallenged(vote(stale), CHALLENGE + ", max_age=\"1\"");
        assertChallenged(revoke(stale), CHALLENGE + ", max_age=\"1\"");

        realm.changePolicy("us-confidential", "approverMaxAge", "PT1H");
        assertDone(stale);
    }

    @Test
    void challengesWhenAcrIsWeak() {
        realm.changePolicy("us-confidential", "approverAcr", "2");
        Rest weak = realm.adminRestOf("avery");

        assertChallenged(vote(weak), CHALLENGE + ", acr_values=\"2\", max_age=\"3600\"");
        assertChallenged(revoke(weak), CHALLENGE + ", acr_values=\"2\", max_age=\"3600\"");

        realm.changePolicy("us-confidential", "approverAcr", "1");
        assertDone(weak);
    }

    @Test
    void challengesWhenPolicyGotStricterSinceFiling() {
        Rest avery = workforce.desk("avery");
        realm.changePolicy("us-confidential", "approverAcr", "gold");

        assertChallenged(vote(avery), CHALLENGE + ", acr_values=\"gold\", max_age=\"3600\"");

        realm.changePolicy("us-confidential", "approverAcr", "");
        assertDone(avery);
    }

    /** Then nobody notes when the credentials were given, and whether the login has ended while another page held it up. */
    @Test
    void challengesWhenTheRequiredActionWasOff() {
        Rest before = realm.adminRestOf("blake");
        realm.switchStepUp(false);
        try {
            Rest avery = realm.adminRest(
                    realm.tokens().password(Client.ADMIN_CLI, "avery", "openid").accessToken());

            assertChallenged(vote(avery), CHALLENGE + ", max_age=\"3600\"");
            assertChallenged(revoke(avery), CHALLENGE + ", max_age=\"3600\"");
            assertThat(before.get("requests/" + request)
                            .body()
                            .at("/login/goodUntil")
                            .isTextual())
                    .isTrue();
        } finally {
            realm.switchStepUp(true);
        }
        assertDone(realm.adminRestOf("avery"));
    }

    @Test
    void challengesWhenSessionIsOffline() {
        Answer login = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid offline_access");
        Rest offline = realm.adminRest(realm.tokens()
                .refresh(Client.ADMIN_CLI, login.refreshToken(), "")
                .accessToken());

        assertChallenged(vote(offline), CHALLENGE + ", max_age=\"3600\"");
        assertChallenged(revoke(offline), CHALLENGE + ", max_age=\"3600\"");

        assertDone(realm.adminRestOf("avery"));
    }

    /** Keycloak leaves the sessions as they are. */
    @Test
    void challengesWhenAnAdministratorSetThePasswordSince() {
        String approver = workforce.approver("/us-security");
        Rest before = realm.adminRestOf(approver);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue(Realm.PASSWORD);

        realm.user(approver).resetPassword(password);

        assertEndedUntilSignedInAgain(before, approver);
    }

    @Test
    void challengesWhenTheAccountWasDisabledForAWhile() {
        String approver = workforce.approver("/us-security");
        Rest before = realm.adminRestOf(approver);

        realm.changeUser(approver, user -> user.setEnabled(false));
        realm.changeUser(approver, user -> user.setEnabled(true));

        assertEndedUntilSignedInAgain(before, approver);
    }

    @Test
    void challengesWhenThePersonSignedOutEverywhereElse() {
        String approver = workforce.approver("/us-security");
        Rest before = realm.adminRestOf(approver);
        Client console = new Client("account-console", "");

        realm.signOutElsewhere(
                realm.tokens().password(console, approver, "openid").accessToken());

        Answer vote = vote(before);
        assertThat(vote.status()).isEqualTo(401);
        afterThatSecond();
        assertDone(realm.adminRestOf(approver));
    }

    @Test
    void challengesWhenAnAdministratorTookALinkedAccountSince() {
        String approver = workforce.approver("/us-security");
        link(approver);
        Rest before = realm.adminRestOf(approver);

        realm.user(approver).removeFederatedIdentity("partner");

        assertEndedUntilSignedInAgain(before, approver);
    }

    @Test
    void takesVoteWhenAnAdministratorLinkedAnAccountSince() {
        String approver = workforce.approver("/us-security");
        Rest before = realm.adminRestOf(approver);

        link(approver);

        assertDone(before);
    }

    private static void link(String approver) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setUserId("1");
        identity.setUserName(approver);
        try (Response answer = realm.user(approver).addFederatedIdentity("partner", identity)) {
            assertThat(answer.getStatus()).isEqualTo(204);
        }
    }

    private void assertEndedUntilSignedInAgain(Rest before, String approver) {
        assertChallenged(vote(before), CHALLENGE + ", max_age=\"3600\"");
        assertChallenged(revoke(before), CHALLENGE + ", max_age=\"3600\"");

        afterThatSecond();
        assertDone(realm.adminRestOf(approver));
    }

    /** A login of the same second counts as one from before. */
    private static void afterThatSecond() {
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plusSeconds(1)));
    }

    /** Whoever decides nothing has no login to look after; one's own approval may still be taken back. */
    @Test
    void asksForNoLoginWhenNothingIsDecided() {
        String pending = workforce.file(workforce.newcomer(), "us-private");
        String own = workforce.file(workforce.approver("/us-security"), "us-contact");
        String voted = workforce.approver("/us-security");
        workforce.approve(voted, pending);

        assertThat(login("olga", pending).isNull()).isTrue();
        assertThat(login("sam", pending).isMissingNode()).isTrue();
        assertThat(login(workforce.request(own).at("/subject/username").asText(), own)
                        .isNull())
                .isTrue();
        assertThat(login(voted, pending).isObject()).isTrue();
        workforce.deny("avery", pending);
        assertThat(login("avery", pending).isNull()).isTrue();
        assertThat(workforce
                        .desk("olga")
                        .get("grants?subject=" + employee)
                        .body()
                        .at("/0/login")
                        .isNull())
                .isTrue();
    }

    private static JsonNode login(String username, String request) {
        return workforce.desk(username).get("requests/" + request).body().path("login");
    }

    @Test
    void refusesWhenLoggedOut() {
        Answer login = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Rest avery = realm.adminRest(login.accessToken());
        assertThat(avery.get("me").status()).isEqualTo(200);
        realm.tokens().post(Client.ADMIN_CLI, "logout", Map.of("refresh_token", login.refreshToken()));

        assertThat(vote(avery).status()).isEqualTo(401);
        assertThat(revoke(avery).status()).isEqualTo(401);
        assertThat(workforce.request(request).path("votes")).isEmpty();

        assertDone(realm.adminRestOf("avery"));
    }

    @Test
    void refusesWhenTokenWasRevoked() {
        Answer login = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        Rest avery = realm.adminRest(login.accessToken());
        realm.tokens().revoke(Client.ADMIN_CLI, login.accessToken());

        assertThat(vote(avery).status()).isEqualTo(401);
        assertThat(revoke(avery).status()).isEqualTo(401);

        assertDone(realm.adminRestOf("avery"));
    }

    /** The admin console's tokens say neither when nor how somebody logged in: the session does. */
    @Test
    void takesVoteWhenTokenIsLightweight() {
        Answer login = realm.tokens().password(Client.ADMIN_CLI, "avery", "openid");
        assertThat(login.claims().has("acr")).isFalse();
        assertThat(login.claims().has("auth_time")).isFalse();

        assertDone(realm.adminRest(login.accessToken()));
    }

    @Test
    void refusesRevocationWhenTokenIsOfAnotherClient() {
        Rest application = realm.adminRest(
                realm.tokens().password(Client.SAMPLE_APP, "avery", "openid").accessToken());

        assertRefused(revoke(application), 403, "wrong_client");

        assertDone(realm.adminRestOf("avery"));
    }

    @Test
    void refusesRevocationWhenApproverMayNotDecideAnyMore() {
        String approver = workforce.approver("/us-security");
        realm.changeAttribute(approver, "country", "SG");
        assertRefused(workforce.revoke(approver, grant), 403, "conditions_not_met");
        realm.changeAttribute(approver, "country", "US");
        realm.changeUser(approver, user -> user.setEnabled(false));
        assertThat(workforce.revoke(approver, grant).status()).isEqualTo(401);

        realm.changeUser(approver, user -> user.setEnabled(true));
        // A login of the second in which logins were ended counts as one of those.
        Instant ended = Instant.now();
        await().until(() -> Instant.now().isAfter(ended.plusSeconds(1)));
        assertDone(realm.adminRestOf(approver));
    }

    private Answer vote(Rest approver) {
        return SaidLogin.of(approver.get("requests/" + request).body())
                .checked(() -> approver.post("requests/" + request + "/votes", APPROVE));
    }

    private Answer revoke(Rest approver) {
        return SaidLogin.of(row(approver)).checked(() -> approver.post("grants/" + grant + "/revoke", REASON));
    }

    private JsonNode row(Rest approver) {
        return StreamSupport.stream(
                        approver.get("grants?subject=" + employee).body().spliterator(), false)
                .filter(found -> found.path("id").asText().equals(grant))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void assertDone(Rest approver) {
        // In this order: a revocation cancels what is pending for the same access.
        assertThat(vote(approver).text("status")).isEqualTo("APPROVED");
        assertThat(revoke(approver).status()).isEqualTo(204);
    }

    private static void assertChallenged(Answer answer, String challenge) {
        assertRefused(answer, 401, "insufficient_user_authentication");
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
    }
}
