/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A running access grant opens data on a device only after a yes to what the device gets. */
final class DevicePageIT {

    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    private final Answer started = realm.tokens().device(Client.CLI, "openid us-contact");

    @BeforeAll
    static void approve() {
        approvals.addEmployee("device");
        realm.changeClient("cli", client -> client.setDirectAccessGrantsEnabled(true));
        grant = approvals.give("device", Client.CLI);
        realm.changeClient("sample-app", client -> {
            client.getAttributes().put("oauth2.device.authorization.grant.enabled", "true");
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        approvals.give("device", Client.SAMPLE_APP);
    }

    @Test
    void permitsDeviceWhenConfirmed() {
        consent(signedIn().confirmDevice());

        Answer answer = token(started);

        assertThat(answer.claims().at("/authorization_details/0/approval/id").asText())
                .isEqualTo(grant);
        assertThat(realm.tokens()
                        .refresh(Client.CLI, answer.refreshToken(), "openid us-contact")
                        .scopes())
                .contains("us-contact");
    }

    @Test
    void saysWhatTheDeviceGetsWhenGrantRuns() {
        Visitor visitor = signedIn();

        assertThat(visitor.page().select("#data-access-device").text())
                .contains(
                        "Contact details of US users",
                        "Confidential",
                        "Application Command line (cli)",
                        "Code on the device " + started.text("user_code"),
                        "Access until");
        assertThat(visitor.page().select("#data-access-device button").eachText())
                .containsExactly("Yes, it is my device", "No");
    }

    @Test
    void asksAgainWhenConsentIsPostedInstead() {
        Visitor visitor = signedIn().postConsent();

        assertThat(visitor.page().select("#data-access-device")).hasSize(1);
        assertThat(token(started).error()).isEqualTo("authorization_pending");
    }

    @Test
    void refusesDeviceWhenPageIsSkipped() {
        skip(signedIn());

        assertRefused(token(started));
    }

    /** A yes is one to this code, not to whatever comes in the same session. */
    @Test
    void refusesDeviceWhenAnotherWasConfirmedInTheSameSession() {
        Visitor visitor = signedIn();
        consent(visitor.confirmDevice());
        Answer second = realm.tokens().device(Client.CLI, "openid us-contact");

        skip(visitor.open(second.text("verification_uri_complete")));

        assertRefused(token(second));
        assertThat(token(started).scopes()).contains("us-contact");
    }

    @Test
    void asksAgainWhenSomethingElseWasShown() {
        Visitor visitor = signedIn();
        String action = visitor.page().select("#kc-data-access-form").attr("abs:action");

        visitor.post(action, Map.of("action", "confirm", "shown", "something else"));

        assertThat(visitor.page().select("#data-access-device")).hasSize(1);
        consent(visitor.confirmDevice());
        assertThat(token(started).scopes()).contains("us-contact");
    }

    @Test
    void refusesDeviceWhenPersonSaysNo() {
        signedIn().submit("#data-access-device form", Map.of("action", "cancel"));

        assertThat(token(started).error()).isEqualTo("access_denied");
    }

    /** Nothing is guarded, so nobody is asked; what runs must not be had by the way of an exchange. */
    @Test
    void refusesExchangeWhenTheDeviceWasNotConfirmed() {
        Answer plain = realm.tokens().device(Client.SAMPLE_APP, "openid");
        consent(signedIn(plain));
        Answer device = token(Client.SAMPLE_APP, plain);
        Answer refreshed = realm.tokens().refresh(Client.SAMPLE_APP, device.refreshToken(), "openid");

        assertRefused(realm.tokens().exchange(Client.SAMPLE_APP, device.accessToken(), "openid us-contact"));
        assertRefused(realm.tokens().exchange(Client.SAMPLE_APP, refreshed.accessToken(), "openid us-contact"));
        assertThat(realm.tokens()
                        .exchange(Client.SAMPLE_APP, refreshed.accessToken(), "openid")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void permitsExchangeWhenTheDeviceWasConfirmed() {
        Answer guarded = realm.tokens().device(Client.SAMPLE_APP, "openid us-contact");
        consent(signedIn(guarded).confirmDevice());
        Answer device = token(Client.SAMPLE_APP, guarded);

        assertThat(realm.tokens()
                        .exchange(Client.SAMPLE_APP, device.accessToken(), "openid us-contact")
                        .scopes())
                .contains("us-contact");
    }

    private Visitor signedIn() {
        return signedIn(started);
    }

    private static Visitor signedIn(Answer started) {
        return new Visitor().open(started.text("verification_uri_complete")).signIn("device");
    }

    /** By a consent, which nothing stops while the step-up is switched off. */
    private static void skip(Visitor visitor) {
        realm.switchStepUp(false);
        try {
            visitor.postConsent();
        } finally {
            realm.switchStepUp(true);
        }
    }

    private static void consent(Visitor visitor) {
        visitor.submit("form", Map.of("accept", "Yes"));
    }

    private static Answer token(Answer started) {
        return token(Client.CLI, started);
    }

    private static Answer token(Client client, Answer started) {
        return realm.tokens().grant(client, DEVICE, Map.of("device_code", started.text("device_code")));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_scope");
        assertThat(answer.reason()).isEqualTo("approval_required");
    }
}
