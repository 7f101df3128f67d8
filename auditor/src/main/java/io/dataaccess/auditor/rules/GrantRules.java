/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What must be true of an access grant: the right people approved what was asked, in time, and no more than that was given. */
final class GrantRules {

    /** A decision and its grant are one moment, written by one node. */
    private static final Duration ONE_MOMENT = Duration.ofSeconds(1);

    private final Findings findings;

    GrantRules(Findings findings) {
        this.findings = findings;
    }

    void check(OpenRequest request, Entry decided, Entry grant) {
        long index = grant.index();
        Entry filed = request.filed();
        if (!decided.text("status").equals("APPROVED")) {
            findings.add(Code.DENIED, index, "The request was not approved but " + decided.text("status"));
        }
        decided.optionalText("grant")
                .filter(id -> !id.equals(grant.id()))
                .ifPresent(id -> findings.add(Code.NOT_AS_ASKED, index, "The decision gave another grant, " + id));
        for (String field : List.of("subject", "client", "scope")) {
            if (!grant.text(field).equals(filed.text(field))) {
                findings.add(Code.NOT_AS_ASKED, index, "The " + field + " is another than the request's");
            }
        }
        checkVotes(request, decided, index);
        checkTerm(request, decided, grant);
    }

    private void checkVotes(OpenRequest request, Entry decided, long index) {
        request.votes().stream()
                .filter(vote -> vote.text("decision").equals("DENY"))
                .forEach(vote -> findings.add(Code.DENIED, index, "It was denied by the vote at " + vote.index()));
        Approvals.of(request, decided)
                .missing(request.filed())
                .ifPresent(missing -> findings.add(Code.VOTES_MISSING, index, "Votes are missing: " + missing));
        request.votes().stream()
                .filter(vote -> vote.time().isAfter(decided.time()))
                .forEach(vote ->
                        findings.add(Code.OUT_OF_ORDER, vote.index(), "The vote is later than the decision it led to"));
    }

    private void checkTerm(OpenRequest request, Entry decided, Entry grant) {
        Instant from = grant.time("from");
        Instant until = grant.time("until");
        if (!from.isBefore(until)) {
            findings.add(Code.TERM_DIFFERS, grant.index(), "The grant ends before it begins");
        }
        if (Duration.between(decided.time(), from).abs().compareTo(ONE_MOMENT) > 0) {
            findings.add(Code.TERM_DIFFERS, grant.index(), "The grant does not begin with the decision");
        }
        Duration longest = duration(request.filed())
                .orElseThrow(
                        () -> new MalformedEntryException(Code.ENTRY_MALFORMED, "The request asked for no duration"));
        for (Entry vote : Approvals.of(request, decided).counted()) {
            Duration shortened = duration(vote).orElse(longest);
            longest = shortened.compareTo(longest) < 0 ? shortened : longest;
        }
        if (Duration.between(from, until).compareTo(longest) > 0) {
            findings.add(
                    Code.TERM_TOO_LONG,
                    grant.index(),
                    "The grant lasts " + Duration.between(from, until) + ", asked for and approved were " + longest);
        }
    }

    private static Optional<Duration> duration(Entry entry) {
        return entry.optionalDuration("duration");
    }
}
