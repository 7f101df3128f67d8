/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.transparency.entry.Opening;

/** A receipt as the server writes it, to be forged. */
public final class TestReceipt {

    public final ObjectNode json = JsonMapper.builder().build().createObjectNode();

    /** Of all entries of the log; the opening is that of the story's justification. */
    public TestReceipt(TestLog log, Story story) {
        json.putObject("grant")
                .put("id", Story.GRANT)
                .put("requestId", Story.REQUEST)
                .put("approvedAt", "2026-11-28T10:30:00.123456Z")
                .put("approvedUntil", "2026-11-28T11:30:00Z")
                .put("endedAt", (String) null)
                .putObject("subject")
                .put("id", "lin");
        ArrayNode entries = json.putArray("entries");
        for (int i = 0; i < log.entries.size(); i++) {
            String entry = new String(log.entries.get(i), UTF_8);
            ObjectNode one = entries.addObject().put("entry", entry);
            one.put("proof", log.proof(i).toString());
            ObjectNode openings = one.putObject("openings");
            if (entry.contains("justification")) {
                put(openings.putObject("justification"), story.justification);
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
