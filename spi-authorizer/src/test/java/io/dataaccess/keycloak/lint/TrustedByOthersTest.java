/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.model.Scope;
import org.keycloak.authorization.store.PolicyStore;
import org.keycloak.authorization.store.ResourceServerStore;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.workflow.WorkflowProvider;
import org.keycloak.models.workflow.WorkflowStepProvider;

/** Fine-grained admin permissions and workflows that make approvers. */
final class TrustedByOthersTest {

    private final ProblemRealm realm = new ProblemRealm();

    @Nested
    @DisplayName("Admin permissions")
    final class Permissions {

        private final Policy permission = mock();
        private final Policy holders = mock();

        @BeforeEach
        void permit() {
            ClientModel permissions = mock();
            ResourceServer server = mock();
            StoreFactory stores = mock();
            ResourceServerStore servers = mock();
            PolicyStore policies = mock();
            AuthorizationProvider authorization = mock();
            when(authorization.getStoreFactory()).thenReturn(stores);
            when(stores.getResourceServerStore()).thenReturn(servers);
            when(stores.getPolicyStore()).thenReturn(policies);
            when(servers.findByClient(permissions)).thenReturn(server);
            when(policies.findByType(server, "scope")).thenReturn(List.of(permission));
            when(realm.session.getProvider(AuthorizationProvider.class)).thenReturn(authorization);
            when(realm.realm.isAdminPermissionsEnabled()).thenReturn(true);
            when(realm.realm.getAdminPermissionsClient()).thenReturn(permissions);
            when(permission.getName()).thenReturn("help");
            when(permission.getAssociatedPolicies()).thenReturn(Set.of(holders));
            when(holders.getName()).thenReturn("night shift");
            when(holders.getType()).thenReturn("user");
            when(holders.getConfig()).thenReturn(Map.of("users", "[\"1\"]"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "manage",
                    "map-roles",
                    "map-role",
                    "map-role-composite",
                    "manage-group-membership",
                    "manage-membership",
                    "manage-membership-of-members",
                    "manage-members",
                    "impersonate",
                    "impersonate-members",
                    "reset-password"
                })
        void findsPersonWhenThePermissionIsEnough(String scope) {
            permits(scope, "view");

            assertThat(realm.problems()).containsExactly("WARNING trusted_by_permission at user approver");
        }

        /** Their secrets and keys, that is. */
        @Test
        void findsPersonWhenThePermissionShowsClients() {
            permits("view");
            when(permission.getResourceType()).thenReturn("Users");
            assertThat(realm.problems()).isEmpty();

            when(permission.getResourceType()).thenReturn("Clients");
            assertThat(realm.problems()).containsExactly("WARNING trusted_by_permission at user approver");
        }

        @Test
        void findsPermissionWhenItsHoldersAreNotNamed() {
            when(holders.getType()).thenReturn("role");
            permits("reset-password");

            assertThat(realm.problems()).containsExactly("WARNING permission_makes_approvers at admin permission help");
        }

        @Test
        void findsNothingWhenThePermissionShowsOnly() {
            permits("view", "view-members", "map-roles-client-scope");

            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsNothingWhenPermissionsAreOff() {
            permits("manage");
            when(realm.realm.isAdminPermissionsEnabled()).thenReturn(false);

            assertThat(realm.problems()).isEmpty();
        }

        private void permits(String... names) {
            Set<Scope> scopes = Stream.of(names)
                    .map(name -> {
                        Scope scope = mock();
                        when(scope.getName()).thenReturn(name);
                        return scope;
                    })
                    .collect(Collectors.toSet());
            when(permission.getScopes()).thenReturn(scopes);
        }
    }

    @Nested
    @DisplayName("Workflows")
    final class Workflows {

        private final ComponentModel step = new ComponentModel();

        @BeforeEach
        void schedule() {
            ComponentModel workflow = new ComponentModel();
            workflow.setId("workflow");
            workflow.setName("onboarding");
            workflow.setConfig(new MultivaluedHashMap<>());
            step.setConfig(new MultivaluedHashMap<>());
            realm.components.put(WorkflowProvider.class.getName(), List.of(workflow));
            realm.components.put(WorkflowStepProvider.class.getName(), List.of(step));
            GroupModel security = group("us-security");
            GroupModel others = group("others");
            when(realm.session.groups().getGroupById(any(), any()))
                    .thenAnswer(call -> "security".equals(call.getArgument(1)) ? security : others);
        }

        @Test
        void findsWorkflowWhenItJoinsAnApproverGroup() {
            does("join-group", "group", "security");
            assertThat(realm.problems()).containsExactly("WARNING workflow_makes_approvers at workflow onboarding");

            does("join-group", "group", "others");
            assertThat(realm.problems()).isEmpty();

            does("leave-group", "group", "security");
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsWorkflowWhenItGrantsARoleOfOurs() {
            does("grant-role", "role", "data-access-approver");
            assertThat(realm.problems()).containsExactly("WARNING workflow_makes_approvers at workflow onboarding");

            does("grant-role", "role", "unknown");
            assertThat(realm.problems()).isEmpty();
        }

        @Test
        void findsWorkflowWhenItGrantsAPower() {
            RoleModel power = mock();
            ClientModel administration = realm.realm.getClientByClientId("realm-management");
            when(administration.getRole("manage-users")).thenReturn(power);

            does("grant-role", "role", "realm-management/manage-users");
            assertThat(realm.problems()).containsExactly("WARNING workflow_makes_approvers at workflow onboarding");

            does("grant-role", "role", "realm-management/view-users");
            assertThat(realm.problems()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "set-user-attribute, country, SG, department, sales",
            "remove-user-attribute, attribute, country, attribute, department",
        })
        void findsWorkflowWhenItWritesAnAttributeThatConditionsRead(
                String kind, String key, String value, String otherKey, String otherValue) {
            does(kind, key, value);
            assertThat(realm.problems()).containsExactly("WARNING workflow_writes_conditions at workflow onboarding");

            does(kind, otherKey, otherValue);
            assertThat(realm.problems()).isEmpty();
        }

        /** Which group it is, a condition may compute. */
        @ParameterizedTest
        @ValueSource(strings = {"join-group", "leave-group"})
        void findsWorkflowWhenConditionsReadGroups(String kind) {
            does(kind, "group", "others");
            assertThat(realm.problems()).isEmpty();

            realm.policy.put("exemption", "subject.groups.exists(group, group == '/others')");
            assertThat(realm.problems()).containsExactly("WARNING workflow_writes_conditions at workflow onboarding");
        }

        private void does(String kind, String key, String value) {
            step.setProviderId(kind);
            step.getConfig().clear();
            step.getConfig().putSingle(key, value);
        }

        private static GroupModel group(String name) {
            GroupModel group = mock();
            when(group.getName()).thenReturn(name);
            when(group.getRoleMappingsStream()).thenAnswer(call -> Stream.empty());
            return group;
        }
    }
}
