/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.request.Outlook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** A realm in which all is well: one category, one policy, one scope, two approvers. Tests break one thing. */
final class ProblemRealm implements Directory {

    final RealmModel realm = mock();
    final Map<String, List<ComponentModel>> components = new HashMap<>();
    final List<ClientScopeModel> scopes = new ArrayList<>();
    final List<ClientScopeModel> realmDefaults = new ArrayList<>();
    final Map<String, ClientScopeModel> clientDefaults = new HashMap<>();
    final List<Person> security = new ArrayList<>(List.of(person("avery", "US"), person("blake", "US")));
    final Map<String, List<Person>> groups = new HashMap<>(Map.of("/us-security", security));
    final RequiredActionProviderModel action = new RequiredActionProviderModel();
    final ClientScopeModel contact;

    ProblemRealm() {
        category("us.user.contact", "CONFIDENTIAL");
        policy("us-confidential", "CONFIDENTIAL", "/us-security=2");
        contact = scope("us-contact", "us.user.contact");
        action.setEnabled(true);
        ClientModel client = mock();
        when(client.getClientId()).thenReturn("sample-app");
        when(client.getClientScopes(true)).thenAnswer(call -> clientDefaults);
        when(realm.getId()).thenReturn("realm");
        when(realm.getComponentsStream(any(), any()))
                .thenAnswer(call -> components.getOrDefault(call.<String>getArgument(1), List.of()).stream());
        when(realm.getClientScopesStream()).thenAnswer(call -> scopes.stream());
        when(realm.getDefaultClientScopesStream(true)).thenAnswer(call -> realmDefaults.stream());
        when(realm.getClientsStream()).thenAnswer(call -> Stream.of(client));
        when(realm.getRequiredActionProviderByAlias("data-access-approval")).thenReturn(action);
    }

    /** Codes with where, such as {@code group_missing at approval policy us-confidential}. */
    List<String> problems() {
        Catalog catalog = new Catalog(realm);
        return new Problems(realm, catalog, new Outlook(catalog.policyBook(), this, Clock.systemUTC()))
                .all().stream()
                        .map(problem -> problem.severity() + " " + problem.code() + " at " + problem.where())
                        .toList();
    }

    ComponentModel category(String key, String sensitivity) {
        ComponentModel component = component(DataCategoryProvider.class, key);
        component.put("jurisdiction", "US");
        component.put("sensitivity", sensitivity);
        return component;
    }

    ComponentModel policy(String name, String sensitivity, String... required) {
        ComponentModel component = component(ApprovalPolicyProvider.class, name);
        component.put("jurisdiction", "US");
        component.put("sensitivity", sensitivity);
        component.getConfig().put("requiredApprovals", List.of(required));
        component.put("maxDuration", "PT8H");
        component.put("maxTokenLifespan", "PT5M");
        component.put("eligibility", "true");
        component.put("approverCondition", "approver.attributes['country'] == 'US'");
        component.put("purposes", "legal-request");
        return component;
    }

    ClientScopeModel scope(String name, String categories) {
        ClientScopeModel scope = mock();
        when(scope.getId()).thenReturn("id-of-" + name);
        when(scope.getName()).thenReturn(name);
        when(scope.getAttribute("data-access.categories")).thenReturn(categories);
        when(scope.getProtocol()).thenReturn("openid-connect");
        when(scope.isIncludeInTokenScope()).thenReturn(true);
        scopes.add(scope);
        return scope;
    }

    static Person person(String username, String country) {
        return new Person(
                new UserRef("id-of-" + username, username),
                new Account(true, false),
                new Attributes(Map.of("country", country)),
                Set.of());
    }

    @Override
    public Optional<Person> person(String userId) {
        return Optional.empty();
    }

    @Override
    public Stream<Person> members(GroupRef group) {
        return groups.getOrDefault(group.path(), List.of()).stream();
    }

    @Override
    public Optional<GroupRef> group(String path) {
        return groups.containsKey(path) ? Optional.of(new GroupRef("id-of-" + path, path)) : Optional.empty();
    }

    private ComponentModel component(Class<?> type, String name) {
        ComponentModel component = new ComponentModel();
        component.setName(name);
        component.setConfig(new MultivaluedHashMap<>());
        components.computeIfAbsent(type.getName(), any -> new ArrayList<>()).add(component);
        return component;
    }
}
