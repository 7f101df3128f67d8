/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RoleModel;

/** A role of a guarded scope that is mapped elsewhere as well. */
final class ScopeRolesTest {

    private final ProblemRealm realm = new ProblemRealm();
    private final RoleModel read = mock();
    private final RoleModel composite = mock();
    private final ClientScopeModel email = mock();

    @BeforeEach
    void map() {
        when(read.getName()).thenReturn("read-us-contact");
        when(composite.hasRole(read)).thenReturn(true);
        when(realm.contact.getScopeMappingsStream()).thenAnswer(call -> Stream.of(read));
        when(email.getRealm()).thenReturn(realm.realm);
        when(email.getId()).thenReturn("id-of-email");
        when(email.getName()).thenReturn("email");
        realm.scopes.add(email);
    }

    @Test
    void findsNothingWhenOnlyTheGuardedScopeHasIt() {
        when(email.getScopeMappingsStream()).thenAnswer(call -> Stream.of(mock(RoleModel.class)));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsClientWhenTheRoleIsMappedToIt() {
        when(realm.client.getScopeMappingsStream()).thenAnswer(call -> Stream.of(read));

        assertThat(realm.problems()).containsExactly("ERROR role_without_scope at client sample-app");
    }

    @Test
    void findsClientWhenACompositeOfTheRoleIsMappedToIt() {
        when(realm.client.getScopeMappingsStream()).thenAnswer(call -> Stream.of(composite));

        assertThat(realm.problems()).containsExactly("ERROR role_without_scope at client sample-app");
    }

    @Test
    void findsScopeWhenItIsNotGuardedAndMapsTheRole() {
        when(email.getScopeMappingsStream()).thenAnswer(call -> Stream.of(read));

        assertThat(realm.problems()).containsExactly("ERROR role_without_scope at client scope email");
    }

    @Test
    void findsNothingWhenTheOtherScopeIsGuarded() {
        when(email.getScopeMappingsStream()).thenAnswer(call -> Stream.of(read));
        when(email.getProtocol()).thenReturn("openid-connect");
        when(email.isIncludeInTokenScope()).thenReturn(true);
        when(email.getAttribute("data-access.categories")).thenReturn("us.user.contact");

        assertThat(realm.problems()).isEmpty();
    }
}
