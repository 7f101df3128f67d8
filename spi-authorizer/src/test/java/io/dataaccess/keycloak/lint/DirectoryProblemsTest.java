/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;

/** Whether a directory may give a former person's id, and so their access, to the next one. */
final class DirectoryProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();

    @ParameterizedTest
    @ValueSource(strings = {"uid", "UID", "cn"})
    void findsLdapWhenItTakesNamesForIds(String attribute) {
        has("ldap", ldap(attribute));

        assertThat(realm.problems()).containsExactly("ERROR directory_ids_are_names at user directory people");
    }

    @Test
    void findsNothingWhenLdapHasIds() {
        has("ldap", ldap("entryUUID"));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsDirectoryWhenItIsOfAnotherExtension() {
        has("names-in-a-file", Map.of());

        assertThat(realm.problems()).containsExactly("WARNING directory_of_extension at user directory people");
    }

    @Test
    void findsNothingWhenTheDirectoryIsOff() {
        has("names-in-a-file", Map.of("enabled", "false"));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenUsersAreKeycloaksOwn() {
        has("kerberos", Map.of());

        assertThat(realm.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/us-security", "us-security", "/us-security/night"})
    void findsMapperWhenItMakesApproversOfAll(String group) {
        has("ldap", ldap("entryUUID"));
        hasMapper("hardcoded-ldap-group-mapper", Map.of("group", group));

        assertThat(realm.problems())
                .containsExactly(
                        "ERROR directory_for_everybody at user directory people",
                        "WARNING members_unlisted at user directory people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/eu-privacy", "/us-security-guests", ""})
    void findsNothingWhenItMakesNoApprovers(String group) {
        has("ldap", ldap("entryUUID"));
        hasMapper("hardcoded-ldap-group-mapper", Map.of("group", group));

        assertThat(realm.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"READ_ONLY,", "LDAP_ONLY, /", ", /us-security", "READ_ONLY, /us-security/night"})
    void findsMapperWhenMembersAreKnownByMemberOf(@Nullable String mode, @Nullable String path) {
        has("ldap", ldap("entryUUID"));
        hasMapper("group-ldap-mapper", groups(mode, path, "GET_GROUPS_FROM_USER_MEMBEROF_ATTRIBUTE"));

        assertThat(realm.problems()).containsExactly("WARNING members_unlisted at user directory people");
    }

    @ParameterizedTest
    @CsvSource({
        "IMPORT, /, GET_GROUPS_FROM_USER_MEMBEROF_ATTRIBUTE",
        "READ_ONLY, /, LOAD_GROUPS_BY_MEMBER_ATTRIBUTE",
        "READ_ONLY, /eu-privacy, GET_GROUPS_FROM_USER_MEMBEROF_ATTRIBUTE"
    })
    void findsNothingWhenMembersAreListed(String mode, String path, String strategy) {
        has("ldap", ldap("entryUUID"));
        hasMapper("group-ldap-mapper", groups(mode, path, strategy));

        assertThat(realm.problems()).isEmpty();
    }

    private static Map<String, String> groups(@Nullable String mode, @Nullable String path, String strategy) {
        Map<String, String> config = new HashMap<>(Map.of("user.roles.retrieve.strategy", strategy));
        Optional.ofNullable(mode).ifPresent(value -> config.put("mode", value));
        Optional.ofNullable(path).ifPresent(value -> config.put("groups.path", value));
        return config;
    }

    private void hasMapper(String kind, Map<String, String> config) {
        ComponentModel mapper = new ComponentModel();
        mapper.setName("members");
        mapper.setProviderId(kind);
        config.forEach(mapper::put);
        realm.components.put("org.keycloak.storage.ldap.mappers.LDAPStorageMapper", List.of(mapper));
    }

    private static Map<String, String> ldap(String uuid) {
        return Map.of("uuidLDAPAttribute", uuid, "usernameLDAPAttribute", "uid", "rdnLDAPAttribute", "cn");
    }

    private void has(String kind, Map<String, String> config) {
        ComponentModel directory = new ComponentModel();
        directory.setName("people");
        directory.setProviderId(kind);
        config.forEach(directory::put);
        realm.components.put("org.keycloak.storage.UserStorageProvider", List.of(directory));
    }
}
