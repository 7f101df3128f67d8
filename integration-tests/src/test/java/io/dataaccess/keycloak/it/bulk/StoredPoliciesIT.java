/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever stands in the database, put there by an older version or by hand, refuses tokens and fails nowhere. */
final class StoredPoliciesIT {

    private static final String NAME = "storedpolicies";
    private static final int CASES = 45;

    /** For the server and its database; the policies are those of a realm of its own. */
    @RegisterExtension
    static final Realm realm = Realm.minimal();

    private static final Cast cast = new Cast(realm);
    private static final List<Stored> stored = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    /** A policy with one field that saving may have refused, and the reason that it ends in; empty when any will do. */
    private record Stored(
            String field, String name, @Nullable String value, String reason) {}

    private static Stored odd(String field, @Nullable String value, String reason) {
        return new Stored(field, field, value, reason);
    }

    private static Stored misspelt(String field, String name, String value) {
        return new Stored(field, name, value, "no_policy");
    }

    @BeforeAll
    static void store() throws IOException, SQLException {
        wire = new Wire(cast.server());
        stored.addAll(List.of(
                odd("contact", "Somebody", "approval_required"),
                odd("eligibility", "subject.", "no_policy"),
                odd("eligibility", "", "no_policy"),
                odd("eligibility", "!(".repeat(900) + "true" + ")".repeat(900), "no_policy"),
                odd("eligibility", "scope != '" + "x".repeat(5000) + "'", "no_policy"),
                odd("eligibility", "'a' + 'b' == 'ab'", "no_policy"),
                odd("exemption", "true ||", "no_policy"),
                odd("approverCondition", "${7777*7}", "no_policy"),
                odd("sensitivity", "SECRET", "no_policy"),
                odd("maxDuration", "soon", "no_policy"),
                odd("maxDuration", "P1000000000D", "no_policy"),
                odd("defaultDuration", "P300D", "no_policy"),
                odd("requiredApprovals", "=1", "no_policy"),
                odd("ticketPattern", "(", "no_policy"),
                odd("ticketPattern", "(".repeat(30_000), "no_policy"),
                odd("purposes", "x".repeat(256), "no_policy"),
                odd("ticketRequired", "perhaps", "no_policy"),
                odd("requiredApprovals", "", "no_policy"),
                odd("requiredApprovals", null, "no_policy"),
                odd("requiredApprovals", "none", "no_policy"),
                odd("eligibility", null, "no_policy"),
                odd("approverCondition", "", "no_policy"),
                odd("approverCondition", null, "no_policy"),
                odd("approverMaxAge", "", "no_policy"),
                odd("approverMaxAge", null, "no_policy"),
                odd("exemption", null, "approval_required"),
                odd("contact", null, "approval_required"),
                odd("ticketPattern", "(?=A)A", "no_policy"),
                odd("ticketPattern", null, "approval_required"),
                misspelt("requiredApprovals", "requiredApproval", "/us-security=1"),
                misspelt("approverCondition", "approvercondition", "true"),
                misspelt("contact", "contacts", "Somebody")));
        Rounds.play(
                "stored policies",
                CASES,
                Arbitraries.of(
                                "eligibility",
                                "exemption",
                                "approverCondition",
                                "ticketPattern",
                                "purposes",
                                "maxTokenLifespan")
                        .flatMap(field -> Arbitraries.oneOf(Conditions.any(), Texts.any())
                                .filter(StoredPoliciesIT::isStorable)
                                .map(text -> odd(field, text, ""))),
                stored::add);
        assertThat(send("POST", "/admin/realms", "application/json", realmFile().toString())
                        .status())
                .isEqualTo(201);
        spoil();
        assertThat(send("POST", "/admin/realms/" + NAME + "/clear-realm-cache", "application/json", "")
                        .status())
                .isEqualTo(204);
    }

    /** PostgreSQL stores neither. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static void spoil() throws SQLException {
        String sql =
                "UPDATE COMPONENT_CONFIG SET VALUE = ?, NAME = ? WHERE NAME = ? AND COMPONENT_ID = (SELECT C.ID FROM COMPONENT C"
                        + " JOIN REALM R ON R.ID = C.REALM_ID WHERE R.NAME = ? AND C.NAME = ? AND C.PROVIDER_ID = ?)";
        try (Connection connection = realm.database().getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < stored.size(); i++) {
                Stored policy = stored.get(i);
                update.setString(1, policy.value());
                update.setString(2, policy.name());
                update.setString(3, policy.field());
                update.setString(4, NAME);
                update.setString(5, "stored-" + i);
                update.setString(6, "approval-policy");
                assertThat(update.executeUpdate()).as(policy.field()).isPositive();
            }
        }
    }

    @AfterAll
    static void remove() {
        assertThat(send("DELETE", "/admin/realms/" + NAME, "application/json", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void refusesTokensWhenPoliciesAreOdd() {
        for (int i = 0; i < stored.size(); i++) {
            Stored policy = stored.get(i);
            Reply reply = token("lin", "stored-" + i);

            Oracle.check(reply, List.of());
            assertThat(reply.status()).as(policy.toString()).isIn(200, 400);
            if (!policy.reason().isEmpty()) {
                assertThat(Oracle.json(reply.body()).path("error_description").asText())
                        .as(policy.toString())
                        .endsWith("(" + policy.reason() + ")");
            }
        }
    }

    @Test
    void saysWhatIsWrongWhenPoliciesDecideNothing() {
        String auditor = Oracle.json(
                        token("client_id=admin-cli", "olga", "openid").body())
                .path("access_token")
                .asText();
        Reply reply = wire.send(
                new Shot("GET", "/admin/realms/" + NAME + "/data-access/classification", List.of(), new byte[0])
                        .bearer(auditor));

        assertThat(reply.status()).isEqualTo(200);
        List<String> invalid = StreamSupport.stream(
                        Oracle.json(reply.body()).path("problems").spliterator(), false)
                .filter(problem -> problem.path("code").asText().equals("component_invalid"))
                .map(problem -> problem.path("where").asText())
                .toList();
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i).reason().equals("no_policy")) {
                assertThat(invalid).as(stored.get(i).toString()).contains("approval policy stored-" + i);
            }
        }
        assertThat(send("DELETE", "/admin/realms/" + NAME + "/users/" + passerBy(), "application/json", "")
                        .status())
                .isEqualTo(204);
    }

    /** Somebody who is deleted while all policies are odd. */
    private static String passerBy() {
        Reply found = send("GET", "/admin/realms/" + NAME + "/users?exact=true&username=maria", "application/json", "");
        return Oracle.json(found.body()).path(0).path("id").asText();
    }

    @Test
    void issuesTokensWhenNothingOddIsAskedFor() {
        assertThat(token("lin", "us-public").status()).isEqualTo(200);
    }

    private static Reply token(String username, String scope) {
        return token("client_id=sample-app&client_secret=sample-app-secret", username, scope);
    }

    private static Reply token(String client, String username, String scope) {
        return wire.send(new Shot(
                "POST",
                "/realms/" + NAME + "/protocol/openid-connect/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                ("grant_type=password&" + client + "&username=" + username + "&password=" + Realm.PASSWORD
                                + "&scope=openid+" + scope)
                        .getBytes(UTF_8)));
    }

    private static Reply send(String method, String target, String type, String body) {
        Shot shot = new Shot(method, target, List.of("Content-Type: " + type), body.getBytes(UTF_8));
        return wire.send(shot.bearer(cast.administrator()));
    }

    private static ObjectNode realmFile() throws IOException {
        ObjectNode file = (ObjectNode) Oracle.json(Files.readString(Path.of(System.getProperty("realm.file"))));
        file.put("realm", NAME);
        ObjectNode usual = (ObjectNode) StreamSupport.stream(policies(file).spliterator(), false)
                .filter(policy -> policy.path("name").asText().equals("us-confidential"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        for (int i = 0; i < stored.size(); i++) {
            add(file, usual, i);
        }
        return file;
    }

    /** A jurisdiction of its own, with a category, a policy and a scope. */
    private static void add(ObjectNode file, ObjectNode usual, int number) {
        String name = "stored-" + number;
        ObjectNode category = file.withArray("/components/io.dataaccess.keycloak.catalog.DataCategoryProvider")
                .addObject()
                .put("name", name)
                .put("providerId", "data-category");
        category.withObject("/config").putArray("jurisdiction").add(name);
        category.withObject("/config").putArray("sensitivity").add("CONFIDENTIAL");
        ObjectNode policy = usual.deepCopy().put("name", name);
        policy.withObject("/config").putArray("jurisdiction").add(name);
        policies(file).add(policy);
        file.withArray("/clientScopes")
                .addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .withObject("/attributes")
                .put("include.in.token.scope", "true")
                .put("data-access.categories", name);
        file.withArray("/clients").forEach(client -> {
            if (client.path("clientId").asText().equals("sample-app")) {
                ((ObjectNode) client).withArray("/optionalClientScopes").add(name);
            }
        });
    }

    private static ArrayNode policies(ObjectNode file) {
        return file.withArray("/components/io.dataaccess.keycloak.catalog.ApprovalPolicyProvider");
    }
}
