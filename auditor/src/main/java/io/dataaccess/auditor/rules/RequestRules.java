/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import java.time.Instant;

/** What must be true of each step of a request and of the end of a grant, whatever comes after it. */
final class RequestRules {

    private final Findings findings;

    RequestRules(Findings findings) {
        this.findings = findings;
    }

    void filed(Entry filed) {
        filed.text("actor");
        filed.text("subject");
        if (!filed.time("expires").isAfter(filed.time())) {
            findings.add(Code.EXPIRED, filed.index(), "The request expired before it was filed");
        }
    }

    void vote(OpenRequest request, Entry vote) {
        String decision = vote.text("decision");
        if (!decision.equals("APPROVE") && !decision.equals("DENY")) {
            throw new MalformedEntryException(Code.ENTRY_MALFORMED, "A vote is APPROVE or DENY");
        }
        if (request.decided().isPresent()) {
            findings.add(Code.ENDED_BEFORE, vote.index(), "The request was decided before this vote");
            return;
        }
        if (request.concerns(vote.text("actor"))) {
            findings.add(Code.VOTE_BY_CONCERNED, vote.index(), "The voter is the requester or the subject");
        }
        if (vote.json().has("authenticatedAt") && vote.time("authenticatedAt").isAfter(vote.time())) {
            findings.add(Code.OUT_OF_ORDER, vote.index(), "The voter signed in after the vote");
        }
        inTime(request, vote);
        request.vote(vote);
    }

    void decided(OpenRequest request, Entry decided) {
        String status = decided.text("status");
        if (!status.equals("APPROVED") && !status.equals("DENIED")) {
            throw new MalformedEntryException(Code.ENTRY_MALFORMED, "A request is decided as APPROVED or DENIED");
        }
        inTime(request, decided);
        if (status.equals("DENIED")
                && request.votes().stream()
                        .noneMatch(vote -> vote.text("decision").equals("DENY"))) {
            findings.add(Code.VOTES_MISSING, decided.index(), "The request was denied, and nobody voted so");
        }
    }

    /** A request expires at its own time, whenever it was noticed. */
    void ended(OpenRequest request, Entry end) {
        if (end.time().isBefore(request.filed().time())) {
            findings.add(Code.OUT_OF_ORDER, end.index(), "The request ended before it was filed");
        }
        if (end.kind().equals("request_expired")
                && !end.time().equals(request.filed().time("expires"))) {
            findings.add(Code.EXPIRED, end.index(), "The request expired at another time than it said");
        }
    }

    void grantEnded(GrantTerm grant, Entry ended) {
        Instant end = ended.time("end");
        if (end.isBefore(grant.from()) || end.isAfter(grant.until())) {
            findings.add(Code.TERM_DIFFERS, ended.index(), "The grant ended outside its term");
        }
    }

    private void inTime(OpenRequest request, Entry step) {
        if (step.time().isBefore(request.filed().time())) {
            findings.add(Code.OUT_OF_ORDER, step.index(), "It is earlier than the request");
        }
        if (!step.time().isBefore(request.filed().time("expires"))) {
            findings.add(Code.EXPIRED, step.index(), "It is later than the request's own end");
        }
    }
}
