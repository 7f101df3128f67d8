/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** What has been read of a realm is read again once it may be another. */
final class CatalogTest {

    private static final String REALM = "realm";

    private final RealmModel realm = mock(RealmModel.class);
    private final List<ComponentModel> categories = new ArrayList<>(List.of(category("CONFIDENTIAL")));

    @BeforeEach
    void keep() {
        when(realm.getId()).thenReturn(REALM);
        when(realm.getComponentsStream(any(), any())).thenAnswer(call -> List.<ComponentModel>of().stream());
        when(realm.getComponentsStream(REALM, DataCategoryProvider.class.getName()))
                .thenAnswer(call -> categories.stream());
    }

    @Test
    void isReadOnceWhileRealmIsTheSame() {
        assertThat(Catalog.of(realm)).isSameAs(Catalog.of(realm));
    }

    @Test
    void isReadAgainWhenKeycloakHasReadTheComponentAgain() {
        assertThat(sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
        categories.set(0, category("RESTRICTED"));

        assertThat(sensitivity()).isEqualTo(Sensitivity.RESTRICTED);
    }

    @Test
    void isReadAgainWhenComponentIsAddedOrRemoved() {
        Catalog one = Catalog.of(realm);
        categories.add(category("RESTRICTED"));
        assertThat(Catalog.of(realm).categories()).hasSize(2);
        categories.remove(1);

        assertThat(Catalog.of(realm).categories()).isEqualTo(one.categories());
    }

    @Test
    void isReadAgainWhenLevelsOfAuthenticationChange() {
        assertThat(Catalog.of(realm).acrLevels().level("gold")).isEmpty();
        when(realm.getAttribute(Constants.ACR_LOA_MAP)).thenReturn("{\"gold\":2}");

        assertThat(Catalog.of(realm).acrLevels().level("gold")).hasValue(2);
    }

    private Sensitivity sensitivity() {
        return Catalog.of(realm)
                .classification()
                .category("us.user.contact")
                .map(DataCategory::sensitivity)
                .orElseThrow();
    }

    private static ComponentModel category(String sensitivity) {
        ComponentModel component = new ComponentModel();
        component.setName("us.user.contact");
        component.setParentId(REALM);
        component.put("jurisdiction", "US");
        component.put("sensitivity", sensitivity);
        component.put("label", "Contact details of US users");
        return component;
    }
}
