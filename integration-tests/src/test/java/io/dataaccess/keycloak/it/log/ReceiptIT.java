/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Json;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.transparency.entry.CanonicalJson;
import io.dataaccess.transparency.entry.Opening;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.log.WitnessPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A receipt proves, to who has the log's key alone, what was asked, who voted, what was granted and how it ended. */
final class ReceiptIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @Test
    void provesAnApprovedGrant() {
        String grant = office.grant(office.employee("ann"));

        Answer receipt = office.receipt(realm.adminRestOf("olga"), grant);

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body().path("grant").path("id").asText()).isEqualTo(grant);
        assertThat(kinds(receipt)).containsExactly("request_filed", "vote", "request_decided", "grant");
        entries(receipt).forEach(ReceiptIT::assertProven);
        entries(receipt).forEach(ReceiptIT::assertOpened);
        assertThat(opened(receipt, "request_filed", "justification")).isEqualTo(Office.JUSTIFICATION);
        assertThat(opened(receipt, "vote", "actor"))
                .isEqualTo(realm.user("avery").toRepresentation().getId());
        assertThat(opened(receipt, "vote", "actorName")).contains("avery");
    }

    @Test
    void hasTheEndOfAGrant() {
        String grant = office.grant(office.employee("ben"));
        assertThat(office.self("ben").delete("grants/" + grant).status()).isEqualTo(204);

        Answer receipt = office.receipt(realm.adminRestOf("olga"), grant);

        assertThat(kinds(receipt)).endsWith("grant", "grant_ended");
        entries(receipt).forEach(ReceiptIT::assertProven);
    }

    @Test
    void doesNotTellTheRequesterWhoVoted() {
        String grant = office.grant(office.employee("cat"));

        Answer receipt = office.receipt(office.self("cat"), grant);

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(kinds(receipt)).containsExactly("request_filed", "vote", "request_decided", "grant");
        entries(receipt).forEach(ReceiptIT::assertProven);
        assertThat(opened(receipt, "request_filed", "justification")).isEqualTo(Office.JUSTIFICATION);
        assertThat(receipt.body().path("entries").toString())
                .doesNotContain("avery", realm.user("avery").toRepresentation().getId());
    }

    private static List<JsonNode> entries(Answer receipt) {
        return StreamSupport.stream(receipt.body().path("entries").spliterator(), false)
                .toList();
    }

    private static List<String> kinds(Answer receipt) {
        return entries(receipt).stream()
                .map(one -> Json.read(one.path("entry").asText()).path("kind").asText())
                .toList();
    }

    private static String opened(Answer receipt, String kind, String field) {
        return entries(receipt).stream()
                .filter(one -> Json.read(one.path("entry").asText())
                        .path("kind")
                        .asText()
                        .equals(kind))
                .map(one -> one.path("openings").path(field).path("value").asText())
                .collect(Collectors.joining());
    }

    private static void assertProven(JsonNode one) {
        byte[] entry = one.path("entry").asText().getBytes(UTF_8);
        assertThat(CanonicalJson.isCanonical(entry)).isTrue();
        String policy =
                office.keys().stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n";
        Checkpoint checkpoint = LogProof.parse(one.path("proof").asText()).verify(entry, WitnessPolicy.parse(policy));
        assertThat(checkpoint.origin()).isEqualTo(realm.issuer().replaceFirst("^http://", "") + "/data-access/log");
    }

    private static void assertOpened(JsonNode one) {
        JsonNode entry = Json.read(one.path("entry").asText());
        for (Map.Entry<String, JsonNode> opening : one.path("openings").properties()) {
            String hash = entry.path("commitments")
                    .path(opening.getKey())
                    .asText(entry.path(opening.getKey()).asText());
            assertThat(Opening.of(
                                    opening.getValue().path("salt").asText(),
                                    opening.getValue().path("value").asText())
                            .commitment()
                            .base64())
                    .as(opening.getKey())
                    .isEqualTo(hash);
        }
    }
}
