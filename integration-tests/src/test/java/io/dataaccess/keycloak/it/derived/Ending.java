/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Rest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Ways for the approvals of a world to end. */
enum Ending {
    REVOKED_BY_APPROVER(Reach.SESSIONS_AT_CLIENT, world -> revoke(world, "avery")),

    REVOKED_BY_POLICY_ADMIN(Reach.SESSIONS_AT_CLIENT, world -> revoke(world, "pat")),

    HANDED_BACK(
            Reach.SESSIONS_AT_CLIENT,
            world -> world.grants.forEach((client, grant) -> {
                Answer answer = world.self(world.partyOf(client)).delete("grants/" + grant);
                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
            })),

    TIME(Reach.SCOPE, world -> world.grants.values().forEach(grant -> age(world, grant))),

    USER_DISABLED(Reach.EVERYTHING, world -> {
        world.realm.changeUser(world.subject(), user -> user.setEnabled(false));
        var account = world.applications.serviceAccount().toRepresentation();
        account.setEnabled(false);
        world.applications.serviceAccount().update(account);
    }),

    USER_DELETED(Reach.EVERYTHING, world -> {
        world.realm.user(world.subject()).remove();
        world.applications.serviceAccount().remove();
    }),

    CLIENT_DISABLED(
            Reach.CLIENT,
            world -> world.applications
                    .all()
                    .forEach(client -> world.realm.changeClient(client.id(), found -> found.setEnabled(false)))),

    CLIENT_DELETED(
            Reach.CLIENT,
            world -> world.applications
                    .all()
                    .forEach(client -> world.applications.resource(client).remove())),

    SCOPE_DELETED(
            Reach.SESSIONS_AT_CLIENT,
            world -> world.realm.admin().clientScopes().get(scopeId(world)).remove()),

    SCOPE_TAKEN_OFF_THE_CLIENT(Reach.SCOPE_FORGOTTEN, world -> {
        for (Client client : world.applications.all()) {
            world.applications.resource(client).removeOptionalClientScope(scopeId(world));
        }
    }),

    SCOPE_GAINED_CATEGORY(
            Reach.SCOPE,
            world -> world.realm.changeCategories(world.scope(), world.category() + " " + world.otherCategory())),

    SENSITIVITY_ROSE(Reach.SCOPE, world -> world.realm.changeCategory(world.category(), "sensitivity", "RESTRICTED")),

    POLICY_REMOVED(Reach.SCOPE, world -> world.realm.removePolicy(world.policy())),

    SUBJECT_BARRED(Reach.SCOPE, world -> {
        world.realm.changeAttribute(world.subject(), "legal_entity", "Clips Beijing");
        world.applications.moveServiceAccount("Clips Beijing");
    });

    /** How much ends. */
    enum Reach {
        /** The scope: a refresh fails, a narrower one works; sessions stay. */
        SCOPE,
        /** As before, but Keycloak itself leaves the scope out of a refresh. */
        SCOPE_FORGOTTEN,
        /** The subject's sessions at the client, whatever their scope. */
        SESSIONS_AT_CLIENT,
        /** The client cannot even authenticate. */
        CLIENT,
        /** Whatever the subject had anywhere. */
        EVERYTHING
    }

    private final Reach reach;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<World> act;

    Ending(Reach reach, Consumer<World> act) {
        this.reach = reach;
        this.act = act;
    }

    Reach reach() {
        return reach;
    }

    boolean isOfOnePerson() {
        return this == REVOKED_BY_APPROVER
                || this == REVOKED_BY_POLICY_ADMIN
                || this == HANDED_BACK
                || this == TIME
                || this == USER_DISABLED
                || this == USER_DELETED
                || this == SUBJECT_BARRED;
    }

    /** Shorter than a token may live where time is what ends. */
    String duration() {
        return this == TIME ? "PT10M" : "PT8H";
    }

    void happenTo(World world) {
        act.accept(world);
    }

    private static void revoke(World world, String username) {
        Rest rest = world.realm.adminRestOf(username);
        world.grants.values().forEach(grant -> {
            Answer answer = rest.post("grants/" + grant + "/revoke", Map.of("reason", "No longer needed"));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
        });
    }

    private static String scopeId(World world) {
        return world.realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(world.scope()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /** As if the grant had been approved an hour earlier. */
    private static void age(World world, String grant) {
        String sql =
                "UPDATE DATA_ACCESS_GRANT SET APPROVED_AT = APPROVED_AT - ?, APPROVED_UNTIL = APPROVED_UNTIL - ? WHERE ID = ?";
        try (Connection connection = world.realm.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Duration.ofHours(1).toMillis());
            statement.setLong(2, Duration.ofHours(1).toMillis());
            statement.setString(3, grant);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
