/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Profile;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;

/** A new password by mail, in a session that is old. */
final class EmailResetProblemsTest {

    private static final String FOUND = "ERROR email_resets_login at realm";

    private final ProblemRealm realm = new ProblemRealm();
    private final RequiredActionProviderModel action = new RequiredActionProviderModel();

    @BeforeAll
    static void useFeatures() {
        Profile.defaults();
    }

    @BeforeEach
    void letPeopleForgetPasswords() {
        when(realm.realm.isResetPasswordAllowed()).thenReturn(true);
        when(realm.realm.getRequiredActionProviderByAlias("UPDATE_EMAIL")).thenReturn(action);
    }

    @Test
    void findsRealmWhenAddressIsWrittenWithoutANewLogin() {
        assertThat(realm.problems()).contains(FOUND);

        writableBy("user", "admin");
        assertThat(realm.problems()).contains(FOUND);
    }

    @Test
    void findsNothingWhenPasswordsAreNotForgotten() {
        when(realm.realm.isResetPasswordAllowed()).thenReturn(false);

        assertThat(realm.problems()).doesNotContain(FOUND);
    }

    @Test
    void findsNothingWhenAddressIsChangedOnItsPageOnly() {
        action.setEnabled(true);

        assertThat(realm.problems()).doesNotContain(FOUND);
    }

    @Test
    void findsNothingWhenOnlyAdministratorsWriteTheAddress() {
        writableBy("admin");

        assertThat(realm.problems()).doesNotContain(FOUND);
    }

    @Test
    void findsNothingWhenTheAddressIsAUsernameThatIsFixed() {
        when(realm.realm.isRegistrationEmailAsUsername()).thenReturn(true);
        assertThat(realm.problems()).doesNotContain(FOUND);

        when(realm.realm.isEditUsernameAllowed()).thenReturn(true);
        assertThat(realm.problems()).contains(FOUND);
    }

    @Test
    void findsNothingWhenNobodyMustApprove() {
        realm.letNobodyApprove();

        assertThat(realm.problems()).doesNotContain(FOUND);
    }

    private void writableBy(String... roles) {
        UPAttribute email = new UPAttribute("email");
        email.setPermissions(new UPAttributePermissions(Set.of(), Set.of(roles)));
        realm.profile.addOrReplaceAttribute(email);
    }
}
