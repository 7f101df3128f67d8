/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.finding.Code;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who approved a request, and for which group each counted. The decision says so in {@code counted}, for votes are counted anew each
 * time; where it does not, the group that stands in the vote counts.
 */
final class Approvals {

    private final Map<String, Entry> approving = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    private Approvals() {}

    static Approvals of(OpenRequest request, Entry decided) {
        Approvals approvals = new Approvals();
        for (Entry vote : request.votes()) {
            if (vote.text("decision").equals("APPROVE") && !request.concerns(vote.text("actor"))) {
                approvals.approving.put(vote.text("actor"), vote);
            }
        }
        if (decided.json().has("counted")) {
            decided.list("counted").forEach(approvals::count);
        } else {
            approvals.approving.forEach(
                    (actor, vote) -> vote.optionalText("group").ifPresent(group -> approvals.groups.put(actor, group)));
        }
        return approvals;
    }

    /** The votes that counted. */
    List<Entry> counted() {
        return approving.entrySet().stream()
                .filter(vote -> groups.containsKey(vote.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What is still missing of what the request asked for, or empty. */
    Optional<String> missing(Entry filed) {
        Set<String> asked = new HashSet<>();
        List<JsonNode> required = filed.list("required");
        if (required.isEmpty()) {
            return Optional.of("the request asked for no approval, and none is never enough for a grant");
        }
        for (JsonNode one : required) {
            String group = one.path("group").asText();
            int count = one.path("count").asInt();
            if (group.isEmpty() || count < 1 || !asked.add(group)) {
                throw new MalformedEntryException(
                        Code.ENTRY_MALFORMED, "What is required is a count of at least 1 for each group, once");
            }
            long given = groups.values().stream().filter(group::equals).count();
            if (given < count) {
                return Optional.of("group " + group + " must approve " + count + " times, by different people who are "
                        + "neither requester nor subject, and did " + given + " times");
            }
        }
        return Optional.empty();
    }

    private void count(JsonNode counted) {
        String actor = counted.path("actor").asText();
        if (approving.containsKey(actor)) {
            groups.put(actor, counted.path("group").asText());
        }
    }
}
