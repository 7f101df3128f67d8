/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** Logins that the application starts and the person confirms on a phone; no page of ours is in between. */
final class CibaIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @BeforeAll
    static void openDoors() {
        realm.changeClient("sample-app", client -> client.getAttributes().put("oidc.ciba.grant.enabled", "true"));
        AccountEnd.prepare(realm);
    }

    /** The realm's not-before counts until its second is over. */
    @BeforeEach
    void waitForNextSecond() {
        AccountEnd.waitForNextSecond();
    }

    @Test
    void refusesBackchannelLoginWhenNotApproved() {
        Answer answer = login("maria");

        Outcome.assertRefused(answer, "invalid_scope", "approval_required");
        assertThat(realm.user("maria").getUserSessions()).isEmpty();
        assertThat(realm.user("maria").getConsents()).isEmpty();
        assertThat(realm.events("AUTHREQID_TO_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "approval_required")
                .containsEntry("data_access_scopes", "us-contact");
    }

    @Test
    void permitsBackchannelLoginWhenApproved() {
        approvals.addEmployee("phone");
        String grant = approvals.give("phone", Client.SAMPLE_APP);

        Answer answer = login("phone");

        Outcome.assertRests(answer, grant);
        assertThat(realm.events("AUTHREQID_TO_TOKEN").get(0).getDetails()).containsEntry("data_access_grants", grant);
    }

    @Test
    void refusesRefreshOfBackchannelLoginWhenNoLongerAllowed() {
        approvals.addEmployee("moving");
        String grant = approvals.give("moving", Client.SAMPLE_APP);
        Answer first = login("moving");
        Answer before = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");
        approvals.bar("moving");

        Answer after = realm.tokens().refresh(Client.SAMPLE_APP, first.refreshToken(), "");

        Outcome.assertRests(before, grant);
        Outcome.assertRefused(after, "invalid_grant", "not_eligible");
    }

    /** Of a login for nothing guarded, too, a session would come in which more is asked for. */
    @ParameterizedTest
    @EnumSource
    void refusesConfirmedLoginWhenTheAccountWasTakenBackSince(AccountEnd end) {
        String username = "back-" + end.name().toLowerCase(Locale.ROOT);
        approvals.addEmployee(username);
        approvals.give(username, Client.SAMPLE_APP);
        String guarded = confirmed(username, "openid us-contact");
        String plain = confirmed(username, "openid");
        List<String> sessions = sessions(username);

        end.happen(realm, username);

        Outcome.assertRefused(poll(guarded), "invalid_grant", "login_ended");
        Outcome.assertRefused(poll(plain), "invalid_grant", "login_ended");
        assertThat(sessions).containsAll(sessions(username));
        assertThat(realm.events("AUTHREQID_TO_TOKEN_ERROR").get(0).getDetails())
                .containsEntry("data_access_refusal", "login_ended");
    }

    @ParameterizedTest
    @EnumSource
    void permitsConfirmedLoginWhenTheAccountWasTakenBackBefore(AccountEnd end) {
        String username = "anew-" + end.name().toLowerCase(Locale.ROOT);
        approvals.addEmployee(username);
        String grant = approvals.give(username, Client.SAMPLE_APP);

        end.happenBefore(realm, username);

        Outcome.assertRests(login(username), grant);
    }

    private static List<String> sessions(String username) {
        return realm.user(username).getUserSessions().stream()
                .map(UserSessionRepresentation::getId)
                .toList();
    }

    private static Answer login(String username) {
        return poll(confirmed(username, "openid us-contact"));
    }

    /** The {@code auth_req_id}. */
    private static String confirmed(String username, String scope) {
        Answer asked =
                realm.tokens().post(Client.SAMPLE_APP, "ext/ciba/auth", Map.of("scope", scope, "login_hint", username));
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(200);
        assertThat(realm.confirmOnPhone(username).status()).isEqualTo(200);
        return asked.text("auth_req_id");
    }

    private static Answer poll(String request) {
        return realm.tokens()
                .grant(Client.SAMPLE_APP, "urn:openid:params:grant-type:ciba", Map.of("auth_req_id", request));
    }
}
