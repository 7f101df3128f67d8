/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.FederatedIdentityModel;

final class PolicyProblemsTest {

    private final ProblemRealm realm = new ProblemRealm();

    private List<String> problemsWith(String field, String value) {
        realm.policy.put(field, value);
        return realm.problems();
    }

    @Nested
    @DisplayName("Data that nothing guards")
    final class Categories {

        @Test
        void findsCategoryWhenNoScopeListsIt() {
            realm.category("us.user.location", "CONFIDENTIAL");

            assertThat(realm.problems())
                    .containsExactly("WARNING category_without_scope at data category us.user.location");
        }

        @Test
        void findsNothingWhenScopeListsIt() {
            realm.category("us.user.location", "CONFIDENTIAL");
            realm.scope("us-location", "us.user.location");

            assertThat(realm.problems()).isEmpty();
        }
    }

    @Nested
    @DisplayName("Conditions that let in whom nobody has thought of")
    final class Conditions {

        @Test
        void findsEligibilityWhenItIsADenyList() {
            assertThat(problemsWith("eligibility", "subject.attributes['country'] != 'CN'"))
                    .containsExactly("ERROR eligibility_deny_list at approval policy us-confidential");
        }

        @Test
        void findsEligibilityWhenItIsForEverybody() {
            assertThat(problemsWith("eligibility", "true"))
                    .containsExactly("WARNING eligibility_everybody at approval policy us-confidential");
        }

        @Test
        void findsNothingWhenEligibilityIsAList() {
            assertThat(problemsWith("eligibility", "subject.attributes['country'] in ['US', 'IE']"))
                    .isEmpty();
        }

        @Test
        void findsExemptionWhenItIsADenyList() {
            assertThat(problemsWith("exemption", "!subject.serviceAccount"))
                    .containsExactly("ERROR exemption_deny_list at approval policy us-confidential");
        }

        @Test
        void findsExemptionWhenItIsAlwaysTrue() {
            assertThat(problemsWith("exemption", "subject.id.size() > 0"))
                    .containsExactly("ERROR exemption_deny_list at approval policy us-confidential");
        }

        @ParameterizedTest
        @CsvSource({"eligibility,subject", "exemption,subject", "approverCondition,approver"})
        void findsConditionWhenItAsksOnlyWhetherAnAttributeIsThere(String field, String person) {
            assertThat(problemsWith(field, "has(" + person + ".attributes.country)"))
                    .containsExactly("WARNING condition_presence at approval policy us-confidential");
            assertThat(problemsWith(
                            field,
                            "has(" + person + ".attributes.country) && " + person + ".attributes['country'] == 'US'"))
                    .isEmpty();
        }

        @Test
        void findsApproverConditionWhenApproversAreComparedWithThemselves() {
            assertThat(problemsWith(
                            "approverCondition", "approver.attributes['country'] == approver.attributes['country']"))
                    .containsExactly("WARNING approver_condition_deny_list at approval policy us-confidential");
        }

        @Test
        void findsExemptionWhenItIsForEverybody() {
            assertThat(problemsWith("exemption", "client.id == 'sample-app'"))
                    .containsExactly("WARNING exemption_everybody at approval policy us-confidential");
        }

        @Test
        void findsApproverConditionWhenItIsForEverybody() {
            assertThat(problemsWith("approverCondition", "true"))
                    .containsExactly("WARNING approver_condition_everybody at approval policy us-confidential");
        }

        @ParameterizedTest
        @ValueSource(strings = {"approver.attributes['country'] != 'XX'", "approver.username != ''"})
        void findsApproverConditionWhenItIsADenyList(String condition) {
            assertThat(problemsWith("approverCondition", condition))
                    .contains("WARNING approver_condition_deny_list at approval policy us-confidential");
            assertThat(problemsWith("approverCondition", "approver.attributes['country'] in ['US']"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "approver.attributes['country'] != 'XX'"})
        void findsNoApproverConditionWhenNobodyMustApproveAnyway(String condition) {
            realm.letNobodyApprove();

            assertThat(problemsWith("approverCondition", condition)).isEmpty();
        }

        @Test
        void findsNothingWhenExemptionIsAList() {
            assertThat(problemsWith("exemption", "subject.serviceAccount")).isEmpty();
        }

        @Test
        void findsNoExemptionWhenNobodyMustApproveAnyway() {
            realm.letNobodyApprove();

            assertThat(problemsWith("exemption", "true")).isEmpty();
        }
    }

    @Nested
    @DisplayName("Logins of approvers")
    final class Logins {

        /** A password alone reaches the lowest levels. */
        @ParameterizedTest
        @ValueSource(strings = {"", "0", "1", "bronze"})
        void findsPolicyWhenConfidentialAndNoStrongLoginIsAskedFor(String acr) {
            when(realm.realm.getAttribute("acr.loa.map")).thenReturn("{\"bronze\":1}");

            assertThat(problemsWith("approverAcr", acr))
                    .containsExactly("WARNING approver_acr_blank at approval policy us-confidential");
        }

        @Test
        void findsNothingWhenDataIsOnlyInternal() {
            realm.category.put("sensitivity", "INTERNAL");
            realm.policy.put("sensitivity", "INTERNAL");

            assertThat(problemsWith("approverAcr", "")).isEmpty();
        }

        @Test
        void findsNothingWhenNobodyMustApprove() {
            realm.letNobodyApprove();

            assertThat(problemsWith("approverAcr", "")).isEmpty();
        }

        @Test
        void findsPolicyWhenAcrHasNoLevel() {
            assertThat(problemsWith("approverAcr", "gold"))
                    .containsExactly("ERROR approver_acr_unknown at approval policy us-confidential");
        }

        @Test
        void findsPolicyWhenNoLoginReachesTheLevel() {
            new LevelFlow(realm.realm).with("1", "36000");

            assertThat(problemsWith("approverAcr", "2"))
                    .containsExactly("ERROR approver_acr_unreachable at approval policy us-confidential");
        }

        @Test
        void findsNothingWhenALoginReachesTheLevel() {
            new LevelFlow(realm.realm).with("3", "300");

            assertThat(problemsWith("approverAcr", "2")).isEmpty();
        }

        @Test
        void findsApproverWhenTheyHaveNoCredentialOfTheLevel() {
            when(realm.credentials.isConfiguredFor("otp")).thenReturn(false);

            assertThat(problemsWith("approverAcr", "2"))
                    .containsExactly("WARNING approver_without_credential at user approver");
        }

        @Test
        void findsNothingWhenTheyHaveOneOfAHigherLevelOnly() {
            when(realm.credentials.isConfiguredFor("password")).thenReturn(false);

            assertThat(problemsWith("approverAcr", "1"))
                    .containsExactly("WARNING approver_acr_blank at approval policy us-confidential");
        }

        @Test
        void findsNoApproverWhenTheyGiveCredentialsElsewhere() {
            when(realm.credentials.isConfiguredFor(any())).thenReturn(false);
            when(realm.session.users().getFederatedIdentitiesStream(any(), any()))
                    .thenAnswer(call -> Stream.of(new FederatedIdentityModel("company", "1", "approver")));

            assertThat(problemsWith("approverAcr", "2")).isEmpty();
        }

        @Test
        void findsMapWhenANameHasNoNumber() {
            when(realm.realm.getAttribute("acr.loa.map")).thenReturn("{\"gold\":null}");
            when(realm.realm.getName()).thenReturn("workforce");

            assertThat(problemsWith("approverAcr", "2")).containsExactly("ERROR acr_map_invalid at realm");
        }

        @Test
        void findsClientWhenItsOwnMapDiffers() {
            when(realm.realm.getAttribute("acr.loa.map")).thenReturn("{\"gold\":2}");
            when(realm.client.getAttribute("acr.loa.map")).thenReturn("{\"gold\":1}");

            assertThat(problemsWith("approverAcr", "gold"))
                    .containsExactly("WARNING admin_client_acr_differs at client sample-app");
        }

        @Test
        void findsNothingWhenBothMapsAgree() {
            when(realm.realm.getAttribute("acr.loa.map")).thenReturn("{\"gold\":2}");
            when(realm.client.getAttribute("acr.loa.map")).thenReturn("{\"gold\":2,\"own\":7}");

            assertThat(problemsWith("approverAcr", "gold")).isEmpty();
        }
    }

    @Nested
    @DisplayName("How long RESTRICTED data is open")
    final class Durations {

        private static final String FOUND = "WARNING restricted_too_long at approval policy us-confidential";

        private void restrict(String age, String access, String token) {
            realm.category.put("sensitivity", "RESTRICTED");
            realm.policy.put("sensitivity", "RESTRICTED");
            realm.policy.put("approverMaxAge", age);
            realm.policy.put("maxDuration", access);
            realm.policy.put("maxTokenLifespan", token);
        }

        @ParameterizedTest
        @CsvSource({"PT15M1S, PT8H, PT15M", "PT15M, PT8H1S, PT15M", "PT15M, PT8H, PT15M1S", "P366D, P366D, P366D"})
        void findsRestrictedPolicyWhenItLastsLong(String age, String access, String token) {
            restrict(age, access, token);

            assertThat(realm.problems()).containsExactly(FOUND);
        }

        @Test
        void findsNothingWhenItLastsNoLonger() {
            restrict("PT15M", "PT8H", "PT15M");

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsNothingWhenDataIsNotRestricted() {
            restrict("PT1H", "PT24H", "PT1H");
            realm.category.put("sensitivity", "CONFIDENTIAL");
            realm.policy.put("sensitivity", "CONFIDENTIAL");

            assertThat(realm.problems()).isEmpty();
        }
    }
}
