/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.transparency.entry.Opening;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server writes when Lin asks for us-private and Avery, Blake and Dana approve: two of US security, one data owner. Tests change
 * one datum of it.
 */
public final class Story {

    public static final String GRANT = "grant-1";
    public static final String REQUEST = "request-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    public final ObjectNode filed;
    public final ObjectNode avery;
    public final ObjectNode blake;
    public final ObjectNode dana;
    public final ObjectNode decided;
    public final ObjectNode grant;
    public final Opening justification = Opening.random("A court asks for one user", RANDOM);

    /** The names of application, scope and subject, each under the field that commits to it. */
    public final Map<String, Opening> names = Map.of(
            "clientName", Opening.random("sample-app", RANDOM),
            "scopeName", Opening.random("us-private", RANDOM),
            "subjectName", Opening.random("Lin Zhou (lin)", RANDOM));

    public Story() {
        this(REQUEST, GRANT);
    }

    public Story(String request, String grantId) {
        filed = entry("request_filed", "10:00:00.000", request)
                .put("actor", "lin")
                .put("subject", "lin")
                .put("client", "client-1")
                .put("scope", "scope-1")
                .put("purpose", "legal-request")
                .put("duration", "PT1H")
                .put("expires", "2026-11-29T10:00:00.000Z");
        ArrayNode required = filed.putArray("required");
        required.addObject().put("group", "us-security").put("count", 2);
        required.addObject().put("group", "data-owners").put("count", 1);
        ArrayNode categories = filed.putArray("categories");
        for (String name : List.of("us.user.location.precise", "us.user.content.private")) {
            categories.addObject().put("jurisdiction", "US").put("name", name).put("sensitivity", "RESTRICTED");
        }
        filed.putArray("policies").addObject().put("name", "us-restricted").put("hash", "00");
        ObjectNode commitments = filed.putObject("commitments");
        commitments.put("justification", justification.commitment().base64());
        names.forEach((field, name) -> commitments.put(field, name.commitment().base64()));
        avery = vote("10:10:00.000", request, "avery", "us-security");
        blake = vote("10:20:00.000", request, "blake", "us-security");
        dana = vote("10:30:00.000", request, "dana", "data-owners");
        decided = entry("request_decided", "10:30:00.000", request)
                .put("actor", "dana")
                .put("status", "APPROVED")
                .put("grant", grantId);
        grant = entry("grant", "10:30:00.000", grantId)
                .put("request", request)
                .put("subject", "lin")
                .put("client", "client-1")
                .put("scope", "scope-1")
                .put("from", "2026-11-28T10:30:00.000Z")
                .put("until", "2026-11-28T11:30:00.000Z");
    }

    public List<ObjectNode> entries() {
        return new ArrayList<>(List.of(filed, avery, blake, dana, decided, grant));
    }

    /** Entries without one. */
    public List<ObjectNode> without(ObjectNode one) {
        List<ObjectNode> rest = entries();
        rest.removeIf(entry -> entry.equals(one));
        return rest;
    }

    public ObjectNode revoked() {
        return entry("grant_ended", "10:40:00.000", grant.path("id").textValue())
                .put("actor", "dana")
                .put("end", "2026-11-28T10:40:00.000Z")
                .put("cause", "REVOKED");
    }

    /** The decision says for which group each voter counted. */
    public void countAs(Map<String, String> groups) {
        ArrayNode counted = decided.putArray("counted");
        new LinkedHashMap<>(groups)
                .forEach((actor, group) ->
                        counted.addObject().put("actor", actor).put("group", group));
    }

    public static ObjectNode vote(String time, String request, String actor, String group) {
        return entry("vote", time, request)
                .put("actor", actor)
                .put("decision", "APPROVE")
                .put("group", group)
                .put("acr", "2")
                .put("authenticatedAt", "2026-11-28T09:59:00.000Z");
    }

    public static ObjectNode entry(String kind, String time, String id) {
        return JSON.createObjectNode()
                .put("kind", kind)
                .put("time", "2026-11-28T" + time + "Z")
                .put("realm", "realm-1")
                .put("id", id);
    }

    static ObjectNode noise(int number) {
        return entry("request_filed", "09:00:00.000", "noise-" + number)
                .put("actor", "maria")
                .put("subject", "maria")
                .put("expires", "2026-11-29T09:00:00.000Z");
    }
}
