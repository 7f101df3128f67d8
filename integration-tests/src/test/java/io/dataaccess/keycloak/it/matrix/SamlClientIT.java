/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;

/** SAML knows no scopes that a token could name: none can be guarded there. */
final class SamlClientIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final ClientScopes scopes = new ClientScopes(realm);

    @BeforeAll
    static void addClientAndScope() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("files");
        client.setProtocol("saml");
        client.setRedirectUris(List.of(AuthorizationUrl.CALLBACK));
        client.setAttributes(Map.of(
                "saml_idp_initiated_sso_url_name",
                "files",
                "saml_assertion_consumer_url_post",
                AuthorizationUrl.CALLBACK,
                "saml.client.signature",
                "false",
                "saml.force.post.binding",
                "true"));
        realm.admin().clients().create(client).close();
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("saml-contact");
        scope.setProtocol("saml");
        scope.setAttributes(new HashMap<>(Map.of("data-access.categories", "us.user.contact")));
        realm.addScope(scope);
    }

    @Test
    void takesNoPartWhenScopeIsForOpenIdConnect() {
        scopes.makeDefault("files", "us-contact");
        try {
            assertThat(assertion(signIn("maria"))).contains("<saml:Assertion").doesNotContain("us-contact");
        } finally {
            scopes.remove("files", "us-contact");
        }
    }

    @Test
    void refusesLoginWhenScopeWithCategoriesIsForSaml() {
        scopes.makeDefault("files", "saml-contact");
        try {
            Visitor visitor = signIn("maria");

            assertThat(visitor.isAtApplication()).isFalse();
            assertThat(visitor.page().select("#data-access-answer").attr("data-outcome"))
                    .isEqualTo("unclassified");
            assertThat(visitor.page().select("input[name=SAMLResponse]")).isEmpty();
        } finally {
            scopes.remove("files", "saml-contact");
        }
        assertThat(assertion(signIn("maria"))).contains("<saml:Assertion");
    }

    @Test
    void reportsProblemWhenScopeWithCategoriesIsForSaml() {
        assertThat(realm.adminRestOf("olga").get("classification").body().path("problems"))
                .anySatisfy(problem -> {
                    assertThat(problem.path("where").asText()).contains("saml-contact");
                    assertThat(problem.path("severity").asText()).isEqualTo("ERROR");
                });
    }

    private static Visitor signIn(String username) {
        return new Visitor()
                .open(realm.issuer() + "/protocol/saml/clients/files")
                .signIn(username);
    }

    private static String assertion(Visitor visitor) {
        visitor.submit("form", Map.of());
        return new String(Base64.getMimeDecoder().decode(visitor.told("SAMLResponse")), UTF_8);
    }
}
