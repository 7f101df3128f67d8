/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;

/** Keycloak's client policies come on top of the gate, and never in its place. */
final class ClientPolicyIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Approvals approvals = new Approvals(realm);

    @SuppressWarnings("NullAway.Init")
    private static String grant;

    @BeforeAll
    static void makePolicy() throws JsonProcessingException {
        approvals.addEmployee("approved");
        grant = approvals.give("approved", Client.SAMPLE_APP);
        realm.changeClient("sample-app", client -> client.setImplicitFlowEnabled(true));
        ObjectMapper mapper = new ObjectMapper();
        realm.admin()
                .clientPoliciesProfilesResource()
                .updateProfiles(mapper.readValue("""
                        {"profiles": [{"name": "strict", "executors": [
                          {"executor": "reject-implicit-grant", "configuration": {"auto-configure": false}},
                          {"executor": "use-lightweight-access-token", "configuration": {}},
                          {"executor": "consent-required", "configuration": {"auto-configure": false}},
                          {"executor": "suppress-refresh-token-rotation", "configuration": {}}]}]}""", ClientProfilesRepresentation.class));
        realm.admin()
                .clientPoliciesPoliciesResource()
                .updatePolicies(mapper.readValue("""
                        {"policies": [{"name": "all", "enabled": true, "profiles": ["strict"],
                          "conditions": [{"condition": "any-client", "configuration": {}}]}]}""", ClientPoliciesRepresentation.class));
    }

    @Test
    void issuesNothingWhenImplicitFlowIsRejected() {
        for (String username : new String[] {"maria", "approved"}) {
            Visitor visitor = new Visitor()
                    .open(AuthorizationUrl.of(realm, "openid us-contact")
                            .with("response_type", "token")
                            .toString());

            assertThat(visitor.told("error")).as(username).isEqualTo("invalid_request");
            assertThat(visitor.told("access_token")).isEmpty();
        }
    }

    @Test
    void refusesWhenPolicyMakesTokensLightweight() {
        Outcome.assertRefused(realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-contact"));
        Outcome.assertRefused(realm.tokens().clientCredentials(Client.BATCH, "us-contact"));
        Outcome.assertStepUp(new Visitor()
                .open(AuthorizationUrl.of(realm, "openid us-contact").toString())
                .signIn("maria"));
    }

    @Test
    void opensWhenPolicyMakesTokensLightweightAndApproved() {
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "approved", "openid us-contact");

        assertThat(token.claims().has("sub")).isFalse();
        Outcome.assertOpens(token, grant);
        Outcome.assertOpens(realm.tokens().refresh(Client.SAMPLE_APP, token.refreshToken(), ""), grant);
    }
}
