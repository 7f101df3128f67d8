/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;

/** What a save would weaken by leaving something out is refused, and stays as it was; a scope does not open unseen. */
final class ConfigurationIT {

    private static final String POLICY = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static ComponentRepresentation policy(String name) {
        return realm.admin().components().query(null, POLICY, name).get(0);
    }

    private static Map<String, List<String>> fields(String name) {
        return Map.copyOf(policy(name).getConfig());
    }

    private static void save(String name, Consumer<ComponentRepresentation> change) {
        ComponentRepresentation policy = policy(name);
        change.accept(policy);
        realm.admin().components().component(policy.getId()).update(policy);
    }

    private static void assertRefused(String message, String name, Consumer<ComponentRepresentation> change) {
        Map<String, List<String>> before = fields(name);
        assertThatThrownBy(() -> save(name, change)).isInstanceOfSatisfying(WebApplicationException.class, refused -> {
            assertThat(refused.getResponse().getStatus()).isEqualTo(400);
            assertThat(refused.getResponse().readEntity(String.class)).contains(message);
        });
        assertThat(fields(name)).isEqualTo(before);
    }

    private static void with(ComponentRepresentation policy, String field, String... values) {
        policy.getConfig().put(field, new ArrayList<>(List.of(values)));
    }

    @Nested
    @DisplayName("A change")
    final class Change {

        @ParameterizedTest
        @ValueSource(strings = {"requiredApprovals", "eligibility", "approverCondition", "approverMaxAge"})
        void refusesPolicyWhenAFieldIsCleared(String field) {
            assertRefused(field + " must be written", "us-restricted", policy -> with(policy, field, ""));
        }

        @Test
        void refusesPolicyWhenABlankValueWouldTakeTheOthersAlong() {
            assertRefused(
                    "ticketPattern has a blank value among others",
                    "us-restricted",
                    policy -> with(policy, "ticketPattern", "", "[A-Z]+-[0-9]+"));
        }

        @ParameterizedTest
        @CsvSource({
            "us-restricted, none, which only a policy for PUBLIC data may",
            "us-restricted, None, is no group path",
            "us-public, '', requiredApprovals must be written",
            "us-public, NONE, is no group path"
        })
        void refusesPolicyWhenNoApprovalIsNotSaidAsItMust(String policy, String value, String message) {
            assertRefused(message, policy, changed -> with(changed, "requiredApprovals", value));
        }

        @Test
        void refusesPolicyWhenNoneIsBesideAGroup() {
            assertRefused(
                    "says none, and more",
                    "us-public",
                    policy -> with(policy, "requiredApprovals", "none", "/us-security=1"));
        }

        /** Keycloak would skip such a field, and keep what was there. */
        @Test
        void refusesPolicyWhenAFieldIsMisspelt() {
            assertRefused(
                    "requiredApproval cannot be",
                    "us-restricted",
                    policy -> with(policy, "requiredApproval", "/us-security=3", "/data-owners=2"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"(?=[A-Z]+-)[A-Z]+-[0-9]+", "([A-Z])\\1+", "[A-Z", "(a{100}){100}{100}"})
        void refusesPolicyWhenThePatternIsNotRe2(String pattern) {
            assertRefused(
                    "ticketPattern cannot be taken", "us-restricted", policy -> with(policy, "ticketPattern", pattern));
        }

        @Test
        void savesPolicyWhenAllIsThere() {
            save("us-restricted", policy -> {
                with(policy, "requiredApprovals", "/us-security=2", "/data-owners=1");
                with(policy, "eligibility", policy.getConfig().getFirst("eligibility"));
                with(policy, "approverCondition", "approver.attributes['country'] == 'US'");
                with(policy, "approverMaxAge", "PT15M");
                with(policy, "ticketPattern", "[A-Z]+-[0-9]+");
            });

            assertThat(fields("us-restricted").get("requiredApprovals"))
                    .containsExactlyInAnyOrder("/us-security=2", "/data-owners=1");
        }

        @Test
        void savesPolicyWhenNobodyMustApprovePublicData() {
            save("us-public", policy -> with(policy, "requiredApprovals", "none"));

            assertThat(fields("us-public")).containsEntry("requiredApprovals", List.of("none"));
        }
    }

    @Nested
    @DisplayName("A new policy")
    final class New {

        private int create(Consumer<ComponentRepresentation> change) {
            ComponentRepresentation policy = policy("us-restricted");
            policy.setId(null);
            policy.setName("jp-restricted");
            with(policy, "jurisdiction", "JP");
            change.accept(policy);
            try (var answer = realm.admin().components().add(policy)) {
                return answer.getStatus();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"requiredApprovals", "eligibility", "approverCondition", "approverMaxAge"})
        void refusesPolicyWhenAFieldIsMissing(String field) {
            assertThat(create(policy -> policy.getConfig().remove(field))).isEqualTo(400);
        }

        @Test
        void refusesPolicyWhenAFieldIsMisspelt() {
            assertThat(create(policy -> with(policy, "approverMaxage", "PT1M"))).isEqualTo(400);
        }

        @Test
        void refusesPolicyWhenItHasNoName() {
            assertThat(create(policy -> policy.setName(null))).isEqualTo(400);
        }

        @Test
        void refusesPolicyWhenItIsKeptWhereNobodyReadsIt() {
            assertThat(create(policy -> policy.setParentId(realm.name()))).isEqualTo(400);
        }

        @Test
        void savesPolicyWhenAllIsThere() {
            assertThat(create(policy -> {})).isEqualTo(201);
            realm.removePolicy("jp-restricted");
        }
    }

    @Nested
    @DisplayName("A scope that was guarded")
    final class Scope {

        private final Findings problems = new Findings(realm);

        /** Deletes the scope and makes it anew, without categories, as an optional one of the application. */
        private void reopen() {
            ClientScopeRepresentation guarded = realm.admin().clientScopes().findAll().stream()
                    .filter(scope -> scope.getName().equals("eu-contact"))
                    .findFirst()
                    .orElseThrow();
            realm.admin().clientScopes().get(guarded.getId()).remove();
            ClientScopeRepresentation opened = new ClientScopeRepresentation();
            opened.setName("eu-contact");
            opened.setProtocol("openid-connect");
            opened.setAttributes(new HashMap<>(Map.of("include.in.token.scope", "true")));
            realm.addScope(opened);
            String application =
                    realm.admin().clients().findByClientId("sample-app").get(0).getId();
            realm.changeScope(
                    "eu-contact",
                    scope -> realm.admin().clients().get(application).addOptionalClientScope(scope.getId()));
        }

        private int token() {
            return realm.tokens()
                    .password(Client.SAMPLE_APP, "lin", "openid eu-contact")
                    .status();
        }

        @Test
        void isReportedUntilSomebodySaysWhichItIs() {
            String was = "ERROR scope_was_guarded at client scope eu-contact";
            Staff staff = new Staff(realm);
            staff.file(staff.newcomer(), "eu-contact");
            assertThat(problems.now()).doesNotContain(was);
            assertThat(token()).isEqualTo(400);

            reopen();
            assertThat(problems.now()).contains(was);

            realm.changeCategories("eu-contact", "none");
            assertThat(problems.now()).doesNotContain(was);
            assertThat(token()).isEqualTo(200);

            for (String near : List.of("None", "none none", "none eu.user.contact")) {
                realm.changeCategories("eu-contact", near);
                assertThat(problems.now()).as(near).contains("ERROR scope_unknown_category at client scope eu-contact");
                assertThat(token()).as(near).isEqualTo(400);
            }

            realm.changeCategories("eu-contact", "eu.user.contact");
            assertThat(problems.now()).doesNotContain(was);
            assertThat(token()).isEqualTo(400);
        }
    }

    @Nested
    @DisplayName("A realm imported over REST")
    final class Imported {

        @Test
        void isRefusedWithTheFieldWhenAComponentIsFaulty() {
            HttpResponse<String> refused = send("Secret");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Master.json(refused).path("errorMessage").asText())
                    .isEqualTo("data-category 'us.user.secret': sensitivity 'Secret' is unknown, choose one of PUBLIC,"
                            + " INTERNAL, CONFIDENTIAL, RESTRICTED");
            assertThat(Master.send(call("/imported")).statusCode()).isEqualTo(404);
        }

        @Test
        void isThereWhenItsComponentsAreRight() {
            assertThat(send("RESTRICTED").statusCode()).isEqualTo(201);

            assertThat(Master.send(call("/imported").DELETE()).statusCode()).isEqualTo(204);
        }

        private static HttpResponse<String> send(String sensitivity) {
            return Master.send(call("").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"realm": "imported", "components": {
                              "io.dataaccess.keycloak.catalog.DataCategoryProvider": [
                                {"name": "us.user.secret", "providerId": "data-category",
                                 "config": {"jurisdiction": ["US"], "sensitivity": ["%s"]}}]}}
                            """.formatted(sensitivity))));
        }

        private static HttpRequest.Builder call(String path) {
            return HttpRequest.newBuilder(URI.create(Master.server(realm) + "/admin/realms" + path))
                    .header("Authorization", "Bearer " + Master.token(realm));
        }
    }

    @Nested
    @DisplayName("A client with a scope's attribute")
    final class Misplaced {

        private static final Client NAMELESS = new Client("nameless", "nameless-secret");

        @Test
        void isReportedAndBreaksNothingWhenItHasNoName() {
            String found = "ERROR client_setting_unknown at client nameless";
            Findings problems = new Findings(realm);
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId(NAMELESS.id());
            client.setSecret(NAMELESS.secret());
            client.setDirectAccessGrantsEnabled(true);
            client.setOptionalClientScopes(List.of("us-public", "us-contact"));
            realm.admin().clients().create(client).close();
            assertThat(problems.now()).doesNotContain(found);
            assertThat(token("openid")).isEqualTo(200);

            realm.changeClient(
                    NAMELESS.id(),
                    changed -> changed.setAttributes(Map.of("data-access.categories", "us.user.contact")));

            assertThat(problems.now()).contains(found);
            assertThat(token("openid")).isEqualTo(200);
            assertThat(token("openid us-public")).isEqualTo(200);
            assertThat(token("openid us-contact")).isEqualTo(400);
        }

        private int token(String scope) {
            return realm.tokens().password(NAMELESS, "lin", scope).status();
        }
    }

    @Nested
    @DisplayName("A data category")
    final class Category {

        private void create(String name, Map<String, List<String>> fields) {
            ComponentRepresentation category = new ComponentRepresentation();
            category.setProviderType("io.dataaccess.keycloak.catalog.DataCategoryProvider");
            category.setProviderId("data-category");
            category.setName(name);
            MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
            config.putAll(fields);
            category.setConfig(config);
            try (var answer = realm.admin().components().add(category)) {
                assertThat(answer.getStatus()).isEqualTo(400);
            }
        }

        @Test
        void refusesCategoryWhenAFieldIsMisspelt() {
            create("jp.user.contact", Map.of("jurisdiction", List.of("JP"), "sensitivities", List.of("RESTRICTED")));
            create(
                    "jp.user.contact",
                    Map.of(
                            "jurisdiction", List.of("JP"),
                            "sensitivity", List.of("PUBLIC"),
                            "Sensitivity", List.of("RESTRICTED")));
        }

        @Test
        void refusesCategoryWhenItIsTheWordForNotGuarded() {
            create("none", Map.of("jurisdiction", List.of("JP"), "sensitivity", List.of("RESTRICTED")));
        }
    }
}
