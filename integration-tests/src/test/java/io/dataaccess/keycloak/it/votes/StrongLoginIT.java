/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Totp;
import io.dataaccess.keycloak.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy asks for a second factor: what counts is when it was given, by the realm's map of levels. */
final class StrongLoginIT {

    private static final String MAP = "acr.loa.map";
    private static final Totp APP = new Totp("a secret of twenty b");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);

    private final String approver = workforce.approver("/us-security");
    private final String request = workforce.file(workforce.newcomer(), "us-contact");
    private final Visitor browser = new Visitor();

    @BeforeAll
    static void askForSecondFactor() {
        workforce.openAccountConsole();
        LevelFlow.install(realm);
        realm.changePolicy("us-confidential", "approverAcr", "gold");
    }

    @AfterEach
    void resetMaps() {
        mapOfRealm("{\"silver\":1,\"gold\":2}");
        mapOfClient("");
        realm.changePolicy("us-confidential", "approverAcr", "gold");
    }

    {
        mapOfRealm("{\"silver\":1,\"gold\":2}");
        realm.changeUser(approver, changed -> changed.setCredentials(List.of(APP.credential())));
    }

    @Test
    void takesVoteWhenSecondFactorWasGiven() {
        signIn("&acr_values=silver");
        Answer weak = vote();

        open("&acr_values=" + requested(weak)).submit("#kc-otp-login-form", Map.of("otp", APP.code()));

        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    /** The vote keeps the second factor's time, by which it is judged: a new password makes it no fresher. */
    @Test
    void countsFromTheSecondFactorWhenPasswordIsNewer() {
        signIn("&acr_values=gold").submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        long secondFactor = Instant.now().getEpochSecond();
        Rest desk = desk();
        await().until(() -> Instant.now().getEpochSecond() > secondFactor + 1);
        open("&acr_values=silver&prompt=login").submit("#kc-form-login", Map.of("password", Realm.PASSWORD));
        assertThat(realm.tokens()
                        .code(Client.SAMPLE_APP, browser.told("code"))
                        .claims()
                        .path("auth_time")
                        .asLong())
                .isGreaterThan(secondFactor);

        assertThat(vote(desk).text("status")).isEqualTo("APPROVED");

        assertThat(loginOfVote())
                .startsWith("2 ")
                .satisfies(kept ->
                        assertThat(Long.parseLong(kept.substring(2)) / 1000).isLessThanOrEqualTo(secondFactor));
    }

    @Test
    void refusesWhenOnlyTheClientCallsThePasswordGold() {
        mapOfClient("{\"gold\":1}");
        signIn("&acr_values=gold");

        Answer refused = vote();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(requested(refused)).isEqualTo("2");
        open("&acr_values=2").submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        assertThat(vote().text("status")).isEqualTo("APPROVED");
    }

    @Test
    void saysSoWhenNoLoginReachesTheLevel() {
        mapOfRealm("{\"silver\":1,\"gold\":2,\"platinum\":4}");
        signIn("&acr_values=gold").submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        Rest desk = desk();
        realm.changePolicy("us-confidential", "approverAcr", "platinum");

        Answer refused = vote(desk);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("insufficient_user_authentication");
        assertThat(refused.text("unreachable")).isEqualTo("platinum");
        assertThat(problems()).contains("approver_acr_unreachable");

        realm.changePolicy("us-confidential", "approverAcr", "gold");
        assertThat(problems()).doesNotContain("approver_acr_unreachable");
        assertThat(vote(desk).text("status")).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"gold\":null}", "null", "gold"})
    void refusesAndReportsWhenMapIsBroken(String map) {
        signIn("&acr_values=gold").submit("#kc-otp-login-form", Map.of("otp", APP.code()));
        Rest desk = desk();
        mapOfRealm(map);

        Answer refused = vote(desk);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("unreachable")).isEqualTo("gold");
        assertThat(problems()).contains("acr_map_invalid", "approver_acr_unknown");
        realm.user(workforce.newcomer()).remove();

        mapOfRealm("{\"gold\":2}");
        assertThat(problems()).doesNotContain("acr_map_invalid", "approver_acr_unknown");
        assertThat(vote(desk).text("status")).isEqualTo("APPROVED");
    }

    private Visitor signIn(String parameters) {
        return open(parameters).signIn(approver);
    }

    private Visitor open(String parameters) {
        return browser.open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid") + parameters);
    }

    /** With the session that the browser has. */
    private Rest desk() {
        assertThat(browser.told("code")).as(browser.page().text()).isNotEmpty();
        return realm.adminRest(
                realm.tokens().code(Client.SAMPLE_APP, browser.told("code")).accessToken());
    }

    private Answer vote() {
        return vote(desk());
    }

    private Answer vote(Rest desk) {
        return SaidLogin.of(desk.get("requests/" + request).body())
                .checked(() -> desk.post("requests/" + request + "/votes", APPROVE));
    }

    /** The acr that a login is to ask for. */
    private static String requested(Answer challenge) {
        assertThat(challenge.status()).isEqualTo(401);
        String acr = challenge
                .headers()
                .firstValue("WWW-Authenticate")
                .orElse("")
                .replaceFirst(".*acr_values=\"([^\"]*)\".*", "$1");
        return URLEncoder.encode(acr, StandardCharsets.UTF_8);
    }

    private static List<String> problems() {
        Answer classification = workforce.desk("pat").get("classification");
        assertThat(classification.status()).isEqualTo(200);
        return classification.body().path("problems").findValuesAsText("code");
    }

    /** Level and time of the login that the vote keeps. */
    private String loginOfVote() {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select login_acr, login_at from data_access_vote where request_id = ?")) {
            query.setString(1, request);
            try (ResultSet votes = query.executeQuery()) {
                votes.next();
                return votes.getString(1) + " " + votes.getLong(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void mapOfRealm(String map) {
        realm.change(changed -> changed.getAttributes().put(MAP, map));
    }

    private static void mapOfClient(String map) {
        realm.changeClient(
                Client.SAMPLE_APP.id(), client -> client.getAttributes().put(MAP, map));
    }
}
