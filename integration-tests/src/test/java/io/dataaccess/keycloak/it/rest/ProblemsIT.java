/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Mistakes in classification, policies and the realm, each found, and not found without it. */
final class ProblemsIT {

    private static final String ACTION = "data-access-approval";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Findings problems = new Findings(realm);

    @Test
    void keepsOnlyWhatItsReadmeExplainsWhenRealmIsTheDemos() throws IOException {
        String readme =
                Files.readString(Path.of(System.getProperty("realm.file")).resolveSibling("README.md"));

        assertThat(problems.now()).isEqualTo(Findings.OF_DEMO).noneMatch(line -> line.startsWith("ERROR"));
        assertThat(Findings.OF_DEMO.stream().map(line -> line.split(" ", 3)[1]).distinct())
                .allSatisfy(code -> assertThat(readme).contains("| `" + code + "` |"));
    }

    @Nested
    @DisplayName("Classification and policies")
    final class Policies {

        @Test
        void findsCategoryWhenNoScopeListsIt() {
            problems.findWhen(
                    () -> realm.addCategory(
                            "us.user.face",
                            Map.of("jurisdiction", List.of("US"), "sensitivity", List.of("RESTRICTED"))),
                    () -> realm.removeCategory("us.user.face"),
                    "WARNING category_without_scope at data category us.user.face");
        }

        @Test
        void findsEligibilityWhenItIsADenyList() {
            problems.findWhen(
                    () -> eligible("subject.attributes['legal_entity'] != 'Clips Beijing'"),
                    () -> eligible("subject.attributes['legal_entity'] in ['Clips Singapore']"),
                    "ERROR eligibility_deny_list at approval policy us-public");
        }

        @Test
        void findsPolicyWhenAcrHasNoLevel() {
            problems.findWhen(
                    () -> realm.changePolicy("eu-confidential", "approverAcr", "gold"),
                    () -> realm.changePolicy("eu-confidential", "approverAcr", ""),
                    "ERROR approver_acr_unknown at approval policy eu-confidential");
        }

        @Test
        void findsPolicyWhenRestrictedDataIsOpenForLong() {
            problems.findWhen(
                    () -> realm.changePolicy("us-restricted", "approverMaxAge", "PT1H"),
                    () -> realm.changePolicy("us-restricted", "approverMaxAge", "PT15M"),
                    "WARNING restricted_too_long at approval policy us-restricted");
        }

        @Test
        void findsPolicyWhenApproversAreTooFew() {
            problems.findWhen(
                    () -> realm.changeUser("blake", user -> user.setEnabled(false)),
                    () -> realm.changeUser("blake", user -> user.setEnabled(true)),
                    "ERROR too_few_approvers at approval policy us-restricted");
        }

        @Test
        void findsScopesWhenTheyCannotBeGuarded() {
            problems.findWhen(
                    () -> {
                        realm.changeCategories("us-public", "us.user.content.public us.user.contacts");
                        included("us-private", "false");
                    },
                    () -> {
                        realm.changeCategories("us-public", "us.user.content.public");
                        included("us-private", "true");
                    },
                    "ERROR scope_unknown_category at client scope us-public",
                    "ERROR scope_not_in_token at client scope us-private");
        }

        private void eligible(String condition) {
            realm.changePolicy("us-public", "eligibility", condition);
        }

        private void included(String scope, String value) {
            realm.changeScope(scope, found -> found.getAttributes().put("include.in.token.scope", value));
        }
    }

    @Nested
    @DisplayName("The realm as a whole")
    final class Whole {

        @Test
        void findsActionWhenItIsOff() {
            problems.findWhen(() -> action(false), () -> action(true), "ERROR action_off at required action " + ACTION);
        }

        @Test
        void findsRotationWhenItIsOn() {
            findsWhen(
                    found -> found.setRevokeRefreshToken(true),
                    found -> found.setRevokeRefreshToken(false),
                    "WARNING refresh_token_rotation at realm");
        }

        @Test
        void findsRegistrationWhenItIsOpen() {
            findsWhen(
                    found -> found.setRegistrationAllowed(true),
                    found -> found.setRegistrationAllowed(false),
                    "WARNING registration_open at realm");
        }

        @Test
        void findsEventsWhenTheyAreNotStored() {
            findsWhen(
                    found -> {
                        found.setEventsEnabled(false);
                        found.setAdminEventsEnabled(false);
                    },
                    found -> {
                        found.setEventsEnabled(true);
                        found.setAdminEventsEnabled(true);
                    },
                    "WARNING events_off at events",
                    "WARNING admin_events_off at admin events");
        }

        @Test
        void findsEventsWhenTheyExpire() {
            findsWhen(
                    found -> {
                        found.setEventsExpiration(3600L);
                        found.getAttributes().put("adminEventsExpiration", "3600");
                    },
                    found -> {
                        found.setEventsExpiration(0L);
                        found.getAttributes().put("adminEventsExpiration", "");
                    },
                    "WARNING events_expire at events",
                    "WARNING admin_events_expire at admin events");
        }

        @Test
        void findsEventsWhenTypesAreLeftOutOrDetailsAre() {
            List<String> types = realm.admin().toRepresentation().getEnabledEventTypes();
            findsWhen(
                    found -> {
                        found.setEnabledEventTypes(List.of("LOGIN", "LOGIN_ERROR"));
                        found.setAdminEventsDetailsEnabled(false);
                    },
                    found -> {
                        found.setEnabledEventTypes(types);
                        found.setAdminEventsDetailsEnabled(true);
                    },
                    "WARNING event_types_missing at events",
                    "WARNING admin_events_without_details at admin events");
        }

        @Test
        void findsRoleWhenEveryUserHasIt() {
            List<RoleRepresentation> auditor =
                    List.of(realm.admin().roles().get("data-access-auditor").toRepresentation());
            problems.findWhen(
                    () -> realm.admin().roles().get("default-roles").addComposites(auditor),
                    () -> realm.admin().roles().get("default-roles").deleteComposites(auditor),
                    "ERROR role_default at role data-access-auditor");
        }

        private void findsWhen(
                Consumer<RealmRepresentation> mistake, Consumer<RealmRepresentation> undo, String... expected) {
            problems.findWhen(() -> realm.change(mistake), () -> realm.change(undo), expected);
        }

        private void action(boolean enabled) {
            RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction(ACTION);
            action.setEnabled(enabled);
            realm.admin().flows().updateRequiredAction(ACTION, action);
        }
    }
}
