/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the database holds of some requests, read past Keycloak. */
final class Ledger {

    private static final Map<String, Map<String, Long>> REQUIRED = Map.of(
            Workforce.CONTACT, Map.of("/us-security", 1L),
            Workforce.PRIVATE, Map.of("/us-security", 2L, "/data-owners", 1L));

    private final Map<String, Entry> requests;
    private final Set<Ballot> votes;
    private final Map<String, Map<String, Long>> counted;

    /** How often each request has been voted on, by the approval log. */
    private final Map<String, Long> logged;

    private Ledger(Map<String, Entry> requests, List<List<String>> votes, List<List<String>> logged) {
        this.requests = requests;
        this.votes =
                votes.stream().map(row -> new Ballot(row.get(0), row.get(1))).collect(Collectors.toUnmodifiableSet());
        // A vote that was cast twice would show here: the set above has no room for it.
        assertThat(this.votes).hasSameSizeAs(votes);
        this.counted = votes.stream()
                .filter(row -> !row.get(2).equals("null"))
                .collect(groupingBy(row -> row.get(0), groupingBy(row -> row.get(2), counting())));
        this.logged = logged.stream().collect(Collectors.toMap(row -> row.get(0), row -> Long.valueOf(row.get(1))));
    }

    static Ledger of(Postgres postgres, Collection<String> requestIds) throws SQLException {
        String ids = requestIds.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        Map<String, Entry> requests = postgres
                .query("SELECT r.id, r.scope_name, r.status,"
                        + " (SELECT count(*) FROM data_access_grant g WHERE g.request_id = r.id)"
                        + " FROM data_access_request r WHERE r.id IN (" + ids + ")")
                .stream()
                .collect(Collectors.toMap(row -> row.get(0), Entry::of));
        assertThat(requests.keySet()).containsExactlyInAnyOrderElementsOf(requestIds);
        return new Ledger(
                requests,
                postgres.query("SELECT request_id, approver_name, group_path FROM data_access_vote"
                        + " WHERE request_id IN (" + ids + ")"),
                postgres.query("SELECT record_id, count(*) FROM data_access_log_entry"
                        + " WHERE entry LIKE '%\"kind\":\"vote\"%' AND record_id IN (" + ids + ") GROUP BY record_id"));
    }

    Set<Ballot> votes() {
        return votes;
    }

    String status(String requestId) {
        return Optional.ofNullable(requests.get(requestId)).orElseThrow().status();
    }

    /** Approved, its number reached and exactly one grant, or none of the three; and each vote with its entry in the log. */
    void assertNoneIsHalfThere() {
        assertThat(logged).isEqualTo(votes.stream().collect(groupingBy(Ballot::requestId, counting())));
        requests.forEach((id, entry) -> {
            Map<String, Long> given = counted.getOrDefault(id, Map.of());
            boolean reached = given.equals(REQUIRED.get(entry.scope()));
            assertThat(entry).as("request %s with %s", id, given).isEqualTo(entry.expected(reached));
        });
    }

    void assertAllApproved() {
        assertNoneIsHalfThere();
        assertThat(requests.values()).extracting(Entry::status).containsOnly("APPROVED");
    }

    private record Entry(String scope, String status, String grants) {

        static Entry of(List<String> row) {
            return new Entry(row.get(1), row.get(2), row.get(3));
        }

        Entry expected(boolean reached) {
            return reached ? new Entry(scope, "APPROVED", "1") : new Entry(scope, "PENDING", "0");
        }
    }
}
