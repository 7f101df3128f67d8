/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.GroupRef;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;

final class GroupLabelsTest {

    private static final GroupRef SECURITY = new GroupRef("g1", "/us/security");

    private final RealmModel realm = mock(RealmModel.class);
    private final GroupModel group = mock(GroupModel.class);
    private final GroupLabels names =
            new GroupLabels(realm, Set.of("/us/security", "/data-owners", "/us/cyber-security"));

    @Test
    void saysTheDescriptionWhenThereIsOne() {
        isThere();
        when(group.getDescription()).thenReturn("US data security");

        assertThat(names.of(SECURITY)).isEqualTo("US data security");
    }

    @Test
    void saysTheNameWhenThereIsNoDescription() {
        isThere();
        assertThat(names.of(SECURITY)).isEqualTo("security");

        when(group.getDescription()).thenReturn(" ");
        assertThat(names.of(SECURITY)).isEqualTo("security");
    }

    @Test
    void saysTheNameWhenTheGroupIsGone() {
        assertThat(names.of(SECURITY)).isEqualTo("security");
        assertThat(names.of("/data-owners")).isEqualTo("data-owners");
    }

    @Test
    void saysThePathWhenAnotherGroupHasTheName() {
        GroupLabels both = new GroupLabels(realm, Set.of("/us/security", "/eu/security"));
        assertThat(both.of("/eu/security")).isEqualTo("eu/security");

        isThere();
        assertThat(both.of(SECURITY)).isEqualTo("us/security");
    }

    @Test
    void saysTheNameWhenItHasSlashes() {
        when(realm.getGroupById("g2")).thenReturn(group);
        when(group.getName()).thenReturn("legal/US");

        assertThat(names.of(new GroupRef("g2", "/legal~/US"))).isEqualTo("legal/US");
    }

    private void isThere() {
        when(realm.getGroupById("g1")).thenReturn(group);
        when(group.getName()).thenReturn("security");
    }
}
