/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry of the log with what shows that it is there.
 *
 * @param entry canonical JSON, exactly the text whose bytes are hashed
 * @param openings of its commitments, by field
 * @param proof C2SP tlog-proof
 */
public record ProvenEntry(String entry, Map<String, Salted> openings, String proof) {

    private static final Set<String> OF_VOTERS = Set.of("actor", "actorName", "attributes");
    private static final String VOTE = "\"kind\":\"vote\"";

    /**
     * What opens a commitment {@code SHA-256(salt || value)}.
     *
     * @param salt base64
     */
    public record Salted(String salt, String value) {}

    /** This entry without what tells who voted. */
    public ProvenEntry withoutVoter() {
        return entry.contains(VOTE)
                ? new ProvenEntry(
                        entry,
                        openings.entrySet().stream()
                                .filter(one -> !OF_VOTERS.contains(one.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        proof)
                : this;
    }

    /** These entries without what tells who voted. */
    public static List<ProvenEntry> withoutVoters(List<ProvenEntry> entries) {
        return entries.stream().map(ProvenEntry::withoutVoter).toList();
    }
}
