/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.transparency.entry.Opening;
import java.util.List;

/** A receipt as the server writes it, to be forged. */
public final class TestReceipt {

    public final ObjectNode json = JsonMapper.builder().build().createObjectNode();

    /** Of all entries of the log; the openings are the story's. */
    public TestReceipt(TestLog log, Story story) {
        ObjectNode grant = json.putObject("grant")
                .put("id", Story.GRANT)
                .put("requestId", Story.REQUEST)
                .put("clientId", "sample-app")
                .put("scope", "us-private")
                .put("purpose", "legal-request")
                .put("approvedAt", "2026-11-28T10:30:00.123456Z")
                .put("approvedUntil", "2026-11-28T11:30:00Z")
                .put("endedAt", (String) null);
        grant.putObject("subject").put("id", "lin").put("username", "lin").put("name", "Lin Zhou");
        ArrayNode categories = grant.putArray("categories");
        for (String key : List.of("us.user.content.private", "us.user.location.precise")) {
            categories
                    .addObject()
                    .put("key", key)
                    .put("label", "What the log does not say")
                    .put("sensitivity", "RESTRICTED")
                    .put("jurisdiction", "US");
        }
        ArrayNode entries = json.putArray("entries");
        for (int i = 0; i < log.entries.size(); i++) {
            String entry = new String(log.entries.get(i), UTF_8);
            ObjectNode one = entries.addObject().put("entry", entry);
            one.put("proof", log.proof(i).toString());
            ObjectNode openings = one.putObject("openings");
            if (entry.contains("justification")) {
                put(openings.putObject("justification"), story.justification);
                story.names.forEach((field, name) -> put(openings.putObject(field), name));
            }
        }
    }

    public ArrayNode entries() {
        return (ArrayNode) json.path("entries");
    }

    public ObjectNode entry(int at) {
        return (ObjectNode) entries().path(at);
    }

    public ObjectNode grant() {
        return (ObjectNode) json.path("grant");
    }

    public byte[] bytes() {
        return json.toString().getBytes(UTF_8);
    }

    public static void put(ObjectNode json, Opening opening) {
        json.put("salt", opening.salt()).put("value", opening.value());
    }
}
