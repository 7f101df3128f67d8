/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.ScopeCatalog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

final class RealmProblemFinderTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Test
    void findsNoneWhenAllIsWell() {
        assertThat(realm.problems()).isEmpty();
    }

    @Nested
    @DisplayName("Components that import let through")
    final class Components {

        @Test
        void findsComponentWhenCategoryIsUnreadable() {
            realm.category("us.user.secret", "SECRET");

            assertThat(realm.problems()).containsExactly("ERROR component_invalid at data category us.user.secret");
        }

        @Test
        void findsComponentWhenPolicyIsUnreadable() {
            realm.policy("us-internal", "INTERNAL", "/us-security=1").put("maxTokenLifespan", "soon");

            assertThat(realm.problems()).containsExactly("ERROR component_invalid at approval policy us-internal");
        }

        @Test
        void findsComponentWhenConditionDoesNotCompile() {
            realm.policy("us-internal", "INTERNAL", "/us-security=1").put("eligibility", "subject.name == ");

            assertThat(realm.problems()).containsExactly("ERROR component_invalid at approval policy us-internal");
        }

        @Test
        void findsCategoryWhenDefinedTwice() {
            realm.category("us.user.contact", "CONFIDENTIAL");

            assertThat(realm.problems()).containsExactly("ERROR category_duplicate at data category us.user.contact");
        }

        @ParameterizedTest
        @ValueSource(strings = {"us.user.contact", " us.user.contact "})
        void findsCategoryWhenAnotherOfItsKeyCannotBeRead(String key) {
            realm.category(key, "RESTRICTD");

            assertThat(realm.problems())
                    .containsExactlyInAnyOrder(
                            "ERROR category_duplicate at data category us.user.contact",
                            "ERROR component_invalid at data category " + key);
        }

        @Test
        void findsPoliciesWhenAnotherThatCannotBeReadMayBeForTheSame() {
            realm.policy("us-other", "CONFIDENTIAL AND MORE", "/us-security=1");

            assertThat(realm.problems())
                    .containsExactlyInAnyOrder(
                            "ERROR component_invalid at approval policy us-other",
                            "ERROR policy_duplicate at approval policies for US CONFIDENTIAL",
                            "ERROR scope_without_policy at client scope us-contact");
        }

        @Test
        void findsPoliciesWhenThereAreTwo() {
            realm.policy("us-confidential-2", "CONFIDENTIAL", "/us-security=1");

            assertThat(realm.problems())
                    .containsExactly(
                            "ERROR policy_duplicate at approval policies for US CONFIDENTIAL",
                            "ERROR scope_without_policy at client scope us-contact");
        }
    }

    @Nested
    @DisplayName("Scopes that cannot be guarded, classified or approved")
    final class Scopes {

        @Test
        void findsScopeWhenCategoryIsUnknown() {
            realm.scope("us-other", "us.user.contact us.user.other");

            assertThat(realm.problems()).containsExactly("ERROR scope_unknown_category at client scope us-other");
        }

        @ParameterizedTest
        @ValueSource(strings = {"none us.user.contact", " none ", "None", "NONE", "none,", "\"none\""})
        void saysHowAScopeIsLeftOpenWhenNoneIsNotAlone(String categories) {
            realm.scope("us-other", categories);

            assertThat(realm.problems()).containsExactly("ERROR scope_unknown_category at client scope us-other");
            assertThat(realm.messages()).singleElement().asString().contains("write exactly none, alone");
        }

        @Test
        void saysToDefineACategoryWhenItsNameHasTheWordInIt() {
            realm.scope("us-other", "us.user.none");

            assertThat(realm.messages()).singleElement().asString().contains("us.user.none", "define it");
        }

        @Test
        void findsScopeWhenListIsBlank() {
            realm.scope("us-other", " ");

            assertThat(realm.problems()).containsExactly("ERROR scope_without_category at client scope us-other");
        }

        @Test
        void findsNothingWhenScopeIsNotGuarded() {
            when(realm.scope("email", "").getAttribute("data-access.categories"))
                    .thenReturn(null);

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsScopeWhenItsNameHasRecordsAndItListsNothing() {
            when(realm.scope("us-other", "").getAttribute("data-access.categories"))
                    .thenReturn(null);
            realm.recorded.add("us-other");

            assertThat(realm.problems()).containsExactly("ERROR scope_was_guarded at client scope us-other");
        }

        @Test
        void findsNothingWhenThatScopeIsSaidNotToBeGuarded() {
            realm.scope("us-other", "none");
            realm.recorded.add("us-other");

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsNothingWhenThatScopeIsGuarded() {
            realm.recorded.add("us-contact");

            assertThat(realm.problems()).isEmpty();
        }

        /** Keycloak's REST can store it. */
        @Test
        void refusesScopeWhenItsListIsNull() {
            when(realm.contact.getAttribute("data-access.categories")).thenReturn(null);
            assertThat(ScopeCatalog.guardedScope(realm.contact)).isEmpty();

            when(realm.contact.getAttributes()).thenReturn(Collections.singletonMap("data-access.categories", null));

            assertThat(ScopeCatalog.guardedScope(realm.contact).orElseThrow().keys())
                    .isEmpty();
            assertThat(realm.problems()).contains("ERROR scope_without_category at client scope us-contact");
        }

        @Test
        void refusesScopeWhenItHasNoName() {
            when(realm.contact.getName()).thenReturn(null);

            assertThat(realm.problems()).containsExactly("ERROR scope_name at client scope ");
            assertThat(ScopeCatalog.guardedScope(realm.contact).orElseThrow().guardable())
                    .isFalse();
        }

        @Test
        void findsClientWhenItHasCategoriesAndNoName() {
            when(realm.client.getAttributes()).thenReturn(Map.of("data-access.categories", "us.user.contact"));

            assertThat(realm.problems()).containsExactly("ERROR client_setting_unknown at client sample-app");
            assertThat(ScopeCatalog.guardedScope(realm.client)).isEmpty();
        }

        @Test
        void findsScopeWhenNoPolicyIsThere() {
            realm.category("us.user.location", "RESTRICTED");
            realm.scope("us-location", "us.user.location");

            assertThat(realm.problems()).containsExactly("ERROR scope_without_policy at client scope us-location");
        }

        @Test
        void findsScopeWhenProtocolIsSaml() {
            when(realm.contact.getProtocol()).thenReturn("saml");

            assertThat(realm.problems()).containsExactly("ERROR scope_protocol at client scope us-contact");
        }

        @Test
        void findsScopeWhenNotInToken() {
            when(realm.contact.isIncludeInTokenScope()).thenReturn(false);

            assertThat(realm.problems()).containsExactly("ERROR scope_not_in_token at client scope us-contact");
        }

        @Test
        void findsScopeWhenParameterized() {
            when(realm.contact.isParameterizedScope()).thenReturn(true);

            assertThat(realm.problems()).containsExactly("ERROR scope_parameterized at client scope us-contact");
        }

        @Test
        void findsScopeWhenItsMapperTakesAParameter() {
            when(realm.contact.getProtocolMapperByType("oidc-organization-membership-mapper"))
                    .thenReturn(List.of(new ProtocolMapperModel()));

            assertThat(realm.problems()).containsExactly("ERROR scope_parameterized at client scope us-contact");
        }

        @Test
        void findsScopeWhenNoTokenCanSayItsName() {
            when(realm.contact.getName()).thenReturn("us contact");

            assertThat(realm.problems()).containsExactly("ERROR scope_name at client scope us contact");
            assertThat(ScopeCatalog.guardedScope(realm.contact).orElseThrow().guardable())
                    .isFalse();
        }

        @Test
        void guardsScopeWhenItsNameHasSignsOfAllKinds() {
            when(realm.contact.getName()).thenReturn("https://clips.example/us#contact!");

            assertThat(realm.problems()).isEmpty();
            assertThat(ScopeCatalog.guardedScope(realm.contact).orElseThrow().guardable())
                    .isTrue();
        }

        @Test
        void findsScopeWhenRealmGivesItToAll() {
            realm.realmDefaults.add(realm.contact);

            assertThat(realm.problems()).containsExactly("WARNING scope_default at client scope us-contact");
        }

        @Test
        void findsScopeWhenEveryNewClientGetsIt() {
            when(realm.realm.getDefaultClientScopesStream(false)).thenAnswer(call -> Stream.of(realm.contact));

            assertThat(realm.problems()).containsExactly("WARNING scope_default_optional at client scope us-contact");
        }

        @Test
        void findsScopeWhenClientHasItByDefault() {
            realm.clientDefaults.put("us-contact", realm.contact);

            assertThat(realm.problems()).containsExactly("WARNING scope_default at client scope us-contact");
        }
    }

    @Nested
    @DisplayName("Clients that look like another")
    final class Lookalikes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sample-App",
                    "sample-app ",
                    "sample-app\u00a0",
                    "sample-app\ufe0e",
                    "sample\u200b-app",
                    "\uff53ample-app"
                })
        void findsClientWhenAnotherHasTheSameLook(String id) {
            clients(id);

            assertThat(realm.problems()).containsExactly("WARNING client_looks_like at client " + id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"s\u0430mple-app", "sample-\u03b1pp"})
        void findsClientWhenItMixesScripts(String id) {
            clients(id);

            assertThat(realm.problems()).containsExactly("WARNING client_looks_like at client " + id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sample-app-2", "sampleapp", "\u043f\u0440\u0438\u043c\u0435\u0440", "m\u00fcller"})
        void findsNothingWhenItLooksDifferent(String id) {
            clients(id);

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsNothingWhenItHasNoGuardedScope() {
            ClientModel client = clients("Sample-App");
            when(client.getClientScopes(false)).thenReturn(Map.of());

            assertThat(realm.problems()).isEmpty();
        }

        private ClientModel clients(String id) {
            ClientModel other = mock();
            when(other.getClientId()).thenReturn(id);
            when(other.getClientScopes(false)).thenReturn(Map.of("us-contact", realm.contact));
            when(realm.realm.getClientsStream()).thenAnswer(call -> Stream.of(realm.client, other));
            return other;
        }
    }

    @Nested
    @DisplayName("Approvals that nobody could give")
    final class Approvers {

        @Test
        void findsPolicyWhenGroupIsMissing() {
            realm.policy("us-internal", "INTERNAL", "/gone=1");

            assertThat(realm.problems()).containsExactly("ERROR group_missing at approval policy us-internal");
        }

        @Test
        void findsPolicyWhenMembersAreTooFew() {
            realm.security.remove(1);

            assertThat(realm.problems()).containsExactly("ERROR too_few_approvers at approval policy us-confidential");
        }

        @Test
        void findsPolicyWhenMembersDoNotMeetTheCondition() {
            realm.security.set(1, ProblemRealm.person("sam", "SG"));

            assertThat(realm.problems()).containsExactly("ERROR too_few_approvers at approval policy us-confidential");
        }

        @Test
        void findsScopeWhenPoliciesTogetherNeedMore() {
            realm.category("us.user.location", "RESTRICTED");
            realm.policy("us-restricted", "RESTRICTED", "/data-owners=1").put("approverMaxAge", "PT15M");
            realm.groups.put("/data-owners", realm.security);
            realm.scope("us-location", "us.user.location");
            assertThat(realm.problems()).isEmpty();

            realm.scope("us-all", "us.user.contact us.user.location");

            assertThat(realm.problems()).containsExactly("ERROR too_few_approvers at client scope us-all");
        }
    }

    @Nested
    @DisplayName("The required action")
    final class Action {

        @Test
        void findsActionWhenOff() {
            realm.action.setEnabled(false);

            assertThat(realm.problems()).containsExactly("ERROR action_off at required action data-access-approval");
        }

        @Test
        void findsActionWhenMissing() {
            when(realm.realm.getRequiredActionProviderByAlias("data-access-approval"))
                    .thenReturn(null);

            assertThat(realm.problems())
                    .containsExactly("ERROR action_missing at required action data-access-approval");
        }
    }
}
