/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.entry;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kinds of entries and their fields, as far as this version knows them. What it does not know it counts: a log may be newer than
 * the tool, and nobody shall believe that what was not understood is harmless.
 */
public final class Vocabulary {

    private static final Set<String> EVERYWHERE = Set.of("kind", "time", "realm", "id", "commitments");

    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry(
                    "request_filed",
                    Set.of(
                            "actor",
                            "subject",
                            "client",
                            "scope",
                            "purpose",
                            "duration",
                            "urgent",
                            "categories",
                            "policies",
                            "required",
                            "expires")),
            Map.entry("vote", Set.of("actor", "decision", "group", "acr", "authenticatedAt", "attributes", "duration")),
            Map.entry("request_decided", Set.of("actor", "status", "grant", "counted")),
            Map.entry("grant", Set.of("request", "subject", "client", "scope", "from", "until")),
            Map.entry("grant_ended", Set.of("actor", "request", "end")),
            Map.entry("request_cancelled", Set.of("actor", "cause")),
            Map.entry("request_expired", Set.of()),
            Map.entry("realm_removed", Set.of()),
            Map.entry("realm_imported", Set.of()),
            Map.entry("category_changed", Set.of("actor")),
            Map.entry("policy_changed", Set.of("actor")),
            Map.entry("scope_changed", Set.of("actor")),
            Map.entry("realm_attribute_changed", Set.of("actor")),
            Map.entry("admin_client_changed", Set.of("actor")),
            Map.entry("attributes_changed", Set.of("actor", "user")),
            Map.entry("configuration_approved", Set.of("actor", "version", "hash", "required", "change")),
            Map.entry("change_proposed", Set.of("actor", "baseVersion", "baseHash", "hash", "required", "expires")),
            Map.entry("change_vote", Set.of("actor", "decision", "countedFor", "acr", "authenticatedAt", "attributes")),
            Map.entry("change_decided", Set.of("status", "hash", "counted")),
            Map.entry("change_cancelled", Set.of("actor")),
            Map.entry("locked", Set.of("actor", "lock")),
            Map.entry("group_changed", Set.of("actor")),
            Map.entry("membership_changed", Set.of("actor", "member", "joined")));

    private final SortedMap<String, Long> unknown = new TreeMap<>();

    public boolean knows(String kind) {
        return KINDS.containsKey(kind);
    }

    /** Counts what is not known of an entry. */
    public void count(Entry entry) {
        Set<String> fields = KINDS.get(entry.kind());
        if (fields == null) {
            unknown.merge(entry.kind(), 1L, Long::sum);
            return;
        }
        entry.json().fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field) && !EVERYWHERE.contains(field)) {
                unknown.merge(entry.kind() + "." + field, 1L, Long::sum);
            }
        });
    }

    /** How often what was not known occurred: by kind, or by kind and field. */
    public Map<String, Long> unknown() {
        return new TreeMap<>(unknown);
    }
}
