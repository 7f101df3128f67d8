/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

/** Each grant that ends before its time leaves an event of its own. */
final class TrailIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    @SuppressWarnings("NullAway.Init")
    private static World world;

    private final Client app = world.applications.app();

    @BeforeAll
    static void build() {
        World.prepare(realm);
        world = new World(realm, "trail", "PT8H");
    }

    @Test
    void writesAdminEventForEachGrantWhenOneOfTwoIsRevoked() {
        world.addPerson("revoked");
        String first = world.give("revoked", app, Map.of());
        String extension = world.give("revoked", app, Map.of());
        realm.clearEvents();

        world.revoke(first);

        assertThat(realm.adminEvents("DATA_ACCESS_GRANT"))
                .allMatch(event -> event.getOperationType().equals("ACTION"))
                .extracting(event -> event.getResourcePath())
                .containsExactlyInAnyOrder(
                        "data-access/grants/" + first + "/revoke", "data-access/grants/" + extension + "/revoke");
    }

    @Test
    void writesEventsOfTheExtensionWhenAccessIsRevoked() {
        world.addPerson("extended");
        String grant = world.give("extended", app, Map.of());
        String extension = file("extended", app);
        String subject = realm.user("extended").toRepresentation().getId();

        world.revoke(grant);

        assertThat(events("cancelled"))
                .filteredOn(event -> about(event).equals(extension))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUserId()).isEqualTo(subject);
                    assertThat(event.getDetails()).containsEntry("reason", "access revoked");
                });
        assertThat(realm.adminEvents("DATA_ACCESS_REQUEST"))
                .filteredOn(event -> event.getResourcePath().equals("data-access/requests/" + extension))
                .singleElement()
                .satisfies(event -> assertThat(event.getRepresentation()).contains("CANCEL", extension));
    }

    @Test
    void leavesTheExtensionWhenAccessIsHandedBack() {
        world.addPerson("modest");
        String grant = world.give("modest", app, Map.of());
        String extension = file("modest", app);

        world.self("modest").delete("grants/" + grant);

        assertThat(told("cancelled")).doesNotContain(extension);
        assertThat(world.self("modest").get("requests/" + extension).text("status"))
                .isEqualTo("PENDING");
    }

    @Test
    @SuppressWarnings("try")
    void writesNothingWhenTheTransactionFailsAtItsEnd() throws SQLException {
        world.addPerson("unlucky");
        String pending = file("unlucky", world.applications.api());
        realm.clearEvents();

        try (CommitFailure ignored = CommitFailure.of(realm)) {
            assertThat(post("unlucky", app).status()).isGreaterThanOrEqualTo(400);
            assertThat(world.vote(pending).status()).isGreaterThanOrEqualTo(400);
        }

        assertThat(told("filed")).isEmpty();
        assertThat(realm.adminEvents("DATA_ACCESS_REQUEST")).isEmpty();
        assertThat(realm.adminEvents("DATA_ACCESS_GRANT")).isEmpty();
        String filed = file("unlucky", app);
        assertThat(world.vote(pending).text("status")).isEqualTo("APPROVED");
        assertThat(told("filed")).containsExactly(filed);
        assertThat(realm.adminEvents("DATA_ACCESS_GRANT")).hasSize(1);
    }

    @Test
    void writesEventForEachGrantWhenOneOfTwoIsHandedBack() {
        world.addPerson("returner");
        String first = world.give("returner", app, Map.of());
        String extension = world.give("returner", app, Map.of());

        world.self("returner").delete("grants/" + first);

        assertThat(told("handed_back")).contains(first, extension);
    }

    @Test
    void writesEventWhenUserIsDeleted() {
        world.addPerson("leaver");
        world.addPerson("stayer");
        String ended = world.give("leaver", app, Map.of());
        String running = world.give("stayer", app, Map.of());
        String pending = file("leaver", world.applications.api());
        String leaver = realm.user("leaver").toRepresentation().getId();

        realm.user("leaver").remove();

        assertThat(events("ended"))
                .filteredOn(event -> about(event).equals(ended))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getClientId()).isEqualTo(app.id());
                    assertThat(event.getUserId()).isEqualTo(leaver);
                    assertThat(event.getDetails())
                            .containsEntry("data_access_scopes", world.scope())
                            .containsEntry("reason", "user deleted");
                });
        assertThat(told("ended")).doesNotContain(running);
        assertThat(told("cancelled")).contains(pending);
    }

    @Test
    void writesEventWhenClientIsDeleted() {
        Client light = world.applications.light();
        String ended = world.grant(light);

        world.applications.resource(light).remove();

        assertThat(told("ended")).contains(ended);
    }

    private String file(String username, Client client) {
        Answer filed = post(username, client);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return filed.text("id");
    }

    private Answer post(String username, Client client) {
        return world.self(username)
                .post(
                        "requests",
                        Map.of(
                                "clientId",
                                client.id(),
                                "scope",
                                world.scope(),
                                "purpose",
                                "legal-request",
                                "justification",
                                "A court asks for it, case 4711"));
    }

    private static List<String> told(String action) {
        return events(action).map(TrailIT::about).toList();
    }

    private static String about(EventRepresentation event) {
        return event.getDetails().getOrDefault("data_access_id", "");
    }

    private static Stream<EventRepresentation> events(String action) {
        return realm.events("CUSTOM_REQUIRED_ACTION").stream()
                .filter(event -> action.equals(event.getDetails().get("data_access_action")));
    }
}
