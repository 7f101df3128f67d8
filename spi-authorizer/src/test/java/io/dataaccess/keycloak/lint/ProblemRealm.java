/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupMembers;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.ListedMembers;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.ApproverFeasibility;
import io.dataaccess.keycloak.catalog.ApprovalPolicyProvider;
import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.DataCategoryProvider;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.token.DataAccessGateFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.Profile;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.GroupProvider;
import org.keycloak.models.GroupProviderFactory;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.ThemeManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.userprofile.UserProfileProvider;

/** A realm in which all is well: one category, one policy, one scope, two approvers. Tests break one thing. */
public final class ProblemRealm implements Directory {

    public final RealmModel realm = mock();
    public final KeycloakSession session = mock();
    private final KeycloakSessionFactory factories = mock();
    public final UPConfig profile = new UPConfig();
    final UserModel approver = mock();
    final ClientModel client = mock();
    final SubjectCredentialManager credentials = mock();
    public final Map<String, List<ComponentModel>> components = new HashMap<>();
    final List<ClientScopeModel> scopes = new ArrayList<>();
    final List<ClientScopeModel> realmDefaults = new ArrayList<>();
    final Map<String, ClientScopeModel> clientDefaults = new HashMap<>();
    final List<Person> security = new ArrayList<>(List.of(person("avery", "US"), person("blake", "US")));
    final Map<String, List<Person>> groups = new HashMap<>(Map.of("/us-security", security));
    final RequiredActionProviderModel action = new RequiredActionProviderModel();
    final List<ProviderFactory<?>> tokenProcessors = new ArrayList<>(List.of(new DataAccessGateFactory()));
    final List<ProviderFactory<?>> requiredActions = new ArrayList<>();
    final List<ProviderFactory<?>> introspections = new ArrayList<>();
    final List<ProviderFactory<?>> authenticators = new ArrayList<>();
    final Theme theme = mock();
    final Properties texts = new Properties();
    final Set<String> pages = new HashSet<>(List.of(
            "data-access-request.ftl",
            "data-access-waiting.ftl",
            "data-access-answer.ftl",
            "data-access-notice.ftl",
            "data-access-device.ftl"));
    final MockedIndex index = new MockedIndex(realm);
    public final Set<String> recorded = index.recorded;
    public final ClientScopeModel contact;
    public final ComponentModel category;
    public final ComponentModel policy;

    public ProblemRealm() {
        texts.setProperty("dataAccessRequestTitle", "Ask for access");
        category = category("us.user.contact", "CONFIDENTIAL");
        policy = policy("us-confidential", "CONFIDENTIAL", "/us-security=2");
        contact = scope("us-contact", "us.user.contact");
        action.setEnabled(true);
        when(client.getClientId()).thenReturn("sample-app");
        when(client.isEnabled()).thenReturn(true);
        when(client.getClientScopes(true)).thenAnswer(call -> clientDefaults);
        when(realm.getId()).thenReturn("realm");
        when(realm.getComponentsStream(any(), any()))
                .thenAnswer(call -> components.getOrDefault(call.<String>getArgument(1), List.of()).stream()
                        .map(ProblemRealm::readAgain));
        when(realm.getClientScopesStream()).thenAnswer(call -> scopes.stream());
        when(realm.getDefaultClientScopesStream(true)).thenAnswer(call -> realmDefaults.stream());
        when(realm.getClientsStream()).thenAnswer(call -> Stream.of(client));
        when(realm.getRolesStream()).thenAnswer(call -> Stream.empty());
        when(realm.getRequiredActionProviderByAlias("data-access-approval")).thenReturn(action);
        when(realm.getClientByClientId("security-admin-console")).thenReturn(client);
        when(client.getRealm()).thenReturn(realm);
        new LevelFlow(realm).with("1", "36000").with("2", "300");
        storeEvents();
        staff();
        credentials();
        profile.setAttributes(new ArrayList<>(
                List.of(new UPAttribute("country", new UPAttributePermissions(Set.of("user"), Set.of("admin"))))));
        UserProfileProvider profiles = mock();
        when(profiles.getConfiguration()).thenReturn(profile);
        when(session.getProvider(UserProfileProvider.class)).thenReturn(profiles);
        GroupProvider found = mock();
        when(session.groups()).thenReturn(found);
        IdentityProviderStorageProvider providers = mock();
        when(session.identityProviders()).thenReturn(providers);
        server();
        KeycloakContext context = mock();
        when(session.getContext()).thenReturn(context);
        Profile.defaults();
    }

    /** With our jars and no others. */
    private void server() {
        Set<Spi> spis = Set.of(
                spi("token-interceptor", TokenPostProcessor.class),
                spi("required-action", RequiredActionProvider.class),
                spi("oauth2-token-introspection", TokenIntrospectionProvider.class),
                spi("authenticator", Authenticator.class));
        when(factories.getSpis()).thenReturn(spis);
        when(factories.getProviderFactoriesStream(TokenIntrospectionProvider.class))
                .thenAnswer(call -> introspections.stream());
        when(factories.getProviderFactoriesStream(Authenticator.class)).thenAnswer(call -> authenticators.stream());
        when(factories.getProviderFactoriesStream(TokenPostProcessor.class))
                .thenAnswer(call -> tokenProcessors.stream());
        when(factories.getProviderFactoriesStream(RequiredActionProvider.class))
                .thenAnswer(call -> requiredActions.stream());
        GroupProviderFactory<GroupProvider> groupProviders = mock();
        when(factories.getProviderFactory(GroupProvider.class)).thenReturn(groupProviders);
        when(session.getKeycloakSessionFactory()).thenReturn(factories);
        ThemeManager themes = mock();
        try {
            when(themes.getTheme(any(String.class), any())).thenReturn(theme);
            when(theme.getMessages(any())).thenReturn(texts);
            when(theme.getTemplate(any()))
                    .thenAnswer(call -> pages.contains(call.<String>getArgument(0))
                            ? URI.create("file:/" + call.getArgument(0)).toURL()
                            : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        when(session.theme()).thenReturn(themes);
        ThemeSelectorProvider selector = mock();
        when(selector.getDefaultThemeName(Theme.Type.LOGIN)).thenReturn("keycloak.v2");
        when(session.getProvider(ThemeSelectorProvider.class)).thenReturn(selector);
    }

    private static Spi spi(String name, Class<? extends Provider> providers) {
        Spi spi = mock();
        when(spi.getName()).thenReturn(name);
        when(spi.getProviderClass()).thenAnswer(call -> providers);
        return spi;
    }

    /** Level 1 takes a password, level 2 a code. */
    private void credentials() {
        authenticator("form-of-level-1", "password");
        authenticator("form-of-level-2", "otp");
        when(approver.credentialManager()).thenReturn(credentials);
        when(credentials.isConfiguredFor(any())).thenReturn(true);
    }

    private void authenticator(String id, String type) {
        AuthenticatorFactory factory = mock();
        when(factory.getReferenceCategory()).thenReturn(type);
        when(factories.getProviderFactory(Authenticator.class, id)).thenReturn(factory);
    }

    private void storeEvents() {
        when(realm.isEventsEnabled()).thenReturn(true);
        when(realm.getEnabledEventTypesStream())
                .thenAnswer(call -> Stream.of(EventType.values()).map(EventType::name));
        when(realm.isAdminEventsEnabled()).thenReturn(true);
        when(realm.isAdminEventsDetailsEnabled()).thenReturn(true);
    }

    /** One account stands for all approvers. */
    private void staff() {
        RoleModel role = mock();
        RoleModel console = mock();
        ClientModel administration = mock();
        when(administration.getRolesStream()).thenAnswer(call -> Stream.of(console));
        when(realm.getClientByClientId("realm-management")).thenReturn(administration);
        when(realm.getRole("data-access-approver")).thenReturn(role);
        when(approver.getUsername()).thenReturn("approver");
        when(approver.hasRole(role)).thenReturn(true);
        when(approver.hasRole(console)).thenReturn(true);
        UserProvider users = mock();
        when(users.getUserById(any(), any())).thenReturn(approver);
        when(users.getFederatedIdentitiesStream(any(), any())).thenAnswer(call -> Stream.of());
        when(session.users()).thenReturn(users);
    }

    /** Each is said in every language of the console; codes with where, such as {@code group_missing at approval policy us-confidential}. */
    public List<String> problems() {
        List<Problem> found = found();
        found.forEach(ProblemRealm::assertSaid);
        return found.stream()
                .map(problem -> problem.severity() + " " + problem.code() + " at " + problem.where())
                .toList();
    }

    List<String> messages() {
        return found().stream().map(Problem::message).toList();
    }

    private List<Problem> found() {
        Catalog catalog = Catalog.of(realm);
        ApproverFeasibility feasibility = new ApproverFeasibility(catalog.policySet(), this, Clock.systemUTC());
        return new RealmProblemFinder(session, realm, catalog, this, feasibility, index).all();
    }

    static void assertSaid(Problem problem) {
        RealmElement place = problem.place();
        ProblemTexts.assertSaid(new ProblemTexts.Told(
                problem.code(),
                problem.message(),
                problem.sentence().parameters(),
                place.kind().code(),
                place.name(),
                problem.where()));
    }

    public ComponentModel category(String key, String sensitivity) {
        ComponentModel component = component(DataCategoryProvider.class, key);
        component.put("jurisdiction", "US");
        component.put("sensitivity", sensitivity);
        return component;
    }

    public ComponentModel policy(String name, String sensitivity, String... required) {
        ComponentModel component = component(ApprovalPolicyProvider.class, name);
        component.put("jurisdiction", "US");
        component.put("sensitivity", sensitivity);
        component.getConfig().put("requiredApprovals", List.of(required));
        component.put("maxDuration", "PT8H");
        component.put("maxTokenLifespan", "PT5M");
        component.put("eligibility", "subject.attributes['country'] == 'US'");
        component.put("approverCondition", "approver.attributes['country'] == 'US'");
        component.put("purposes", "legal-request");
        component.put("approverAcr", "2");
        component.put("approverMaxAge", "PT1H");
        return component;
    }

    /** The data becomes PUBLIC, and the policy says that nobody must approve. */
    public void letNobodyApprove() {
        category.put("sensitivity", "PUBLIC");
        policy.put("sensitivity", "PUBLIC");
        policy.put("requiredApprovals", "none");
    }

    ClientScopeModel scope(String name, String categories) {
        ClientScopeModel scope = mock();
        when(scope.getId()).thenReturn("id-of-" + name);
        when(scope.getName()).thenReturn(name);
        when(scope.getAttribute("data-access.categories")).thenReturn(categories);
        when(scope.getRealm()).thenReturn(realm);
        when(scope.getProtocol()).thenReturn("openid-connect");
        when(scope.isIncludeInTokenScope()).thenReturn(true);
        scopes.add(scope);
        return scope;
    }

    static Person person(String username, String country) {
        return new Person(
                new UserRef("id-of-" + username, username),
                new Account(true, false, false, true, false),
                new Attributes(Map.of("country", country)),
                Set.of());
    }

    @Override
    public Optional<Person> person(String userId) {
        return Optional.empty();
    }

    @Override
    public GroupMembers members(GroupRef group) {
        return ListedMembers.all(groups.getOrDefault(group.path(), List.of()).stream()
                .map(person -> new Person(person.user(), person.account(), person.attributes(), Set.of(group))));
    }

    @Override
    public Optional<GroupRef> group(String path) {
        return groups.containsKey(path) ? Optional.of(new GroupRef("id-of-" + path, path)) : Optional.empty();
    }

    private ComponentModel component(Class<?> type, String name) {
        ComponentModel component = new ComponentModel();
        component.setName(name);
        component.setConfig(new MultivaluedHashMap<>());
        components(type).add(component);
        return component;
    }

    public List<ComponentModel> components(Class<?> type) {
        return components.computeIfAbsent(type.getName(), any -> new ArrayList<>());
    }

    /** As the database gives it: another object that says the same. */
    private static ComponentModel readAgain(ComponentModel stored) {
        ComponentModel read = new ComponentModel();
        read.setId(stored.getId());
        read.setName(stored.getName());
        read.setParentId(stored.getParentId());
        read.setProviderId(stored.getProviderId());
        read.setProviderType(stored.getProviderType());
        read.setSubType(stored.getSubType());
        read.setConfig(stored.getConfig());
        return read;
    }
}
