/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The demo realm with some more employees, who log in without costly hashes. */
final class Workforce {

    static final String CONTACT = "us-contact";
    static final String PRIVATE = "us-private";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Workforce() {}

    static void create(Node node, int employees, Map<String, String> mailServer) throws IOException {
        ObjectNode realm = representation();
        realm.set("smtpServer", JSON.valueToTree(mailServer));
        employees(employees).forEach(name -> realm.withArray("users").add(JSON.valueToTree(employee(name))));
        create(node, realm);
    }

    static void create(Node node, ObjectNode realm) throws IOException {
        Answer created = node.admin(node.administrator(), "", realm);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    }

    static ObjectNode representation() throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(
                Files.readString(Path.of(System.getProperty("realm.file")).normalize()));
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        return realm;
    }

    static List<String> employees(int number) {
        return IntStream.range(0, number).mapToObj(i -> "employee" + i).toList();
    }

    /** The id of this employee's pending request. */
    static String file(Node node, String username, String scope) throws IOException {
        String token = node.password(Client.SAMPLE_APP, username, Tokens.FILING).accessToken();
        Answer filed = node.file(token, scope);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        return filed.text("id");
    }

    /** Approves contact details for an employee; the id of the grant. */
    static String approved(Node node, String username) throws IOException {
        String request = file(node, username, CONTACT);
        return grantOf(node.approve(node.approver("avery"), request));
    }

    static void revoke(Node node, Answer approved) throws IOException {
        Answer revoked = node.revoke(node.approver("avery"), grantOf(approved));
        assertThat(revoked.status()).as("%s", revoked.body()).isIn(200, 204);
    }

    private static String grantOf(Answer approved) {
        assertThat(approved.text("status")).as("%s", approved.body()).isEqualTo("APPROVED");
        return approved.body().at("/grant/id").asText();
    }

    static Map<String, Object> employee(String name) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                name,
                "lastName",
                "Test",
                "email",
                name + "@clips.example",
                "attributes",
                Map.of("country", List.of("SG"), "legal_entity", List.of("Clips Singapore")),
                "realmRoles",
                List.of("default-roles"),
                "credentials",
                List.of(Map.of("type", "password", "value", "password")));
    }
}
