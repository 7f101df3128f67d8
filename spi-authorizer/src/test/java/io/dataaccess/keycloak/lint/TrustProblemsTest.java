/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Who makes approvers: people, defaults, identity providers, clients. */
final class TrustProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();
    private final RoleModel power = mock();
    private final RoleModel approver = mock();

    @BeforeEach
    void roles() {
        ClientModel administration = realm.realm.getClientByClientId("realm-management");
        when(administration.getRole("manage-users")).thenReturn(power);
        when(power.getName()).thenReturn("manage-users");
        RoleModel ours = realm.realm.getRole("data-access-approver");
        when(ours.getName()).thenReturn("data-access-approver");
        when(approver.hasRole(ours)).thenReturn(true);
        when(approver.getName()).thenReturn("composite");
    }

    @Nested
    @DisplayName("People")
    final class People {

        @Test
        void findsPersonWhenTheyHaveTheRole() {
            holders(power, 1);

            assertThat(realm.problems()).containsExactly("WARNING trusted_person at user user0");
        }

        @Test
        void findsPersonWhenTheySeeTheSecretsOfClients() {
            RoleModel secrets = mock();
            RoleModel users = mock();
            ClientModel administration = realm.realm.getClientByClientId("realm-management");
            when(administration.getRole("view-clients")).thenReturn(secrets);
            when(administration.getRole("view-users")).thenReturn(users);
            holders(users, 1);
            assertThat(realm.problems()).isEmpty();

            holders(secrets, 1);
            assertThat(realm.problems()).containsExactly("WARNING trusted_person at user user0");
        }

        @Test
        void findsPersonWhenTheySeeEventsWithTheKeysOfClients() {
            RoleModel events = mock();
            ClientModel administration = realm.realm.getClientByClientId("realm-management");
            when(administration.getRole("view-events")).thenReturn(events);
            holders(events, 1);
            assertThat(realm.problems()).containsExactly("WARNING trusted_person at user user0");

            when(realm.realm.isAdminEventsDetailsEnabled()).thenReturn(false);
            assertThat(realm.problems()).containsExactly("WARNING admin_events_without_details at admin events");

            when(realm.realm.isAdminEventsEnabled()).thenReturn(false);
            assertThat(realm.problems()).containsExactly("WARNING admin_events_off at admin events");
        }

        /** They could switch the representations on. */
        @Test
        void findsPersonWhenTheySayWhichEventsAreKept() {
            RoleModel events = mock();
            ClientModel administration = realm.realm.getClientByClientId("realm-management");
            when(administration.getRole("manage-events")).thenReturn(events);
            when(realm.realm.isAdminEventsDetailsEnabled()).thenReturn(false);
            holders(events, 1);

            assertThat(realm.problems()).contains("WARNING trusted_person at user user0");
        }

        @Test
        void findsPersonWhenTheyHaveACompositeOfIt() {
            RoleModel admin = mock();
            when(admin.isComposite()).thenReturn(true);
            when(realm.realm.getRolesStream()).thenAnswer(call -> Stream.of(admin));
            holders(admin, 1);
            assertThat(realm.problems()).isEmpty();

            when(admin.hasRole(power)).thenReturn(true);
            assertThat(realm.problems()).containsExactly("WARNING trusted_person at user user0");
        }

        @Test
        void findsPersonWhenTheirGroupHasTheRole() {
            GroupModel group = mock();
            when(group.getSubGroupsStream()).thenAnswer(call -> Stream.empty());
            when(realm.session.groups().getGroupsByRoleStream(any(), any(), any(), any()))
                    .thenAnswer(call -> call.getArgument(1) == power ? Stream.of(group) : Stream.empty());
            UserModel user = user(7);
            when(realm.session.users().getGroupMembersStream(any(), any(), any(), any()))
                    .thenAnswer(call -> Stream.of(user));

            assertThat(realm.problems()).containsExactly("WARNING trusted_person at user user7");
        }

        @Test
        void namesFiftyWhenThereAreMore() {
            holders(power, 50);
            assertThat(realm.problems()).hasSize(50).doesNotContain("WARNING trusted_people_many at realm");

            holders(power, 51);
            assertThat(realm.problems()).hasSize(51).contains("WARNING trusted_people_many at realm");
        }

        private void holders(RoleModel role, int count) {
            List<UserModel> users =
                    IntStream.range(0, count).mapToObj(TrustProblemsTest::user).toList();
            when(realm.session.users().getRoleMembersStream(any(), any(), any(), any()))
                    .thenAnswer(call -> call.getArgument(1) == role ? users.stream() : Stream.empty());
        }
    }

    @Nested
    @DisplayName("Defaults")
    final class Defaults {

        private final GroupModel group = mock();

        @BeforeEach
        void join() {
            when(group.getName()).thenReturn("newcomers");
            when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.empty());
            when(realm.realm.getDefaultGroupsStream()).thenAnswer(call -> Stream.of(group));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "data-access-approver",
                    "data-access-auditor",
                    "data-access-policy-admin",
                    "data-access-service-owner"
                })
        void findsRoleWhenEverybodyHasIt(String name) {
            RoleModel byDefault = mock();
            RoleModel role = mock();
            when(role.getName()).thenReturn(name);
            when(realm.realm.getRole(name)).thenReturn(role);
            when(realm.approver.hasRole(any())).thenReturn(true);
            when(realm.realm.getDefaultRole()).thenReturn(byDefault);
            assertThat(realm.problems().stream().filter(line -> line.contains("role_default")))
                    .isEmpty();

            when(byDefault.hasRole(role)).thenReturn(true);
            assertThat(realm.problems()).contains("ERROR role_default at role " + name);
        }

        @Test
        void findsGroupWhenItGivesARoleOfOurs() {
            assertThat(realm.problems()).isEmpty();

            when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.of(approver));
            assertThat(realm.problems()).containsExactly("ERROR role_of_default_group at group /newcomers");
        }

        @ParameterizedTest
        @CsvSource({"eligibility,eligibility_default_group", "exemption,exemption_default_group"})
        void findsPolicyWhenItReadsADefaultGroup(String field, String code) {
            String country = "subject.attributes['country'] == 'US' && ";
            realm.policy.put(field, country + "'/employees' in subject.groups");
            assertThat(realm.problems()).isEmpty();

            realm.policy.put(field, country + "'/newcomers' in subject.groups");
            assertThat(realm.problems()).containsExactly("ERROR " + code + " at approval policy us-confidential");
        }
    }

    @Nested
    @DisplayName("Identity providers")
    final class Providers {

        private final IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();

        @BeforeEach
        void broker() {
            IdentityProviderModel provider = new IdentityProviderModel();
            provider.setAlias("company");
            provider.setEnabled(true);
            provider.setPassMaxAge(true);
            when(realm.session.identityProviders().getAllStream(any(IdentityProviderQuery.class)))
                    .thenAnswer(call -> Stream.of(provider));
            when(realm.session.identityProviders().getMappersByAliasStream("company"))
                    .thenAnswer(call -> Stream.of(mapper));
            mapper.setName("hr");
            when(realm.realm.getRole("composite")).thenReturn(approver);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "oidc-hardcoded-group-idp-mapper",
                    "oidc-advanced-group-idp-mapper",
                    "saml-advanced-group-idp-mapper"
                })
        void findsProviderWhenEverybodyJoinsAnApproverGroup(String kind) {
            map(kind, Map.of("group", "/us-security", "syncMode", "FORCE"));
            assertThat(realm.problems()).containsExactly("ERROR provider_for_everybody at identity provider company");

            map(kind, Map.of("group", "/others", "syncMode", "FORCE"));
            assertThat(realm.problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "oidc-hardcoded-role-idp-mapper",
                    "oidc-advanced-role-idp-mapper",
                    "saml-advanced-role-idp-mapper"
                })
        void findsProviderWhenEverybodyGetsARoleOfOurs(String kind) {
            map(kind, Map.of("role", "composite", "syncMode", "FORCE"));

            assertThat(realm.problems()).containsExactly("ERROR provider_for_everybody at identity provider company");
        }

        @Test
        void findsNothingWhenMapperAsksForAClaim() {
            String claims = "[{\"key\":\"job\",\"value\":\"security\"}]";

            map(
                    "oidc-advanced-group-idp-mapper",
                    Map.of("group", "/us-security", "syncMode", "FORCE", "claims", claims));
            assertThat(realm.problems()).isEmpty();

            map("oidc-advanced-role-idp-mapper", Map.of("role", "composite", "syncMode", "FORCE", "claims", claims));
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsProviderWhenRoleIsNotTakenBack() {
            map("oidc-role-idp-mapper", Map.of("role", "composite", "syncMode", "IMPORT"));
            assertThat(realm.problems()).containsExactly("ERROR role_not_forced at identity provider company");

            map("oidc-role-idp-mapper", Map.of("role", "composite", "syncMode", "FORCE"));
            assertThat(realm.problems()).isEmpty();
        }

        private void map(String kind, Map<String, String> config) {
            mapper.setIdentityProviderMapper(kind);
            mapper.setConfig(new HashMap<>(config));
        }
    }

    @Nested
    @DisplayName("Clients whose tokens vote")
    final class AdminClients {

        private final ClientModel listed = mock();

        @BeforeEach
        void list() {
            when(listed.getClientId()).thenReturn("tool");
            when(listed.getRealm()).thenReturn(realm.realm);
            when(realm.realm.getClientByClientId("tool")).thenReturn(listed);
            when(realm.realm.getAttribute("data-access.adminClients")).thenReturn("security-admin-console tool");
        }

        @Test
        void findsApplicationWhenPeopleSignInToIt() {
            when(listed.isServiceAccountsEnabled()).thenReturn(true);
            assertThat(realm.problems()).isEmpty();

            when(listed.isStandardFlowEnabled()).thenReturn(true);
            assertThat(realm.problems()).containsExactly("WARNING admin_client_application at client tool");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "oauth2.device.authorization.grant.enabled",
                    "oidc.ciba.grant.enabled",
                    "oauth2.jwt.authorization.grant.enabled"
                })
        void findsApplicationWhenPeopleSignInToItElsewhere(String grant) {
            when(listed.getAttribute(grant)).thenReturn("true");

            assertThat(realm.problems()).containsExactly("WARNING admin_client_application at client tool");
        }

        @Test
        void findsClientWhenItMayExchangeTokens() {
            when(listed.getAttribute("standard.token.exchange.enabled")).thenReturn("true");

            assertThat(realm.problems()).containsExactly("WARNING admin_client_exchange at client tool");
        }

        @Test
        void findsClientWhenItRegisteredItself() {
            when(listed.getRegistrationToken()).thenReturn("token-1");

            assertThat(realm.problems()).containsExactly("ERROR admin_client_registered at client tool");
        }

        @Test
        void findsClientWhenADocumentSaysHowItIs() {
            when(listed.getAttribute("cimd.cache.expiry.time.in.sec")).thenReturn("1");

            assertThat(realm.problems()).containsExactly("ERROR admin_client_registered at client tool");
        }

        @Test
        void findsNothingWhenItIsKeycloaksOwn() {
            when(realm.realm.getClientByClientId("admin-cli")).thenReturn(listed);
            when(listed.isDirectAccessGrantsEnabled()).thenReturn(true);
            when(realm.realm.getAttribute("data-access.adminClients")).thenReturn("security-admin-console admin-cli");

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsRealmWhenTheAdminConsoleIsLeftOut() {
            when(realm.realm.getAttribute("data-access.adminClients")).thenReturn("tool");

            assertThat(realm.problems()).containsExactly("WARNING admin_console_missing at realm");
        }
    }

    private static UserModel user(int number) {
        UserModel user = mock();
        when(user.getId()).thenReturn("id" + number);
        when(user.getUsername()).thenReturn("user" + number);
        when(user.getGroupsStream()).thenAnswer(call -> Stream.empty());
        return user;
    }
}
