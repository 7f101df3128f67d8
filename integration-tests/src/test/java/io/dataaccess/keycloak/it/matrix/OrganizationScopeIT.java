/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.it.gate.Mappers;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A mapper of organization membership makes Keycloak take its scope with a parameter: {@code us-firm:acme}. */
final class OrganizationScopeIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @BeforeAll
    static void joinOrganization() {
        realm.change(found -> found.setOrganizationsEnabled(true));
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("acme");
        organization.setAlias("acme");
        organization.addDomain(new OrganizationDomainRepresentation("acme.example"));
        realm.admin().organizations().create(organization).close();
        String id = realm.admin().organizations().search("acme").get(0).getId();
        realm.admin()
                .organizations()
                .get(id)
                .members()
                .addMember(realm.user("maria").toRepresentation().getId())
                .close();
        add("us-firm", "us.user.content.public", true);
        add("us-file", "us.user.content.public", false);
        add("us-late", "", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-firm", "us-firm:*", "us-firm:acme"})
    void refusesScopeWhenItsMapperTakesAParameter(String scope) {
        Answer refused = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid " + scope);
        Answer permitted = realm.tokens().password(Client.SAMPLE_APP, "maria", "openid us-file");

        Outcome.assertRefused(refused, "invalid_scope", "unclassified");
        assertThat(permitted.claims().path("data_categories").toString()).isEqualTo("[\"us.user.content.public\"]");
    }

    @Test
    void answersInactiveWhenScopeWithParameterBecameGuardedSince() {
        String token = realm.tokens()
                .password(Client.SAMPLE_APP, "maria", "openid us-public us-late:acme")
                .accessToken();
        Answer before = realm.tokens().introspect(Client.SAMPLE_API, token);

        realm.changeCategories("us-late", "us.user.content.public");

        assertThat(before.body().path("active").asBoolean()).isTrue();
        assertThat(before.text("scope").split(" ")).contains("us-late:acme");
        assertThat(realm.tokens().introspect(Client.SAMPLE_API, token).body()).hasToString("{\"active\":false}");
    }

    private static void add(String name, String categories, boolean parameter) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        Map<String, String> attributes = new HashMap<>(Map.of("include.in.token.scope", "true"));
        if (!categories.isEmpty()) {
            attributes.put("data-access.categories", categories);
        }
        scope.setAttributes(attributes);
        if (parameter) {
            ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
            mapper.setName("organization");
            mapper.setProtocol("openid-connect");
            mapper.setProtocolMapper("oidc-organization-membership-mapper");
            mapper.setConfig(Map.of("claim.name", "organization", "access.token.claim", "true"));
            scope.setProtocolMappers(List.of(mapper));
        }
        realm.addScope(scope);
        Mappers.allow(realm, "sample-app", name);
    }
}
