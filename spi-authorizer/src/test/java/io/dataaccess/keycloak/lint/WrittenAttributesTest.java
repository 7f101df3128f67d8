/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;

/** Attributes that Keycloak writes for the person, whatever the user profile says. */
final class WrittenAttributesTest {

    private final ProblemRealm realm = new ProblemRealm();

    @ParameterizedTest
    @ValueSource(strings = {"locale", "terms_and_conditions", "kc.email.pending"})
    void findsAttributeWhenKeycloakWritesItForThePerson(String name) {
        read(name);
        assertThat(realm.problems()).containsExactly("ERROR attribute_user_editable at user attribute " + name);

        manage(name);
        assertThat(realm.problems()).containsExactly("ERROR attribute_user_editable at user attribute " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "locales"})
    void findsNothingWhenAdministratorsWriteIt(String name) {
        read(name);
        manage(name);

        assertThat(realm.problems()).isEmpty();
    }

    private void read(String name) {
        realm.policy.put("exemption", "subject.attributes['" + name + "'] == 'de'");
    }

    private void manage(String name) {
        realm.profile.setAttributes(List.of(
                new UPAttribute("country", new UPAttributePermissions(Set.of("user"), Set.of("admin"))),
                new UPAttribute(name, new UPAttributePermissions(Set.of("user"), Set.of("admin")))));
    }
}
