/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.GroupRepresentation;

/** What decides about access is in the log when it changes: from what, to what, by whom. */
final class SettingEntriesIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    /** An entry, with what stands in it as a hash. */
    private record Told(JsonNode entry, JsonNode openings) {

        String opened(String field) {
            return openings.path(field).path("value").asText("");
        }
    }

    @BeforeAll
    static void begin() {
        office.grant(office.employee("ann"));
    }

    @Test
    void beginsWithTheSettingsOfTheRealm() throws SQLException {
        assertThat(told("realm_attribute_changed", "data-access.adminClients")
                        .get(0)
                        .opened("to"))
                .isEqualTo("security-admin-console admin-cli");
        assertThat(told("scope_changed", scopeId("us-contact")).get(0).opened("to"))
                .isEqualTo("us.user.contact");
        assertThat(told("admin_client_changed", clientId("admin-cli")).get(0).opened("to"))
                .contains("\"clientId\":\"admin-cli\"");
    }

    @Test
    void tellsOfARealmAttributeThatIsTakenAway() throws SQLException {
        String name = "data-access.mailsPerHour";
        realm.change(representation -> representation.getAttributes().put(name, "7"));
        assertThat(last("realm_attribute_changed", name).opened("to")).isEqualTo("7");

        realm.change(representation -> representation.getAttributes().remove(name));

        Told told = last("realm_attribute_changed", name);
        assertThat(told.opened("from")).isEqualTo("7");
        assertThat(told.openings().has("to")).isFalse();
    }

    @Test
    void tellsOfAnAttributeThatWasThereBeforeTheLog() throws SQLException {
        String before = told("realm_attribute_changed", "data-access.adminClients")
                .get(0)
                .opened("to");
        realm.change(representation -> representation.getAttributes().remove("data-access.adminClients"));
        try {
            Told told = last("realm_attribute_changed", "data-access.adminClients");
            assertThat(told.opened("from")).isEqualTo(before);
            assertThat(told.openings().has("to")).isFalse();
        } finally {
            realm.change(representation -> representation.getAttributes().put("data-access.adminClients", before));
        }
    }

    @Test
    void tellsOfAnAdminClientThatChanges() throws SQLException {
        String id = clientId("admin-cli");
        realm.changeClient("admin-cli", client -> client.setRedirectUris(List.of("https://elsewhere.example/*")));

        Told told = last("admin_client_changed", id);
        assertThat(told.opened("from")).doesNotContain("elsewhere");
        assertThat(told.opened("to")).contains("https://elsewhere.example/*");
        assertThat(told.entry().path("actor").asText()).isNotEmpty();

        realm.changeClient("sample-app", client -> client.setName("Sample"));
        assertThat(told("admin_client_changed", clientId("sample-app"))).isEmpty();
    }

    @Test
    void tellsOfAnAttributeThatConditionsRead() throws SQLException {
        office.employee("bob");
        String id = realm.user("bob").toRepresentation().getId();
        realm.changeAttribute("bob", "country", "BR");
        realm.changeAttribute("bob", "country", "US");

        List<Told> all = all("attributes_changed").stream()
                .filter(told -> told.opened("user").equals(id))
                .toList();
        assertThat(all).hasSize(2);
        assertThat(Json.read(all.get(1).opened("from")).path("country").path(0).asText())
                .isEqualTo("BR");
        assertThat(Json.read(all.get(1).opened("to")).path("country").path(0).asText())
                .isEqualTo("US");
        assertThat(all.get(1).entry().toString()).doesNotContain(id);

        realm.changeUser("bob", user -> user.setFirstName("Robert"));
        assertThat(all("attributes_changed").stream()
                        .filter(told -> told.opened("user").equals(id)))
                .hasSize(2);
    }

    @Test
    void tellsWhoCameIntoAGroupThatApproves() throws SQLException {
        office.employee("cat");
        String id = realm.user("cat").toRepresentation().getId();
        String group = realm.admin().getGroupByPath("/us-security").getId();
        realm.user("cat").joinGroup(group);
        realm.user("cat").leaveGroup(group);

        assertThat(told("membership_changed", group).stream()
                        .filter(told -> told.opened("member").equals(id))
                        .map(told -> told.entry().path("joined").asBoolean()))
                .containsExactly(true, false);
    }

    /** Who is moved below a group that approves, approves. */
    @Test
    void tellsOfAGroupThatIsMovedBelowOneThatApproves() throws SQLException {
        GroupRepresentation team = group("team");
        GroupRepresentation approvers = realm.admin().getGroupByPath("/us-security");

        realm.admin().groups().group(approvers.getId()).subGroup(team).close();
        assertThat(last("group_changed", team.getId()).opened("from")).isEqualTo("/team");
        assertThat(last("group_changed", team.getId()).opened("to")).isEqualTo("/us-security/team");

        team.setName("crew");
        realm.admin().groups().group(team.getId()).update(team);
        assertThat(last("group_changed", team.getId()).opened("to")).isEqualTo("/us-security/crew");

        realm.admin().groups().group(team.getId()).remove();
        Told told = last("group_changed", team.getId());
        assertThat(told.opened("from")).isEqualTo("/us-security/crew");
        assertThat(told.openings().has("to")).isFalse();

        GroupRepresentation other = group("other");
        realm.admin().groups().group(other.getId()).remove();
        assertThat(told("group_changed", other.getId())).isEmpty();
    }

    private static GroupRepresentation group(String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        realm.admin().groups().add(group).close();
        return realm.admin().getGroupByPath("/" + name);
    }

    private static String clientId(String name) {
        return realm.admin().clients().findByClientId(name).get(0).getId();
    }

    private static String scopeId(String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static Told last(String kind, String id) throws SQLException {
        List<Told> all = told(kind, id);
        return all.get(all.size() - 1);
    }

    private static List<Told> told(String kind, String id) throws SQLException {
        return all(kind).stream()
                .filter(told -> told.entry().path("id").asText().equals(id))
                .toList();
    }

    /** In the order of writing, taken in or not. */
    private static List<Told> all(String kind) throws SQLException {
        try (Connection connection = realm.database().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT ENTRY, OPENINGS FROM DATA_ACCESS_LOG_ENTRY WHERE REALM_ID = ? ORDER BY ID")) {
            select.setString(1, realm.admin().toRepresentation().getId());
            try (ResultSet rows = select.executeQuery()) {
                List<Told> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new Told(Json.read(rows.getString(1)), Json.read(rows.getString(2))));
                }
                return all.stream()
                        .filter(told -> told.entry().path("kind").asText().equals(kind))
                        .toList();
            }
        }
    }
}
