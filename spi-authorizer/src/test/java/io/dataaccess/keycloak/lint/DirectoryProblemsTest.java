/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
