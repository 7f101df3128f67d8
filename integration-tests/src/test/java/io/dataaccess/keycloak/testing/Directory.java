/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A company's directory (LDAP), in which Keycloak may write: who is added to the realm from then on is kept there. */
public final class Directory implements AutoCloseable {

    private static final String COMPANY = "dc=clips,dc=example";
    private static final String PEOPLE = "ou=people," + COMPANY;
    private static final String GROUPS = "ou=groups," + COMPANY;
    private static final String ADMINISTRATOR = "cn=administrator";
    private static final String PASSWORD = "secret of the administrator";

    private final InMemoryDirectoryServer server;

    private Directory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    public static Directory start() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(COMPANY);
            config.addAdditionalBindCredentials(ADMINISTRATOR, PASSWORD);
            config.setListenerConfigs(
                    new InMemoryListenerConfig("loopback", InetAddress.getLoopbackAddress(), 0, null, null, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add(COMPANY, new Attribute("objectClass", "domain"), new Attribute("dc", "clips"));
            server.add(PEOPLE, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "people"));
            server.add(GROUPS, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "groups"));
            server.startListening();
            return new Directory(server);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The directory's id in the realm. */
    public String joinTo(Realm realm) {
        Created.check(realm.admin().components().add(component()));
        return realm.admin()
                .components()
                .query(null, "org.keycloak.storage.UserStorageProvider", "directory")
                .get(0)
                .getId();
    }

    /** A group of the directory's own, with this person in it. */
    public void addGroup(String name, String username) {
        try {
            server.add(
                    "cn=" + name + "," + GROUPS,
                    new Attribute("objectClass", "groupOfNames"),
                    new Attribute("cn", name),
                    new Attribute("member", "uid=" + username + "," + PEOPLE));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Members of the directory's groups are members of those of the same name in Keycloak, which keeps no record of it. */
    public static Map<String, String> groupsAsTheyAre() {
        return Map.of(
                "groups.dn", GROUPS,
                "group.name.ldap.attribute", "cn",
                "group.object.classes", "groupOfNames",
                "membership.ldap.attribute", "member",
                "membership.attribute.type", "DN",
                "mode", "READ_ONLY",
                "user.roles.retrieve.strategy", "LOAD_GROUPS_BY_MEMBER_ATTRIBUTE",
                "preserve.group.inheritance", "false");
    }

    /** What stands in a realm that it belongs to. Keycloak adds the mappers of names and e-mail itself. */
    public ComponentRepresentation component() {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("enabled", "true");
        config.putSingle("vendor", "other");
        config.putSingle("editMode", "WRITABLE");
        config.putSingle("syncRegistrations", "true");
        config.putSingle("importEnabled", "true");
        config.putSingle("connectionUrl", "ldap://127.0.0.1:" + server.getListenPort());
        config.putSingle("authType", "simple");
        config.putSingle("bindDn", ADMINISTRATOR);
        config.putSingle("bindCredential", PASSWORD);
        config.putSingle("usersDn", PEOPLE);
        config.putSingle("userObjectClasses", "inetOrgPerson, organizationalPerson");
        config.putSingle("usernameLDAPAttribute", "uid");
        config.putSingle("rdnLDAPAttribute", "uid");
        config.putSingle("uuidLDAPAttribute", "entryUUID");
        ComponentRepresentation directory = new ComponentRepresentation();
        directory.setName("directory");
        directory.setProviderType("org.keycloak.storage.UserStorageProvider");
        directory.setProviderId("ldap");
        directory.setConfig(config);
        return directory;
    }

    /** Connections are refused from here on. */
    public void stop() {
        server.shutDown(true);
    }

    @Override
    public void close() {
        stop();
    }
}
