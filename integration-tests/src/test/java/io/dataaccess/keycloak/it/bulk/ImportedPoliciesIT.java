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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Import checks nothing: what came in by it refuses tokens, and fails nowhere. */
final class ImportedPoliciesIT {

    private static final String NAME = "importedpolicies";
    private static final int CASES = 60;

    /** For the server; what is imported is a realm of its own. */
    @RegisterExtension
    static final Realm realm = Realm.minimal();

    private static final Cast cast = new Cast(realm);
    private static final List<Imported> imported = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    /** A policy with one field that saving may have refused, and the reason that it ends in; empty when any will do. */
    private record Imported(String field, String value, String reason) {}

    private static Imported odd(String field, String value, String reason) {
        return new Imported(field, value, reason);
    }

    @BeforeAll
    static void load() throws IOException {
        wire = new Wire(cast.server());
        imported.addAll(List.of(
                odd("contact", "Somebody", "approval_required"),
                odd("eligibility", "subject.", "undecidable"),
                odd("eligibility", "", "undecidable"),
                odd("eligibility", "!(".repeat(900) + "true" + ")".repeat(900), "undecidable"),
                odd("eligibility", "scope != '" + "x".repeat(5000) + "'", "undecidable"),
                odd("eligibility", "'a' + 'b' == 'ab'", "undecidable"),
                odd("exemption", "true ||", "approval_required"),
                odd("approverCondition", "${7777*7}", "approval_required"),
                odd("sensitivity", "SECRET", "no_policy"),
                odd("maxDuration", "soon", "no_policy"),
                odd("maxDuration", "P1000000000D", "no_policy"),
                odd("defaultDuration", "P300D", "no_policy"),
                odd("requiredApprovals", "=1", "no_policy"),
                odd("ticketPattern", "(", "no_policy"),
                odd("ticketPattern", "(".repeat(30_000), "no_policy"),
                odd("purposes", "x".repeat(256), "no_policy"),
                odd("ticketRequired", "perhaps", "no_policy")));
        Rounds.play(
                "imported policies",
                CASES,
                Arbitraries.of(
                                "eligibility",
                                "exemption",
                                "approverCondition",
                                "ticketPattern",
                                "purposes",
                                "maxTokenLifespan")
                        .flatMap(field -> Arbitraries.oneOf(Conditions.any(), Texts.any())
                                // PostgreSQL stores no NUL, and the import as a whole ends there.
                                .filter(text -> text.indexOf('\0') < 0)
                                .map(text -> odd(field, text, ""))),
                imported::add);
        assertThat(send("POST", "/admin/realms", "application/json", realmFile().toString())
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void remove() {
        assertThat(send("DELETE", "/admin/realms/" + NAME, "application/json", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void refusesTokensWhenPoliciesAreOdd() {
        for (int i = 0; i < imported.size(); i++) {
            Imported policy = imported.get(i);
            Reply reply = token("lin", "imported-" + i);

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
    void issuesTokensWhenNothingOddIsAskedFor() {
        assertThat(token("lin", "us-public").status()).isEqualTo(200);
    }

    private static Reply token(String username, String scope) {
        return wire.send(new Shot(
                "POST",
                "/realms/" + NAME + "/protocol/openid-connect/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                ("grant_type=password&client_id=sample-app&client_secret=sample-app-secret&username=" + username
                                + "&password=" + Realm.PASSWORD + "&scope=openid+" + scope)
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
        for (int i = 0; i < imported.size(); i++) {
            add(file, usual, i);
        }
        return file;
    }

    /** A jurisdiction of its own, with a category, a policy and a scope. */
    private static void add(ObjectNode file, ObjectNode usual, int number) {
        String name = "imported-" + number;
        ObjectNode category = file.withArray("/components/io.dataaccess.keycloak.catalog.DataCategoryProvider")
                .addObject()
                .put("name", name)
                .put("providerId", "data-category");
        category.withObject("/config").putArray("jurisdiction").add(name);
        category.withObject("/config").putArray("sensitivity").add("CONFIDENTIAL");
        ObjectNode policy = usual.deepCopy().put("name", name);
        policy.withObject("/config").putArray("jurisdiction").add(name);
        policy.withObject("/config")
                .putArray(imported.get(number).field())
                .add(imported.get(number).value());
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
