/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static io.dataaccess.keycloak.it.votes.Workforce.APPROVE;
import static io.dataaccess.keycloak.it.votes.Workforce.DENY;
import static io.dataaccess.keycloak.it.votes.Workforce.REASON;
import static io.dataaccess.keycloak.it.votes.Workforce.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Impersonator;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Visitor;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** An administrator acts as an employee who has a grant, or as an approver: neither opens anything. */
final class ImpersonationIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Workforce workforce = new Workforce(realm);
    private static final Impersonator impersonator = new Impersonator(realm);

    /** The gate alone has to hold: the step-up in the browser, which refuses as well, is off. */
    @BeforeAll
    static void prepare() {
        workforce.openAccountConsole();
        realm.switchStepUp(false);
        realm.changeClient("sample-app", client -> {
            client.setFullScopeAllowed(true);
            client.getAttributes().put("standard.token.exchange.enabled", "true");
        });
        realm.change(file -> file.getAttributes().put("data-access.adminClients", "sample-app admin-cli"));
        impersonator.hire();
    }

    private final String employee = workforce.newcomer();
    private final String grant = workforce.grant(employee);

    @Test
    void refusesCodeWhenImpersonated() {
        Answer refused = impersonated("openid us-contact");

        assertRefused(refused, 400, "invalid_scope");
        assertThat(refused.reason()).isEqualTo("impersonated");
        assertThat(realm.events("CODE_TO_TOKEN_ERROR"))
                .anySatisfy(event -> assertThat(event.getDetails())
                        .containsEntry("data_access_refusal", "impersonated")
                        .containsEntry("data_access_scopes", "us-contact"));
        assertThat(impersonated("openid").status()).isEqualTo(200);
        assertThat(inPerson("openid us-contact")
                        .claims()
                        .at("/authorization_details/0/approval/id")
                        .asText())
                .isEqualTo(grant);
    }

    @Test
    void refusesOfflineTokenWhenImpersonated() {
        Answer refused = impersonated("openid us-contact offline_access");

        assertThat(refused.reason()).isEqualTo("impersonated");
        assertThat(offlineSessions()).isZero();

        assertThat(inPerson("openid us-contact offline_access").status()).isEqualTo(200);
        assertThat(offlineSessions()).isEqualTo(1);
    }

    /** Only so can a session that is impersonated hold a refresh token with the scope. */
    @Test
    void refusesRefreshWhenScopeBecameGuardedSince() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("later");
        scope.setProtocol("openid-connect");
        scope.setAttributes(Map.of("include.in.token.scope", "true"));
        try (Response created = realm.admin().clientScopes().create(scope)) {
            app().addOptionalClientScope(CreatedResponseUtil.getCreatedId(created));
        }
        Answer impersonated = impersonated("openid later");
        Answer offline = impersonated("openid later offline_access");
        Answer inPerson = inPerson("openid later");
        realm.changeCategories("later", "us.user.contact");
        workforce.approve("avery", workforce.file(employee, "later"));

        assertImpersonated(refresh(impersonated, ""));
        assertImpersonated(refresh(offline, ""));
        assertThat(refresh(impersonated, "openid").status()).isEqualTo(200);
        assertThat(refresh(offline, "openid").status()).isEqualTo(200);
        assertThat(refresh(inPerson, "").scopes()).contains("later");
    }

    @Test
    void refusesExchangeWhenImpersonated() {
        Answer refused = realm.tokens()
                .exchange(Client.SAMPLE_APP, impersonated("openid").accessToken(), "us-contact");

        assertThat(refused.reason()).isEqualTo("impersonated");
        assertThat(realm.tokens()
                        .exchange(Client.SAMPLE_APP, inPerson("openid").accessToken(), "us-contact")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesDecisionsWhenApproverIsImpersonated() {
        String request = workforce.file(employee, "us-contact");
        String approver = workforce.approver("/us-security");
        Rest taken = realm.adminRest(impersonator.login(approver, "openid").accessToken());

        assertRefused(taken.post("requests/" + request + "/votes", APPROVE), 403, "impersonated");
        assertRefused(taken.post("requests/" + request + "/votes", DENY), 403, "impersonated");
        assertRefused(taken.post("grants/" + grant + "/revoke", REASON), 403, "impersonated");

        assertThat(workforce.request(request).path("votes")).isEmpty();
        assertThat(workforce.approve(approver, request).text("status")).isEqualTo("APPROVED");
        assertThat(workforce.revoke(approver, grant).status()).isEqualTo(204);
    }

    @Test
    void refusesRevocationWhenPolicyAdminIsImpersonated() {
        Rest taken = realm.adminRest(impersonator.login("pat", "openid").accessToken());

        assertRefused(taken.post("grants/" + grant + "/revoke", REASON), 403, "impersonated");

        assertThat(workforce.revoke("pat", grant).status()).isEqualTo(204);
    }

    /** Nothing else stops them: without a policy nobody asks how old the login is. */
    @Test
    void refusesRevocationWhenPolicyAdminsOfflineSessionIsImpersonated() {
        String scope = "openid offline_access";
        Rest taken = realm.adminRest(impersonator.login("pat", scope).accessToken());
        Rest own = realm.adminRest(code("pat", scope).accessToken());
        realm.changePolicy("us-confidential", "sensitivity", "INTERNAL");
        try {
            assertRefused(taken.post("grants/" + grant + "/revoke", REASON), 403, "impersonated");

            Answer revoked = own.post("grants/" + grant + "/revoke", REASON);
            assertThat(revoked.status()).as("%s", revoked.body()).isEqualTo(204);
        } finally {
            realm.changePolicy("us-confidential", "sensitivity", "CONFIDENTIAL");
        }
    }

    private Answer impersonated(String scope) {
        return impersonator.login(employee, scope);
    }

    private Answer inPerson(String scope) {
        return code(employee, scope);
    }

    private static Answer code(String username, String scope) {
        Visitor visitor = new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, scope))
                .signIn(username);
        return realm.tokens().code(Client.SAMPLE_APP, visitor.told("code"));
    }

    private static Answer refresh(Answer session, String scope) {
        return realm.tokens().refresh(Client.SAMPLE_APP, session.refreshToken(), scope);
    }

    private int offlineSessions() {
        return realm.user(employee)
                .getOfflineSessions(app().toRepresentation().getId())
                .size();
    }

    private static ClientResource app() {
        return realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("sample-app").get(0).getId());
    }

    private static void assertImpersonated(Answer refused) {
        assertRefused(refused, 400, "invalid_grant");
        assertThat(refused.reason()).as("%s", refused.body()).isEqualTo("impersonated");
    }
}
