/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Approvals;
import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Edition;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** Scopes that take a parameter stand in tokens under names that nobody classified. */
final class ParameterizedScopesIT {

    @RegisterExtension
    static final Realm realm = Realm.on(Edition.PREVIEW);

    @Test
    void permitsScopeWithoutParameterWhenApproved() {
        Approvals approvals = new Approvals(realm);
        approvals.addEmployee("plain");
        String grant = approvals.give("plain", Client.SAMPLE_APP);

        Outcome.assertRests(realm.tokens().password(Client.SAMPLE_APP, "plain", "openid us-contact"), grant);
        Outcome.assertRefused(
                realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-contact"),
                "invalid_scope",
                "approval_required");
    }

    @Test
    void refusesScopeWhenItTakesAParameter() {
        add("us-case", "us.user.content.public", true);
        add("us-file", "us.user.content.public", false);

        Answer parameterized = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-case:1001");
        Answer plain = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-file");

        Outcome.assertRefused(parameterized, "invalid_scope", "unclassified");
        assertThat(realm.events("LOGIN_ERROR"))
                .extracting(event -> event.getDetails().get("data_access_scopes"))
                .contains("us-case");
        assertThat(plain.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
    }

    @Test
    void answersInactiveWhenScopeWithParameterBecameGuardedSince() {
        add("us-late", "", true);
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid us-public us-late:1001")
                .accessToken();
        Answer before = realm.tokens().introspect(Client.SAMPLE_API, token);

        realm.changeCategories("us-late", "us.user.content.public");

        assertThat(before.body().path("active").asBoolean()).isTrue();
        assertThat(before.text("scope").split(" ")).contains("us-late:1001");
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, token).body()).hasToString("{\"active\":false}");
    }

    private static void add(String name, String categories, boolean parameterized) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        Map<String, String> attributes = new HashMap<>(Map.of("include.in.token.scope", "true"));
        if (parameterized) {
            attributes.put("is.parameterized.scope", "true");
            attributes.put("parameterized.scope.type", "string");
        }
        if (!categories.isEmpty()) {
            attributes.put("data-access.categories", categories);
        }
        scope.setAttributes(attributes);
        realm.addScope(scope);
        Mappers.allow(realm, "sample-app", name);
    }
}
