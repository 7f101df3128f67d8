/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Created;
import io.dataaccess.keycloak.testing.Directory;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;

/**
 * The only person who may approve is in a directory (LDAP): as a member that Keycloak keeps, as one that the directory keeps,
 * and as one that nobody can list. In the end the directory is away.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DirectoryApproversIT {

    private static final String REMOTE = "remote";
    private static final String UNLISTED = "WARNING members_unlisted at user directory directory";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);
    private static final Directory directory = Directory.start();

    private static final List<Rest> requesters = new ArrayList<>();

    private static String joined = "";

    /** Whoever is added from then on is kept in the directory. */
    @BeforeAll
    static void join() {
        addGroup("duty");
        realm.admin()
                .groups()
                .group(id("/duty"))
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get("data-access-approver").toRepresentation()));
        for (int count = 0; count < 8; count++) {
            requesters.add(staff.self(staff.newcomer()));
        }
        joined = directory.joinTo(realm);
        realm.addUser(REMOTE, Map.of("country", "US", "legal_entity", "Clips US Data Security"));
        realm.changePolicy("us-confidential", "requiredApprovals", "/duty=1");
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @Test
    @Order(1)
    void filesWhenKeycloakKeepsTheMembership() {
        assertNoApprover(file());
        realm.user(REMOTE).joinGroup(id("/duty"));
        try {
            assertThat(file().status()).isEqualTo(201);
        } finally {
            realm.user(REMOTE).leaveGroup(id("/duty"));
        }
    }

    @Test
    @Order(2)
    void filesWhenTheDirectoryKeepsTheMembership() {
        directory.addGroup("duty", REMOTE);
        String mapper = addMapper("group-ldap-mapper", Directory.groupsAsTheyAre());
        try {
            assertThat(file().status()).isEqualTo(201);
            assertThat(problems()).doesNotContain(UNLISTED);
        } finally {
            realm.admin().components().component(mapper).remove();
        }
    }

    /** Who that is cannot be told from the group. */
    @Test
    @Order(3)
    void filesAndSaysSoWhenNobodyCanListTheMembers() {
        String mapper = addMapper("hardcoded-ldap-group-mapper", Map.of("group", "/duty"));
        try {
            assertThat(file().status()).isEqualTo(201);
            assertThat(problems()).contains(UNLISTED).noneMatch(line -> line.contains("too_few_approvers"));
        } finally {
            realm.admin().components().component(mapper).remove();
        }
        assertNoApprover(file());
        assertThat(problems()).doesNotContain(UNLISTED);
    }

    @Test
    @Order(4)
    void isUnavailableOnlyWhereTheDirectoryCouldTell() {
        realm.user(REMOTE).joinGroup(id("/duty"));
        directory.stop();
        realm.admin().clearUserCache();

        Answer unknown = file();
        assertThat(unknown.status()).as("%s", unknown.body()).isEqualTo(503);
        assertThat(problems()).contains("WARNING approvers_unknown at approval policy us-confidential");

        realm.user("avery").joinGroup(id("/duty"));
        assertThat(file().status()).isEqualTo(201);
    }

    private static Answer file() {
        return requesters.remove(0).post("requests", Staff.asking("us-contact"));
    }

    private static void assertNoApprover(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("no_approver");
    }

    private static List<String> problems() {
        return Findings.now(realm.adminRestOf("olga"));
    }

    private static String addMapper(String kind, Map<String, String> config) {
        ComponentRepresentation mapper = new ComponentRepresentation();
        mapper.setName(kind);
        mapper.setProviderType("org.keycloak.storage.ldap.mappers.LDAPStorageMapper");
        mapper.setProviderId(kind);
        mapper.setParentId(joined);
        MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
        config.forEach(values::putSingle);
        mapper.setConfig(values);
        Created.check(realm.admin().components().add(mapper));
        return realm.admin()
                .components()
                .query(joined, mapper.getProviderType(), kind)
                .get(0)
                .getId();
    }

    private static void addGroup(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        realm.admin().groups().add(group).close();
    }

    private static String id(String path) {
        return realm.admin().getGroupByPath(path).getId();
    }
}
