/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.classification.RealmIndex.StoredAccount;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/** What is wrong with approvers, where there are many: Keycloak is asked of those only whom the database does not clear. */
final class ManyApproversTest {

    private static final String CONSOLE = "console";
    private static final String POWER = "power";

    private final ProblemRealm realm = new ProblemRealm();
    private final RoleModel console = mock();
    private final RoleModel power = mock();
    private final ClientModel administration = mock();

    @BeforeEach
    void nameRoles() {
        when(console.getId()).thenReturn(CONSOLE);
        when(power.getId()).thenReturn(POWER);
        when(power.getName()).thenReturn("manage-users");
        when(administration.getRolesStream()).thenAnswer(call -> Stream.of(console));
        when(administration.getRole("manage-users")).thenReturn(power);
        when(realm.realm.getClientByClientId("realm-management")).thenReturn(administration);
        doReturn(console).when(realm.realm).getRoleById(CONSOLE);
        doReturn(power).when(realm.realm).getRoleById(POWER);
        when(realm.session.users().getUserById(any(), any())).thenAnswer(call -> user(call.getArgument(1)));
    }

    @Test
    void asksKeycloakOfNobodyWhenTheDatabaseClearsAll() {
        account("avery", new StoredAccount(Set.of(CONSOLE), Set.of("otp"), false));
        account("blake", new StoredAccount(Set.of(CONSOLE), Set.of(), true));

        assertThat(realm.problems()).isEmpty();
        verify(realm.session.users(), never()).getUserById(any(), any());
    }

    @Test
    void findsApproverWhenTheDatabaseHasTheRoleOfAnAdministrator() {
        account("avery", new StoredAccount(Set.of(CONSOLE), Set.of("otp"), false));
        account("blake", new StoredAccount(Set.of(CONSOLE, POWER), Set.of("otp"), false));

        assertThat(realm.problems()).containsExactly("WARNING approver_is_admin at user id-of-blake");
    }

    @Test
    void findsApproverWhenTheDatabaseHasNoCredential() {
        account("avery", new StoredAccount(Set.of(CONSOLE), Set.of("otp"), false));
        account("blake", new StoredAccount(Set.of(CONSOLE), Set.of("password"), false));

        assertThat(realm.problems()).containsExactly("WARNING approver_without_credential at user id-of-blake");
    }

    @Test
    void findsApproverWhenTheDatabaseHasNoConsoleRole() {
        account("avery", new StoredAccount(Set.of(CONSOLE), Set.of("otp"), false));
        account("blake", new StoredAccount(Set.of(), Set.of("otp"), false));

        assertThat(realm.problems()).containsExactly("WARNING approver_without_console at user id-of-blake");
    }

    @Test
    void namesFiftyWhenMoreLackTheRole() {
        lackTheRole(50);
        assertThat(realm.problems().stream().filter(line -> line.contains("without_role")))
                .hasSize(50);
        assertThat(realm.problems()).doesNotContain("WARNING approvers_many at realm");

        lackTheRole(5000);
        assertThat(realm.problems().stream().filter(line -> line.contains("without_role")))
                .hasSize(50);
        assertThat(realm.problems()).contains("WARNING approvers_many at realm");
    }

    private void lackTheRole(int count) {
        realm.security.removeIf(person -> person.user().username().startsWith("many"));
        IntStream.range(0, count)
                .mapToObj(number -> ProblemRealm.person("many" + number, "US"))
                .map(person -> new Person(
                        person.user(),
                        new Account(true, false, false, false, false),
                        person.attributes(),
                        person.groups()))
                .forEach(realm.security::add);
        realm.security.forEach(
                person -> account(person.user().username(), new StoredAccount(Set.of(CONSOLE), Set.of("otp"), false)));
    }

    private void account(String username, StoredAccount account) {
        realm.index.accounts.put("id-of-" + username, account);
    }

    /** As the database says of them. */
    private UserModel user(String id) {
        StoredAccount account = realm.index.accounts.getOrDefault(id, new StoredAccount(Set.of(), Set.of(), false));
        UserModel user = mock();
        SubjectCredentialManager credentials = mock();
        when(credentials.isConfiguredFor(any()))
                .thenAnswer(call -> account.credentials().contains(call.<String>getArgument(0)));
        when(user.credentialManager()).thenReturn(credentials);
        when(user.getUsername()).thenReturn(id);
        when(user.hasRole(any()))
                .thenAnswer(call -> account.roleIds()
                        .contains(call.<RoleModel>getArgument(0).getId()));
        return user;
    }
}
