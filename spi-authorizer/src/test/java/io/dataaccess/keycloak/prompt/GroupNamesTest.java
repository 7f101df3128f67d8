/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.GroupRef;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;

final class GroupNamesTest {

    private static final GroupRef SECURITY = new GroupRef("g1", "/us-security");

    private final RealmModel realm = mock(RealmModel.class);
    private final GroupModel group = mock(GroupModel.class);

    @Test
    void saysTheDescriptionWhenThereIsOne() {
        when(realm.getGroupById("g1")).thenReturn(group);
        when(group.getDescription()).thenReturn("US data security");

        assertThat(new GroupNames(realm).of(SECURITY)).isEqualTo("US data security");
    }

    @Test
    void saysTheNameWhenThereIsNoDescription() {
        when(realm.getGroupById("g1")).thenReturn(group);
        assertThat(new GroupNames(realm).of(SECURITY)).isEqualTo("us-security");

        when(group.getDescription()).thenReturn(" ");
        assertThat(new GroupNames(realm).of(SECURITY)).isEqualTo("us-security");
    }

    @Test
    void saysTheNameWhenTheGroupIsGone() {
        assertThat(new GroupNames(realm).of(SECURITY)).isEqualTo("us-security");
    }
}
