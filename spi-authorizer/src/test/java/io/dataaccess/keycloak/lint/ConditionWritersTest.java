/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;

/** Who gives groups, roles and attributes that decide, without an administrator. */
final class ConditionWritersTest {

    private final ProblemRealm realm = new ProblemRealm();
    private final RoleModel power = mock();

    @BeforeEach
    void setUp() {
        ClientModel administration = realm.realm.getClientByClientId("realm-management");
        when(administration.getRole("manage-users")).thenReturn(power);
        when(power.getName()).thenReturn("manage-users");
        UPAttributePermissions byAdministrators = new UPAttributePermissions(Set.of("user"), Set.of("admin"));
        realm.profile.setAttributes(Stream.of("country", "username", "email", "firstName")
                .map(name -> new UPAttribute(name, byAdministrators))
                .toList());
    }

    private void exempt(String condition) {
        realm.policy.put("exemption", condition);
    }

    @Nested
    @DisplayName("Identity providers")
    final class Providers {

        private static final String FOUND = "WARNING provider_writes_conditions at identity provider company";

        private final IdentityProviderModel provider = new IdentityProviderModel();
        private final IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();

        @BeforeEach
        void broker() {
            provider.setAlias("company");
            provider.setEnabled(true);
            provider.setPassMaxAge(true);
            mapper.setName("hr");
            mapper.setConfig(new HashMap<>());
            when(realm.session.identityProviders().getAllStream(any(IdentityProviderQuery.class)))
                    .thenAnswer(call -> Stream.of(provider));
            when(realm.session.identityProviders().getMappersByAliasStream("company"))
                    .thenAnswer(call -> Stream.of(mapper));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.username.startsWith('ops-')",
                    "subject.attributes['email'].endsWith('@clips.example')",
                    "subject.attributes['firstName'] == 'Lin'"
                })
        void findsProviderWhenConditionsReadWhatItBrings(String condition) {
            exempt(condition);
            assertThat(realm.problems()).containsExactly(FOUND);

            provider.setLinkOnly(true);
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsNothingWhenConditionsReadWhatAdministratorsWrite() {
            exempt("subject.id == 'lin' || subject.attributes['country'] == 'IE'");

            assertThat(realm.problems()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"oidc-hardcoded-group-idp-mapper,FORCE", "oidc-group-idp-mapper,IMPORT"})
        void findsProviderWhenItPutsPeopleIntoGroupsAndConditionsReadGroups(String kind, String syncMode) {
            map(kind, Map.of("group", "/exempt", "syncMode", syncMode));
            assertThat(realm.problems()).isEmpty();

            exempt("'/exempt' in subject.groups");
            assertThat(realm.problems()).containsExactly(FOUND);
        }

        @Test
        void findsNothingWhenTheMapperAsksAndIsForced() {
            exempt("'/exempt' in subject.groups");

            map("oidc-advanced-group-idp-mapper", claims("exempt", "true"));
            assertThat(realm.problems()).isEmpty();

            map("oidc-advanced-group-idp-mapper", claims(".*", "false"));
            assertThat(realm.problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {".*", ".+", "^.*$", "(.*)"})
        void findsProviderWhenTheClaimMaySayAnything(String pattern) {
            map("oidc-advanced-group-idp-mapper", claims(pattern, "true"));
            mapper.getConfig().put("group", "/us-security");

            assertThat(realm.problems()).containsExactly("ERROR provider_for_everybody at identity provider company");
        }

        @Test
        void findsProviderWhenItGivesAPower() {
            when(realm.realm.getRole("power")).thenReturn(power);

            map("oidc-hardcoded-role-idp-mapper", Map.of("role", "power", "syncMode", "FORCE"));
            assertThat(realm.problems()).containsExactly("ERROR provider_for_everybody at identity provider company");

            map("oidc-role-idp-mapper", Map.of("role", "power", "syncMode", "FORCE"));
            assertThat(realm.problems()).isEmpty();
        }

        private Map<String, String> claims(String value, String regex) {
            return Map.of(
                    "group",
                    "/exempt",
                    "syncMode",
                    "FORCE",
                    "claims",
                    "[{\"key\":\"job\",\"value\":\"" + value + "\"}]",
                    "are.claim.values.regex",
                    regex);
        }

        private void map(String kind, Map<String, String> config) {
            mapper.setIdentityProviderMapper(kind);
            mapper.setConfig(new HashMap<>(config));
        }
    }

    @Test
    void findsUsernameWhenWhoIsInvitedChoosesIt() {
        exempt("subject.username == 'lin'");
        assertThat(realm.problems()).isEmpty();

        when(realm.realm.isOrganizationsEnabled()).thenReturn(true);
        assertThat(realm.problems()).containsExactly("WARNING username_of_invited at user attribute username");
    }

    @Nested
    @DisplayName("Directories")
    final class Directories {

        private final ComponentModel mapper = new ComponentModel();

        @BeforeEach
        void connect() {
            ComponentModel directory = new ComponentModel();
            directory.setId("directory");
            directory.setName("people");
            directory.setProviderId("ldap");
            realm.components.put("org.keycloak.storage.UserStorageProvider", List.of(directory));
            realm.components.put("org.keycloak.storage.ldap.mappers.LDAPStorageMapper", List.of(mapper));
        }

        @Test
        void findsDirectoryWhenEverybodyJoinsAnApproverGroup() {
            gives("hardcoded-ldap-group-mapper", "group", "/us-security");
            assertThat(realm.problems()).contains("ERROR directory_for_everybody at user directory people");

            gives("hardcoded-ldap-group-mapper", "group", "/others");
            assertThat(realm.problems()).isEmpty();

            exempt("'/exempt' in subject.groups");
            assertThat(realm.problems())
                    .containsExactly("WARNING directory_writes_conditions at user directory people");
        }

        @Test
        void findsDirectoryWhenEverybodyGetsAPower() {
            when(realm.realm.getRole("power")).thenReturn(power);

            gives("hardcoded-ldap-role-mapper", "role", "power");
            assertThat(realm.problems()).containsExactly("ERROR directory_for_everybody at user directory people");

            gives("hardcoded-ldap-role-mapper", "role", "data-access-approver");
            assertThat(realm.problems()).containsExactly("ERROR directory_for_everybody at user directory people");

            gives("hardcoded-ldap-role-mapper", "role", "unknown");
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsDirectoryWhenEverybodyGetsAnAttributeThatConditionsRead() {
            gives("hardcoded-attribute-mapper", "user.model.attribute", "country");
            assertThat(realm.problems())
                    .containsExactly("WARNING directory_writes_conditions at user directory people");

            gives("hardcoded-attribute-mapper", "user.model.attribute", "department");
            assertThat(realm.problems()).isEmpty();

            gives("user-attribute-ldap-mapper", "user.model.attribute", "country");
            assertThat(realm.problems()).isEmpty();
        }

        private void gives(String kind, String key, String value) {
            mapper.setProviderId(kind);
            mapper.getConfig().clear();
            mapper.put(key, value);
        }
    }

    @Nested
    @DisplayName("Default groups")
    final class Defaults {

        private final GroupModel group = mock();

        @BeforeEach
        void join() {
            when(group.getName()).thenReturn("exempt");
            when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.empty());
            when(realm.realm.getDefaultGroupsStream()).thenAnswer(call -> Stream.of(group));
        }

        @Test
        void findsGroupWhenItGivesAPower() {
            when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.of(power));

            assertThat(realm.problems()).containsExactly("ERROR role_of_default_group at group /exempt");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.groups.exists(g, g.startsWith('/exem'))",
                    "subject.groups.exists(g, g.endsWith('exempt'))",
                    "subject.groups.exists(g, g.contains('xemp'))",
                    "subject.groups.exists(g, g.matches('^/exempt$'))"
                })
        void findsPolicyWhenItReadsAPartOfTheGroupsPath(String condition) {
            exempt(condition);

            assertThat(realm.problems())
                    .containsExactly("ERROR exemption_default_group at approval policy us-confidential");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.groups.exists(g, g.startsWith('/staff'))",
                    "subject.groups.exists(g, g.matches('^/staff/.*$'))",
                    "'/exem' in subject.groups"
                })
        void findsNothingWhenItReadsAnother(String condition) {
            exempt(condition);

            assertThat(realm.problems()).isEmpty();
        }
    }
}
