/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Mistakes about the employees' SSO. */
final class ProblemsOfProvidersIT {

    private static final String STALE_ATTRIBUTE = "ERROR attribute_not_forced at identity provider corporate";
    private static final String STALE_GROUP = "ERROR approver_group_not_forced at identity provider corporate";
    private static final String OLD_LOGIN = "ERROR provider_without_max_age at identity provider corporate";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Findings problems = new Findings(realm);

    /** Without a mistake: it tells how old a login is, and its mappers inherit FORCE. */
    @BeforeAll
    static void addProvider() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("corporate");
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "clientId", "x",
                "clientSecret", "x",
                "authorizationUrl", "https://sso.example.com/auth",
                "tokenUrl", "https://sso.example.com/token",
                "passMaxAge", "true",
                "syncMode", "FORCE")));
        realm.admin().identityProviders().create(provider).close();
    }

    @Nested
    @DisplayName("Logins")
    final class Logins {

        @Test
        void findsProviderWhenItDoesNotTellTheLogin() {
            findsWhen(
                    provider -> provider.getConfig().put("passMaxAge", "false"),
                    provider -> provider.getConfig().put("passMaxAge", "true"),
                    OLD_LOGIN);
        }

        /** A mistake, then what makes it none: nobody logs in there. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void findsNothingWhenNobodyLogsInThere(boolean linkOnly) {
            findsWhen(
                    provider -> {
                        provider.getConfig().put("passMaxAge", "false");
                        provider.setEnabled(linkOnly);
                        provider.setLinkOnly(linkOnly);
                    },
                    provider -> {
                        provider.getConfig().put("passMaxAge", "true");
                        provider.setEnabled(true);
                        provider.setLinkOnly(false);
                    });
        }

        private void findsWhen(
                Consumer<IdentityProviderRepresentation> mistake,
                Consumer<IdentityProviderRepresentation> undo,
                String... expected) {
            problems.findWhen(() -> change(mistake), () -> change(undo), expected);
        }
    }

    @Nested
    @DisplayName("Mappers")
    final class Mappers {

        @ParameterizedTest
        @CsvSource({"oidc-user-attribute-idp-mapper, user.attribute", "hardcoded-attribute-idp-mapper, attribute"})
        void findsAttributeWhenMapperDoesNotForce(String type, String target) {
            findsWhen(type, Map.of(target, "country", "syncMode", "IMPORT"), STALE_ATTRIBUTE);
            findsWhen(type, Map.of(target, "country"), STALE_ATTRIBUTE);
            findsWhen(type, Map.of(target, "country", "syncMode", "FORCE"));
            findsWhen(type, Map.of(target, "department", "syncMode", "IMPORT"));
        }

        @Test
        void findsAttributeWhenInheritedModeDoesNotForce() {
            String type = "oidc-user-attribute-idp-mapper";
            Map<String, String> inheriting = Map.of("user.attribute", "country", "syncMode", "INHERIT");
            findsWhen(type, inheriting);

            change(provider -> provider.getConfig().put("syncMode", "LEGACY"));
            findsWhen(type, inheriting, STALE_ATTRIBUTE);
            change(provider -> provider.getConfig().put("syncMode", "FORCE"));
        }

        @Test
        void findsGroupWhenMapperDoesNotForce() {
            String type = "oidc-advanced-group-idp-mapper";
            String claims = "[{\"key\":\"team\",\"value\":\"us-security\"}]";
            findsWhen(type, Map.of("group", "/us-security", "claims", claims, "syncMode", "IMPORT"), STALE_GROUP);
            findsWhen(type, Map.of("group", "/us-security/night", "claims", claims, "syncMode", "IMPORT"), STALE_GROUP);
            findsWhen(type, Map.of("group", "/us-security-fans", "claims", claims, "syncMode", "IMPORT"));
            findsWhen(type, Map.of("group", "/us-security", "claims", claims, "syncMode", "FORCE"));
        }

        private void findsWhen(String type, Map<String, String> config, String... expected) {
            IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
            mapper.setName("mapper");
            mapper.setIdentityProviderAlias("corporate");
            mapper.setIdentityProviderMapper(type);
            mapper.setConfig(new HashMap<>(config));
            problems.findWhen(
                    () -> provider().addMapper(mapper).close(),
                    () -> provider().delete(provider().getMappers().get(0).getId()),
                    expected);
        }
    }

    private static IdentityProviderResource provider() {
        return realm.admin().identityProviders().get("corporate");
    }

    private static void change(Consumer<IdentityProviderRepresentation> change) {
        IdentityProviderRepresentation provider = provider().toRepresentation();
        change.accept(provider);
        provider().update(provider);
    }
}
