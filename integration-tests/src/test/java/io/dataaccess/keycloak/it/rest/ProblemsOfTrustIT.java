/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import io.dataaccess.keycloak.testing.Realm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** Who can make or be an approver, as Keycloak keeps it. */
final class ProblemsOfTrustIT {

    private static final String PROVIDER = "company";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Findings problems = new Findings(realm);

    @BeforeAll
    static void addProviderAndOperator() {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(PROVIDER);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(new HashMap<>(Map.of(
                "authorizationUrl", realm.issuer() + "/nowhere",
                "tokenUrl", realm.issuer() + "/nowhere",
                "clientId", "workforce",
                "clientSecret", "secret",
                "passMaxAge", "true")));
        realm.admin().identityProviders().create(provider).close();
        realm.addUser("operator", Map.of("country", "SG"));
    }

    @Test
    void findsPeopleWhenTheyHaveSuchARole() {
        findsOperatorWith("impersonation", "WARNING trusted_person at user operator");
        findsOperatorWith("realm-admin", "WARNING trusted_person at user operator");
        findsOperatorWith("view-clients", "WARNING trusted_person at user operator");
        findsOperatorWith("view-users");
    }

    /** Keycloak writes private keys of clients into representations. */
    @Test
    void findsPeopleWhenTheySeeEventsWithRepresentations() {
        findsOperatorWith("view-events", "WARNING trusted_person at user operator");
        findsOperatorWith("manage-events", "WARNING trusted_person at user operator");

        problems.findWhen(
                () -> {
                    realm.change(changed -> changed.setAdminEventsDetailsEnabled(false));
                    change("view-events", true);
                },
                () -> {
                    change("view-events", false);
                    realm.change(changed -> changed.setAdminEventsDetailsEnabled(true));
                },
                "WARNING admin_events_without_details at admin events");
    }

    private static void findsOperatorWith(String role, String... expected) {
        problems.findWhen(() -> change(role, true), () -> change(role, false), expected);
    }

    private static void change(String role, boolean isGiven) {
        String id = realm.user("operator").toRepresentation().getId();
        String client = management();
        List<RoleRepresentation> roles = List.of(role(role));
        realm.asAdministratorOfAll(all -> {
            RoleScopeResource had = all.users().get(id).roles().clientLevel(client);
            if (isGiven) {
                had.add(roles);
            } else {
                had.remove(roles);
            }
        });
    }

    @Test
    void findsPeopleWhenTheirGroupOrCompositeHasIt() {
        realm.admin().roles().create(new RoleRepresentation("helpdesk", "", false));
        List<RoleRepresentation> power = List.of(role("manage-users"));
        realm.asAdministratorOfAll(all -> all.roles().get("helpdesk").addComposites(power));
        List<RoleRepresentation> helpdesk =
                List.of(realm.admin().roles().get("helpdesk").toRepresentation());
        String id = group("helpdesk").toRepresentation().getId();
        realm.addUser("helper", Map.of("country", "SG"), "/helpdesk");

        problems.findWhen(
                () -> realm.asAdministratorOfAll(
                        all -> all.groups().group(id).roles().realmLevel().add(helpdesk)),
                () -> realm.asAdministratorOfAll(
                        all -> all.groups().group(id).roles().realmLevel().remove(helpdesk)),
                "WARNING trusted_person at user helper");
    }

    @Test
    void findsGroupWhenEveryNewUserGetsARoleByIt() {
        GroupResource group = group("newcomers");
        List<RoleRepresentation> owner =
                List.of(realm.admin().roles().get("data-access-service-owner").toRepresentation());
        realm.admin().addDefaultGroup(group.toRepresentation().getId());

        problems.findWhen(
                () -> group.roles().realmLevel().add(owner),
                () -> group.roles().realmLevel().remove(owner),
                "ERROR role_of_default_group at group /newcomers");
        problems.findWhen(
                () -> exempt("'/newcomers' in subject.groups && subject.attributes['country'] == 'US'"),
                () -> exempt("false"),
                "ERROR exemption_default_group at approval policy eu-confidential");
    }

    @Test
    void findsProviderWhenItMakesEverybodyAnApprover() {
        findsMapper("oidc-hardcoded-group-idp-mapper", Map.of("group", "/us-security"));
        findsMapper("oidc-hardcoded-role-idp-mapper", Map.of("role", "data-access-policy-admin"));
    }

    private static void findsMapper(String kind, Map<String, String> config) {
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(kind);
        mapper.setIdentityProviderAlias(PROVIDER);
        mapper.setIdentityProviderMapper(kind);
        Map<String, String> all = new HashMap<>(config);
        all.put("syncMode", "FORCE");
        mapper.setConfig(all);
        var mappers = realm.admin().identityProviders().get(PROVIDER);
        problems.findWhen(
                () -> mappers.addMapper(mapper).close(),
                () -> mappers.getMappers().forEach(found -> mappers.delete(found.getId())),
                "ERROR provider_for_everybody at identity provider " + PROVIDER);
    }

    /** The flow that Keycloak made the realm with asks for proof; the other one is made without. */
    @Test
    void findsProviderWhenItLinksByItself() {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias("link");
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        AuthenticationManagementResource flows = realm.admin().flows();
        flows.createFlow(flow).close();
        List.of("idp-detect-existing-broker-user", "idp-auto-link")
                .forEach(step -> flows.addExecution("link", Map.of("provider", step)));
        flows.getExecutions("link").forEach(step -> {
            step.setRequirement("REQUIRED");
            flows.updateExecutions("link", step);
        });

        problems.findWhen(
                () -> firstLogin("link"),
                () -> firstLogin("first broker login"),
                "ERROR provider_links_by_itself at identity provider " + PROVIDER);
    }

    private static void firstLogin(String flow) {
        var provider = realm.admin().identityProviders().get(PROVIDER);
        IdentityProviderRepresentation changed = provider.toRepresentation();
        changed.setFirstBrokerLoginFlowAlias(flow);
        provider.update(changed);
    }

    private static void exempt(String condition) {
        realm.changePolicy("eu-confidential", "exemption", condition);
    }

    private static GroupResource group(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        return realm.admin()
                .groups()
                .group(CreatedResponseUtil.getCreatedId(realm.admin().groups().add(group)));
    }

    private static RoleRepresentation role(String name) {
        return realm.admin().clients().get(management()).roles().get(name).toRepresentation();
    }

    private static String management() {
        return realm.admin().clients().findByClientId("realm-management").get(0).getId();
    }
}
