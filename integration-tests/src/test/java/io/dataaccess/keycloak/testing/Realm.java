/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * A realm of {@code realm-config} under the name of the test class, made before and deleted after it; a static
 * {@code @RegisterExtension}.
 */
public final class Realm implements BeforeAllCallback, AfterAllCallback {

    public static final String PASSWORD = "password";

    private static final String CATEGORY = "io.dataaccess.keycloak.catalog.DataCategoryProvider";
    private static final String POLICY = "io.dataaccess.keycloak.catalog.ApprovalPolicyProvider";

    private final Path file;
    private final Edition edition;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private String name;

    @SuppressWarnings("NullAway.Init")
    private Keycloak administrator;

    /** Nested test classes call back as well, and share the realm of the one around them. */
    private @Nullable Class<?> owner;

    private boolean isStepUpOff;

    /** The demo realm. */
    public Realm() {
        this(TestServer.path("realm.file"), Edition.STANDARD);
    }

    private Realm(Path file, Edition edition) {
        this.file = file;
        this.edition = edition;
    }

    /** The demo realm on another Keycloak. */
    public static Realm on(Edition edition) {
        return new Realm(TestServer.path("realm.file"), edition);
    }

    /** The one that operators start from. */
    public static Realm minimal() {
        return new Realm(
                TestServer.path("realm.file").resolveSibling("../minimal/data-access-realm.json"), Edition.STANDARD);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (owner != null) {
            return;
        }
        server = TestServer.of(context, edition);
        name = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        ObjectNode representation = (ObjectNode) Json.read(Files.readString(file));
        representation.put("realm", name);
        Quick.apply(representation);
        administrator = server.add(name, representation.toString());
        owner = context.getRequiredTestClass();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().equals(owner)) {
            remove();
        }
    }

    /** Before its time: nothing is left to remove afterwards. */
    public void remove() {
        administrator.close();
        server.remove(name);
        owner = null;
    }

    public String name() {
        return name;
    }

    public String issuer() {
        return server.url() + "/realms/" + name;
    }

    /** The address of a page of this realm's admin console. */
    public String console() {
        return server.url() + "/admin/" + name + "/console/";
    }

    public Tokens tokens() {
        return new Tokens(this);
    }

    /** The REST of approvers, auditors and policy admins; an empty token sends none. */
    public Rest adminRest(String token) {
        return new Rest(server.url() + "/admin/realms/" + name + "/data-access/", token);
    }

    /**
     * The admin REST with a new login of a person of the realm. The required action has seen it, also where it is switched off:
     * else an approver's login counts as old.
     */
    public Rest adminRestOf(String username) {
        boolean isOff = isStepUpOff;
        if (isOff) {
            switchStepUp(true);
        }
        try {
            return adminRest(
                    tokens().password(Client.ADMIN_CLI, username, "openid").accessToken());
        } finally {
            if (isOff) {
                switchStepUp(false);
            }
        }
    }

    /** The REST of requesters; an empty token sends none. */
    public Rest selfRest(String token) {
        return new Rest(issuer() + "/data-access/", token);
    }

    /** What the account console's button does; the token is one of the account console. */
    public Answer signOutEverywhere(String token) {
        return signOut("sessions?current=true", token);
    }

    /** The session of the token stays. */
    public Answer signOutElsewhere(String token) {
        return signOut("sessions", token);
    }

    private Answer signOut(String which, String token) {
        return Http.send(Http.to(issuer() + "/account/" + which, token)
                .header("Accept", "application/json")
                .DELETE());
    }

    /** One of Keycloak's own, such as {@code /account/v1alpha1/}; its root is the empty path. */
    public Rest keycloaksRest(String path, String token) {
        return new Rest(issuer() + path, token);
    }

    /** Keycloak's administration of this realm; the token may be of another. An empty token sends none. */
    public Rest keycloaksAdminRest(String token) {
        return new Rest(server.url() + "/admin/realms/" + name + "/", token);
    }

    /** The server's database, for what no interface of the server lets anybody do. */
    public DataSource database() {
        return server.database();
    }

    /** Somebody's yes to a backchannel login (CIBA), on the phone. */
    public Answer confirmOnPhone(String username) {
        return server.phone().confirm(issuer(), username);
    }

    /** Keycloak's admin client, for what has no method here. */
    public RealmResource admin() {
        return administrator.realm(name);
    }

    /** What only the administrator of all realms may do to this one. */
    public void asAdministratorOfAll(Consumer<RealmResource> work) {
        server.asAdministratorOfAll(keycloak -> work.accept(keycloak.realm(name)));
    }

    public void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = admin().toRepresentation();
        change.accept(realm);
        admin().update(realm);
    }

    /** An enabled user with the password of all; groups are paths. */
    public void addUser(String username, Map<String, String> attributes, String... groups) {
        UserRepresentation user = Quick.user(username);
        user.setGroups(List.of(groups));
        attributes.forEach(user::singleAttribute);
        Created.check(admin().users().create(user));
    }

    public UserResource user(String username) {
        return admin().users()
                .get(admin().users().searchByUsername(username, true).get(0).getId());
    }

    /** Enabled, attributes and the like. */
    public void changeUser(String username, Consumer<UserRepresentation> change) {
        UserResource resource = user(username);
        UserRepresentation user = resource.toRepresentation();
        change.accept(user);
        resource.update(user);
    }

    /** No values remove the attribute. */
    public void changeAttribute(String username, String attribute, String... values) {
        changeUser(username, user -> user.getAttributes().put(attribute, List.of(values)));
    }

    /** Lets the attribute have several values, which the demo's user profile refuses. */
    public void allowSeveralValues(String attribute) {
        UPConfig profile = admin().users().userProfile().getConfiguration();
        profile.getAttribute(attribute).setMultivalued(true);
        admin().users().userProfile().update(profile);
    }

    /** Keycloak's required action for the pages in the browser; without it the gate is alone. */
    public void switchStepUp(boolean on) {
        RequiredActionProviderRepresentation action = admin().flows().getRequiredAction("data-access-approval");
        action.setEnabled(on);
        isStepUpOff = !on;
        admin().flows().updateRequiredAction("data-access-approval", action);
    }

    public void changeClient(String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = admin().clients().findByClientId(clientId).get(0);
        ClientResource resource = admin().clients().get(client.getId());
        change.accept(client);
        resource.update(client);
    }

    public void addScope(ClientScopeRepresentation scope) {
        Created.check(admin().clientScopes().create(scope));
    }

    public void changeScope(String scope, Consumer<ClientScopeRepresentation> change) {
        ClientScopeRepresentation found = admin().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(scope))
                .findFirst()
                .orElseThrow();
        ClientScopeResource resource = admin().clientScopes().get(found.getId());
        change.accept(found);
        resource.update(found);
    }

    /** The data categories of a guarded scope. */
    public void changeCategories(String scope, String keys) {
        changeScope(scope, found -> found.getAttributes().put("data-access.categories", keys));
    }

    public void addCategory(String key, Map<String, List<String>> config) {
        addComponent(CATEGORY, "data-category", key, config);
    }

    public void addPolicy(String policy, Map<String, List<String>> config) {
        addComponent(POLICY, "approval-policy", policy, config);
    }

    public void changeCategory(String key, String field, String... values) {
        changeComponent(CATEGORY, key, field, values);
    }

    public void changePolicy(String policy, String field, String... values) {
        changeComponent(POLICY, policy, field, values);
    }

    public void removeCategory(String key) {
        admin().components().component(component(CATEGORY, key).getId()).remove();
    }

    public void removePolicy(String policy) {
        admin().components().component(component(POLICY, policy).getId()).remove();
    }

    /** Stored events of these types, newest first. */
    public List<EventRepresentation> events(String... types) {
        return admin().getEvents(List.of(types), null, null, null, null, null, 0, 1000);
    }

    /** Stored admin events with this type of resource, newest first. */
    public List<AdminEventRepresentation> adminEvents(String resourceType) {
        return admin().getAdminEvents().stream()
                .filter(event -> resourceType.equals(event.getResourceType()))
                .toList();
    }

    public void clearEvents() {
        admin().clearEvents();
        admin().clearAdminEvents();
    }

    private void addComponent(String type, String providerId, String key, Map<String, List<String>> config) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setProviderType(type);
        component.setProviderId(providerId);
        component.setName(key);
        MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
        values.putAll(config);
        component.setConfig(values);
        Created.check(admin().components().add(component));
    }

    private void changeComponent(String type, String key, String field, String... values) {
        ComponentRepresentation component = component(type, key);
        component.getConfig().put(field, List.of(values));
        admin().components().component(component.getId()).update(component);
    }

    private ComponentRepresentation component(String type, String key) {
        return admin().components().query(null, type, key).get(0);
    }
}
