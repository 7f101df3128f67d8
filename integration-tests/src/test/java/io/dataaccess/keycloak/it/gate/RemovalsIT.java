/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** What is deleted ends the grants that rest on it; their records stay. */
final class RemovalsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private final Approvals approvals = new Approvals(realm);

    @Test
    void endsGrantWhenUserIsDeleted() {
        approvals.addEmployee("leaver");
        approvals.addEmployee("stayer");
        String ended = approvals.give("leaver", Client.SAMPLE_APP);
        String running = approvals.give("stayer", Client.SAMPLE_APP);

        realm.user("leaver").remove();

        assertEnded(ended, "user deleted");
        assertThat(approvals.grant(ended).at("/subject/username").asText()).isEqualTo("leaver");
        assertThat(approvals.grant(running).path("active").asBoolean()).isTrue();
    }

    @Test
    void endsGrantWhenClientIsDeleted() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("passing");
        client.setSecret("passing-secret");
        client.setDirectAccessGrantsEnabled(true);
        client.setOptionalClientScopes(List.of("us-contact"));
        realm.admin().clients().create(client).close();
        approvals.addEmployee("user-of-passing");
        String grant = approvals.give("user-of-passing", new Client("passing", "passing-secret"));

        realm.admin()
                .clients()
                .get(realm.admin().clients().findByClientId("passing").get(0).getId())
                .remove();

        assertEnded(grant, "client deleted");
    }

    @Test
    void endsGrantAndSessionsWhenScopeIsDeleted() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("passing");
        scope.setProtocol("openid-connect");
        scope.setAttributes(Map.of("include.in.token.scope", "true", "data-access.categories", "us.user.contact"));
        realm.addScope(scope);
        Mappers.allow(realm, "sample-app", "passing");
        approvals.addEmployee("user-of-scope");
        String grant = approvals.give("user-of-scope", Client.SAMPLE_APP, Map.of("scope", "passing"));
        Answer token = realm.tokens().password(Client.SAMPLE_APP, "user-of-scope", "openid passing");
        assertThat(token.scopes()).contains("passing");

        realm.admin()
                .clientScopes()
                .get(realm.admin().clientScopes().findAll().stream()
                        .filter(found -> found.getName().equals("passing"))
                        .findFirst()
                        .orElseThrow()
                        .getId())
                .remove();

        assertEnded(grant, "scope deleted");
        assertThat(realm.tokens()
                        .refresh(Client.SAMPLE_APP, token.refreshToken(), "")
                        .error())
                .isEqualTo("invalid_grant");
    }

    private void assertEnded(String grant, String reason) {
        assertThat(approvals.grant(grant).path("active").asBoolean()).isFalse();
        assertThat(approvals.grant(grant).path("endReason").asText()).isEqualTo(reason);
    }
}
