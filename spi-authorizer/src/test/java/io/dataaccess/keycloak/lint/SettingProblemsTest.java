/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.lint.realm.SettingProblems;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

final class SettingProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();
    private final ClientScopeModel open = mock();

    @BeforeEach
    void addScope() {
        when(open.getRealm()).thenReturn(realm.realm);
        when(open.getName()).thenReturn("us-open");
        realm.scopes.add(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-access.category",
                "data-access.Categories",
                "Data-Access.categories",
                "data_access.categories",
                "dataaccess.categories",
                "data-acess.categories",
                "data-accesss.categories",
                "data-access-categories",
                "data-access:categories",
                " data-access.categories",
                "data-access.categories ",
                "data.access.categories",
                "data--access.categories",
                "data-accesscategories",
                "data-access,categories",
                "data\u2013access.categories",
                "data\u2011access.categories",
                "\u00A0data-access.categories",
                "\u200Bdata-access.categories",
                "data-access\u200B.categories",
                "data-access"
            })
    void findsScopeWhenItsAttributeIsMisspelt(String name) {
        when(realm.contact.getAttributes()).thenReturn(Map.of(name, "us.user.contact"));

        assertThat(realm.problems()).containsExactly("ERROR scope_setting_unknown at client scope us-contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-access.categories", "display.on.consent.screen", "data.classification", "access"})
    void findsNothingWhenAttributeIsRightOrOfOthers(String name) {
        when(realm.contact.getAttributes()).thenReturn(Map.of(name, "us.user.contact"));

        assertThat(realm.problems()).isEmpty();
    }

    /** The name may be anything: what it lists are our categories, and the scope opens. */
    @ParameterizedTest
    @ValueSource(
            strings = {"data-accss.categories", "daat-access.categories", "d\u0430ta-access.categories", "categories"})
    void findsScopeWhenAnotherAttributeListsCategories(String name) {
        when(open.getAttributes()).thenReturn(Map.of(name, " us.user.contact, us.user.contact"));

        assertThat(realm.problems()).containsExactly("ERROR scope_setting_unknown at client scope us-open");
    }

    @Test
    void findsNothingWhenAnotherAttributeListsNoCategories() {
        when(open.getAttributes())
                .thenReturn(Map.of(
                        "include.in.token.scope", "true",
                        "gui.order", "",
                        "consent.screen.text", "us.user.contact",
                        "owner", "those of us.user.contact"));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenScopeIsOpenOnPurpose() {
        when(open.getAttribute("data-access.categories")).thenReturn("none");
        when(open.getAttributes())
                .thenReturn(Map.of("data-access.categories", "none", "categories", "us.user.contact"));

        assertThat(realm.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-access.maxPendingRequest",
                "data-access.adminclients",
                "data-access.categories",
                "data-access.configurationApprovals"
            })
    void findsRealmWhenItsAttributeIsUnknown(String name) {
        when(realm.realm.getAttributes()).thenReturn(Map.of(name, "20"));

        assertThat(realm.problems()).containsExactly("WARNING setting_unknown at realm");
    }

    @Test
    void findsNothingWhenRealmsAttributesAreKnown() {
        Map<String, String> all = new HashMap<>();
        SettingProblems.OF_REALM.forEach(name -> all.put(name, "1"));
        all.put("data-access.configurationVersion", "1");
        when(realm.realm.getAttribute("data-access.configurationApproval")).thenReturn("off");
        when(realm.realm.getAttributes()).thenReturn(all);

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsNothingWhenValueIsBlank() {
        when(realm.contact.getAttributes()).thenReturn(Map.of("data-access.category", " "));

        assertThat(realm.problems()).isEmpty();
    }

    @Test
    void findsClientWhenItHasAScopesAttribute() {
        when(realm.client.getAttributes()).thenReturn(Map.of("data-access.categories", "us.user.contact"));
        assertThat(realm.problems()).containsExactly("ERROR client_setting_unknown at client sample-app");

        when(realm.client.getAttributes()).thenReturn(Map.of("post.logout.redirect.uris", "+"));
        assertThat(realm.problems()).isEmpty();
    }

    /** They write its attributes, and none of that is to fail the operators' checks. */
    @Test
    void warnsWhenSomebodyElseCanChangeTheClient() {
        ClientModel registered = mock();
        when(registered.getClientId()).thenReturn("theirs");
        when(registered.getRegistrationToken()).thenReturn("token-1");
        when(registered.getAttributes()).thenReturn(Map.of("data-access.categories", "us.user.contact"));
        when(realm.realm.getClientsStream()).thenAnswer(call -> Stream.of(registered));

        assertThat(realm.problems()).containsExactly("WARNING client_setting_unknown at client theirs");
    }
}
