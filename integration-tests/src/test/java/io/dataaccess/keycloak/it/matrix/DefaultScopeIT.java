/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** A guarded scope that nobody has to ask for. */
final class DefaultScopeIT {

    private static final Client NEWCOMER = new Client("newcomer", "newcomer-secret");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);
    private static final ClientScopes scopes = new ClientScopes(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @SuppressWarnings("NullAway.Init")
    private static Answer before;

    @BeforeAll
    static void makeDefault() {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        approvals.addEmployee("leaving");
        approvals.give("leaving", Client.SAMPLE_APP);
        before = realm.tokens().clientCredentials(Client.BATCH, "");
        scopes.makeDefault("sample-app", "us-contact");
        scopes.makeDefault("batch", "us-contact");
        scopes.makeDefault("cli", "us-contact");
        scopes.makeDefault("account-console", "us-contact");
        scopes.makeDefault("security-admin-console", "us-contact");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesWhenNotApproved(boolean fullScopeAllowed) {
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(fullScopeAllowed));

        Outcome.assertRefused(realm.tokens().password(Client.SAMPLE_APP, "maria", "openid"));
        Outcome.assertRefused(realm.tokens().password(Client.SAMPLE_APP, "maria", ""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensWhenApproved(boolean fullScopeAllowed) {
        realm.changeClient("sample-app", client -> client.setFullScopeAllowed(fullScopeAllowed));

        Outcome.assertOpens(realm.tokens().password(Client.SAMPLE_APP, "approved", "openid"), grant);
    }

    @Test
    void refusesServiceAccountWhenNotApproved() {
        Outcome.assertOpensNothing(before);
        Outcome.assertRefused(realm.tokens().clientCredentials(Client.BATCH, ""));
    }

    @Test
    void refusesRefreshOfAnyScopeWhenBarred() {
        Answer wide = realm.tokens().password(Client.SAMPLE_APP, "leaving", "openid");
        approvals.bar("leaving");

        Outcome.assertRefused(
                realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), ""), "invalid_grant", "not_eligible");
        Outcome.assertRefused(
                realm.tokens().refresh(Client.SAMPLE_APP, wide.refreshToken(), "openid"),
                "invalid_grant",
                "not_eligible");
    }

    @Test
    void asksInTheBrowserWhenNotApproved() {
        Outcome.assertStepUp(new Visitor()
                .open(AuthorizationUrl.of(realm, "openid").toString())
                .signIn("maria"));
    }

    @Test
    void asksOnTheDevicePageWhenNotApproved() {
        Answer started = realm.tokens().device(Client.CLI, "openid");

        Visitor visitor =
                new Visitor().open(started.text("verification_uri_complete")).signIn("maria");

        Outcome.assertStepUp(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-console", "security-admin-console"})
    void asksBeforeConsoleOpensWhenConsoleCarriesIt(String console) {
        Outcome.assertStepUp(new Visitor().open(consoleUrl(console)).signIn("olga"));
    }

    @Test
    void opensConsoleWhenItCarriesNone() {
        scopes.remove("account-console", "us-contact");
        try {
            Visitor visitor = new Visitor().open(consoleUrl("account-console"));
            assertThat(visitor.page().select("#kc-form-login")).hasSize(1);
            assertThat(visitor.signIn("olga").page().select("#data-access-request"))
                    .isEmpty();
        } finally {
            scopes.makeDefault("account-console", "us-contact");
        }
    }

    @Test
    void refusesNewClientWhenScopeIsDefaultOfTheRealm() {
        realm.admin().addDefaultDefaultClientScope(scopes.id("us-contact"));
        try {
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId(NEWCOMER.id());
            client.setSecret(NEWCOMER.secret());
            client.setDirectAccessGrantsEnabled(true);
            realm.admin().clients().create(client).close();
        } finally {
            realm.admin().removeDefaultDefaultClientScope(scopes.id("us-contact"));
        }

        Outcome.assertRefused(realm.tokens().password(NEWCOMER, "maria", "openid"));
        scopes.remove(NEWCOMER.id(), "us-contact");
        Outcome.assertOpensNothing(realm.tokens().password(NEWCOMER, "maria", "openid"));
    }

    /** With a proof key, which Keycloak wants of its consoles. */
    private static String consoleUrl(String console) {
        String home = console.equals("account-console") ? realm.issuer() + "/account/" : realm.console();
        return new AuthorizationUrl(
                        realm,
                        Map.of(
                                "client_id",
                                console,
                                "response_type",
                                "code",
                                "scope",
                                "openid",
                                "redirect_uri",
                                home,
                                "code_challenge",
                                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                                "code_challenge_method",
                                "S256"))
                .toString();
    }
}
