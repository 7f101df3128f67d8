/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** Mistakes about people: what they may write about themselves, and what approvers can and cannot do. */
final class ProblemsOfPeopleIT {

    private static final Set<String> ADMIN = Set.of("admin");
    private static final Set<String> BOTH = Set.of("admin", "user");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Findings problems = new Findings(realm);

    @Nested
    @DisplayName("Attributes that decide")
    final class Attributes {

        @Test
        void findsAttributeWhenUsersMayEditIt() {
            problems.findWhen(
                    () -> editable(BOTH),
                    () -> editable(ADMIN),
                    "ERROR attribute_user_editable at user attribute country");
        }

        @ParameterizedTest
        @CsvSource({
            "ENABLED, ERROR attribute_user_editable at user attribute desk",
            ", WARNING attribute_not_in_profile at user attribute desk"
        })
        void findsAttributeWhenItIsNotInTheProfile(@Nullable UnmanagedAttributePolicy policy, String expected) {
            unmanaged(policy);
            problems.findWhen(
                    () -> approver(" && approver.attributes['desk'] == 'Washington'"), () -> approver(""), expected);
            unmanaged(null);
        }

        @Test
        void findsNothingWhenOnlyAdministratorsEditUnmanagedAttributes() {
            unmanaged(UnmanagedAttributePolicy.ADMIN_EDIT);
            problems.findWhen(() -> approver(" && approver.attributes['desk'] == 'Washington'"), () -> approver(""));
            unmanaged(null);
        }

        @ParameterizedTest
        @ValueSource(strings = {"approver.username != ''", "approver.attributes['username'] != ''"})
        void findsUsernameWhenPeopleMayChangeIt(String condition) {
            problems.findWhen(() -> approver(" && " + condition), () -> approver(""));
            realm.change(found -> found.setEditUsernameAllowed(true));
            problems.findWhen(
                    () -> approver(" && " + condition),
                    () -> approver(""),
                    "ERROR attribute_user_editable at user attribute username");
            realm.change(found -> found.setEditUsernameAllowed(false));
        }

        private void editable(Set<String> who) {
            profile(profile ->
                    profile.addOrReplaceAttribute(new UPAttribute("country", new UPAttributePermissions(BOTH, who))));
        }

        private void unmanaged(@Nullable UnmanagedAttributePolicy policy) {
            profile(profile -> profile.setUnmanagedAttributePolicy(policy));
        }

        private void approver(String more) {
            realm.changePolicy("us-confidential", "approverCondition", "approver.attributes['country'] == 'US'" + more);
        }

        private void profile(Consumer<UPConfig> change) {
            UPConfig profile = realm.admin().users().userProfile().getConfiguration();
            change.accept(profile);
            realm.admin().users().userProfile().update(profile);
        }
    }

    @Nested
    @DisplayName("Approvers")
    final class Approvers {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "manage-realm",
                    "manage-users",
                    "manage-clients",
                    "manage-identity-providers",
                    "impersonation",
                    "realm-admin"
                })
        void findsApproverWhenAlsoAdministrator(String role) {
            findsWhenAdministration(role, "avery", "WARNING approver_is_admin at user avery");
        }

        @Test
        void findsPersonWhenAdministratorIsNoApprover() {
            findsWhenAdministration("manage-users", "pat", "WARNING trusted_person at user pat");
        }

        @Test
        void findsNothingWhenApproverMayOnlyLook() {
            findsWhenAdministration("view-users", "avery");
        }

        @Test
        void findsApproverWhenAdministratorByANestedGroup() {
            String parent = realm.admin().getGroupByPath("/us-security").getId();
            realm.admin().groups().group(parent).subGroup(named("night")).close();
            String night = realm.admin().getGroupByPath("/us-security/night").getId();
            var roles = realm.admin().groups().group(night).roles().clientLevel(administration());
            roles.add(List.of(role("manage-realm")));
            problems.findWhen(
                    () -> realm.user("lin").joinGroup(night),
                    () -> realm.user("lin").leaveGroup(night),
                    "WARNING approver_is_admin at user lin");
            realm.admin().groups().group(night).remove();
        }

        @Test
        void findsApproverWhenGroupLacksTheRole() {
            RoleScopeResource roles = group("/data-owners").roles().realmLevel();
            List<RoleRepresentation> approver =
                    List.of(realm.admin().roles().get("data-access-approver").toRepresentation());
            problems.findWhen(
                    () -> roles.remove(approver),
                    () -> roles.add(approver),
                    "ERROR approver_without_role at user dana",
                    "ERROR too_few_approvers at approval policy us-restricted");
        }

        @Test
        void findsApproversWhenRoleOpensNoConsole() {
            var approver = realm.admin().roles().get("data-access-approver");
            List<RoleRepresentation> console = List.of(role("query-realms"));
            problems.findWhen(
                    () -> approver.deleteComposites(console),
                    () -> approver.addComposites(console),
                    "WARNING approver_without_console at user avery",
                    "WARNING approver_without_console at user blake",
                    "WARNING approver_without_console at user dana",
                    "WARNING approver_without_console at user erin");
        }

        private void findsWhenAdministration(String role, String username, String... expected) {
            String id = realm.user(username).toRepresentation().getId();
            String client = administration();
            List<RoleRepresentation> given = List.of(role(role));
            problems.findWhen(
                    () -> realm.asAdministratorOfAll(resource ->
                            resource.users().get(id).roles().clientLevel(client).add(given)),
                    () -> realm.asAdministratorOfAll(resource ->
                            resource.users().get(id).roles().clientLevel(client).remove(given)),
                    expected);
        }

        private String administration() {
            return realm.admin()
                    .clients()
                    .findByClientId("realm-management")
                    .get(0)
                    .getId();
        }

        private RoleRepresentation role(String name) {
            return realm.admin()
                    .clients()
                    .get(administration())
                    .roles()
                    .get(name)
                    .toRepresentation();
        }

        private GroupResource group(String path) {
            return realm.admin()
                    .groups()
                    .group(realm.admin().getGroupByPath(path).getId());
        }
    }

    @Nested
    @DisplayName("Groups that could be taken for those of approvers")
    final class Groups {

        @Test
        void findsGroupWhenEveryNewUserIsInIt() {
            String id = realm.admin().getGroupByPath("/us-security").getId();
            problems.findWhen(
                    () -> realm.admin().addDefaultGroup(id),
                    () -> realm.admin().removeDefaultGroup(id),
                    "ERROR approver_group_default at group /us-security");
        }

        /** A slash in a group's name reads like a group below another. */
        @Test
        void findsGroupWhenAnotherHasTheSamePath() {
            String parent = realm.admin().getGroupByPath("/us-security").getId();
            realm.admin().groups().group(parent).subGroup(named("night")).close();
            realm.changePolicy("eu-confidential", "requiredApprovals", "/us-security/night=1", "/eu-privacy=1");
            String night = realm.admin().getGroupByPath("/us-security/night").getId();
            realm.user("avery").joinGroup(night);

            problems.findWhen(
                    () -> realm.admin().groups().add(named("us-security/night")).close(),
                    () -> realm.admin().groups().groups("us-security/night", true, 0, 1, true).stream()
                            .map(GroupRepresentation::getId)
                            .forEach(id -> realm.admin().groups().group(id).remove()),
                    "ERROR group_ambiguous at group /us-security/night");
            realm.user("avery").leaveGroup(night);
            realm.changePolicy("eu-confidential", "requiredApprovals", "/eu-privacy=1");
            realm.admin().groups().group(night).remove();
        }

        @Test
        void findsGroupWhenAnOrganizationHasItToo() {
            Organization organization = Organization.in(realm);
            problems.findWhen(
                    () -> organization.addGroup("eu-privacy"),
                    organization::remove,
                    "WARNING group_in_organization at group /eu-privacy");
        }
    }

    private static GroupRepresentation named(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        return group;
    }
}
