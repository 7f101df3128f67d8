/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import io.dataaccess.keycloak.testing.Tokens;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import io.dataaccess.transparency.tree.TileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** What happens in a realm, and its log as an outsider reads it. */
final class Office {

    static final String JUSTIFICATION = "A court asks for the contact details of one user";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Realm realm;

    Office(Realm realm) {
        this.realm = realm;
    }

    Rest self(String username) {
        return realm.selfRest(realm.tokens()
                .password(Client.SAMPLE_APP, username, Tokens.FILING)
                .accessToken());
    }

    String file(String username) {
        Answer filed = self(username)
                .post(
                        "requests",
                        Map.of(
                                "clientId", "sample-app",
                                "scope", "us-contact",
                                "purpose", "legal-request",
                                "justification", JUSTIFICATION,
                                "ticket", "LEGAL-1234"));
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        return filed.text("id");
    }

    /** The id of the grant that an employee gets with the vote of an approver. */
    String grant(String username) {
        return realm.adminRestOf("avery")
                .post(
                        "requests/" + file(username) + "/votes",
                        Map.of("decision", "APPROVE", "comment", "Seen the order"))
                .body()
                .path("grant")
                .path("id")
                .asText();
    }

    /** The receipt, once all is in the log. */
    Answer receipt(Rest rest, String grantId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rest.get("grants/" + grantId + "/receipt"), answer -> answer.status() != 202);
    }

    /** An employee nobody has heard of. */
    String employee(String name) {
        realm.addUser(name, Map.of("country", "SG", "legal_entity", "Clips Singapore"));
        return name;
    }

    HttpResponse<byte[]> read(String path) {
        return read(path, "");
    }

    /** A part of the log, with this token; an empty one sends none. */
    HttpResponse<byte[]> read(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.issuer() + "/data-access/log/" + path))
                .timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String text(String path) {
        HttpResponse<byte[]> answer = read(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), UTF_8);
    }

    TileSource tiles() {
        return path -> {
            HttpResponse<byte[]> answer = read(path.toString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        };
    }

    List<VerifierKey> keys() {
        return text("vkeys").lines().map(VerifierKey::parse).toList();
    }

    /** The state of the log, if its key has signed it. */
    Checkpoint checkpoint() {
        SignedNote note = SignedNote.parse(text("checkpoint"));
        assertThat(note.verify(keys())).isNotEmpty();
        return Checkpoint.parse(note.text());
    }
}
