/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** A realm beside the test's whose people log in to the test's; it says of all of them what eligible approvers are. */
final class SignOn {

    static final String ALIAS = "sign-on";

    private final Realm realm;
    private final Operator operator;
    private final String name;

    SignOn(Realm realm) {
        this.realm = realm;
        this.operator = new Operator(realm);
        this.name = realm.name() + "-sign-on";
    }

    void open(String... people) {
        Map<String, Object> client = Map.of(
                "clientId",
                "workforce",
                "secret",
                "secret",
                "redirectUris",
                List.of("*"),
                "protocolMappers",
                List.of(claim("legal_entity", "Clips US Data Security"), claim("country", "US")));
        operator.post(
                "realms",
                Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "passwordPolicy",
                        "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)",
                        "clients",
                        List.of(client),
                        "users",
                        List.of(people).stream().map(SignOn::user).toList()),
                201);
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(ALIAS);
        provider.setProviderId("keycloak-oidc");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "issuer", issuer(),
                "authorizationUrl", issuer() + "/protocol/openid-connect/auth",
                "tokenUrl", issuer() + "/protocol/openid-connect/token",
                "jwksUrl", issuer() + "/protocol/openid-connect/certs",
                "useJwksUrl", "true",
                "validateSignature", "true",
                "clientId", "workforce",
                "clientSecret", "secret",
                "clientAuthMethod", "client_secret_post",
                "syncMode", "FORCE")));
        provider.getConfig().put("passMaxAge", "true");
        try (var response = realm.admin().identityProviders().create(provider)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
        map("oidc-user-attribute-idp-mapper", Map.of("claim", "legal_entity", "user.attribute", "legal_entity"));
        map("oidc-user-attribute-idp-mapper", Map.of("claim", "country", "user.attribute", "country"));
        map("oidc-hardcoded-group-idp-mapper", Map.of("group", "/us-security"));
    }

    /** Whether the test's realm forgets who comes from here when they go. */
    void forget(boolean yes) {
        var resource = realm.admin().identityProviders().get(ALIAS);
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.getConfig().put("doNotStoreUsers", String.valueOf(yes));
        resource.update(provider);
    }

    /** Somebody who comes from here, at the address of a login to the test's realm. */
    Visitor visit(String loginUrl, String person) {
        return new Visitor().open(loginUrl + "&kc_idp_hint=" + ALIAS).signIn(person);
    }

    void close() {
        operator.delete("realms/" + name);
    }

    private String issuer() {
        return realm.issuer() + "-sign-on";
    }

    private void map(String mapper, Map<String, String> config) {
        IdentityProviderMapperRepresentation mapping = new IdentityProviderMapperRepresentation();
        mapping.setName(mapper + config.hashCode());
        mapping.setIdentityProviderAlias(ALIAS);
        mapping.setIdentityProviderMapper(mapper);
        Map<String, String> all = new HashMap<>(config);
        all.put("syncMode", "INHERIT");
        mapping.setConfig(all);
        try (var response = realm.admin().identityProviders().get(ALIAS).addMapper(mapping)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static Map<String, Object> claim(String claim, String value) {
        return Map.of(
                "name",
                claim,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-hardcoded-claim-mapper",
                "config",
                Map.of(
                        "claim.name", claim,
                        "claim.value", value,
                        "jsonType.label", "String",
                        "id.token.claim", "true",
                        "access.token.claim", "true"));
    }

    private static Map<String, Object> user(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "firstName",
                username,
                "lastName",
                "Test",
                "email",
                username + "@sign-on.example",
                "credentials",
                List.of(Map.of("type", "password", "value", Realm.PASSWORD)));
    }
}
