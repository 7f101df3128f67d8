/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** A condition reads the attribute {@code country}, which only administrators edit, where it is in the user profile. */
final class UnmanagedAttributesTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Test
    void findsAttributeWhenItIsUnmanagedInSomeLogins() {
        realm.profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
        assertThat(realm.problems()).isEmpty();

        select(Set.of("address"));
        assertThat(realm.problems()).containsExactly("ERROR attribute_user_editable at user attribute country");

        select(Set.of());
        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenUnmanagedAttributesAreTheAdministrators() {
        select(Set.of("address"));
        assertThat(realm.problems()).isEmpty();

        realm.profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
        assertThat(realm.problems()).isEmpty();
    }

    private void select(Set<String> scopes) {
        realm.profile.getAttribute("country").setSelector(new UPAttributeSelector(scopes));
    }
}
