/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the entries of a log in their order and says what breaks the rules. Of a request that has ended only its id is kept, so
 * that a long log needs little memory.
 */
public final class Replay {

    private final Findings findings;
    private final RequestRules requests;
    private final Map<String, OpenRequest> open = new HashMap<>();
    private final Map<String, Long> ended = new HashMap<>();
    private final Map<String, GrantTerm> grants = new HashMap<>();
    private @Nullable String realm;

    public Replay(Findings findings) {
        this.findings = findings;
        this.requests = new RequestRules(findings);
    }

    /** The next entry. */
    public void accept(Entry entry) {
        if (realm == null) {
            realm = entry.realm();
        } else if (!realm.equals(entry.realm())) {
            findings.add(Code.ANOTHER_REALM, entry.index(), "The entry is of another realm than those before it");
        }
        try {
            switch (entry.kind()) {
                case "request_filed" -> filed(entry);
                case "vote" -> inRequest(entry, entry.id(), request -> requests.vote(request, entry));
                case "request_decided" -> inRequest(entry, entry.id(), request -> decided(request, entry));
                case "grant" -> granted(entry);
                case "grant_ended" -> grantEnded(entry);
                case "request_cancelled", "request_expired" ->
                    inRequest(entry, entry.id(), request -> requestEnded(request, entry));
                default -> {
                    // Counted by whoever reads the entries.
                }
            }
        } catch (MalformedEntryException e) {
            findings.add(e.code(), entry.index(), String.valueOf(e.getMessage()));
        }
    }

    /** After the last entry: what has begun and lacks its other half. */
    public void finish() {
        for (OpenRequest request : open.values()) {
            request.decided()
                    .ifPresent(decided -> findings.add(
                            Code.GRANT_MISSING,
                            decided.index(),
                            "The request was approved, and no entry says what was granted"));
            request.grant()
                    .ifPresent(grant -> findings.add(
                            Code.DECISION_MISSING, grant.index(), "The grant was given without a decision"));
        }
    }

    /** What the log says of grants, by id. */
    public Map<String, GrantTerm> grants() {
        return Map.copyOf(grants);
    }

    private void filed(Entry entry) {
        if (ended.containsKey(entry.id()) || open.containsKey(entry.id())) {
            findings.add(Code.RECORDED_TWICE, entry.index(), "A request with this id was filed before");
            return;
        }
        requests.filed(entry);
        open.put(entry.id(), new OpenRequest(entry));
    }

    private void decided(OpenRequest request, Entry entry) {
        if (request.decided().isPresent()) {
            findings.add(Code.RECORDED_TWICE, entry.index(), "The request was decided before");
            return;
        }
        requests.decided(request, entry);
        request.decide(entry);
        if (entry.text("status").equals("APPROVED")) {
            completed(request);
        } else {
            end(request, entry);
        }
    }

    private void granted(Entry entry) {
        GrantTerm before = grants.get(entry.id());
        if (before != null) {
            findings.add(
                    Code.RECORDED_TWICE, entry.index(), "A grant with this id was given at entry " + before.index());
            return;
        }
        grants.put(
                entry.id(),
                new GrantTerm(
                        entry.index(),
                        entry.text("request"),
                        entry.text("subject"),
                        Optional.ofNullable(open.get(entry.text("request")))
                                .map(request -> AskedFor.of(request.filed())),
                        entry.time("from"),
                        entry.time("until"),
                        Optional.empty()));
        inRequest(entry, entry.text("request"), request -> {
            if (request.grant().isPresent()) {
                findings.add(Code.RECORDED_TWICE, entry.index(), "The request gave a grant before");
                return;
            }
            request.grant(entry);
            completed(request);
        });
    }

    private void completed(OpenRequest request) {
        request.decided()
                .ifPresent(decided -> request.grant().ifPresent(grant -> {
                    end(request, grant);
                    new GrantRules(findings).check(request, decided, grant);
                }));
    }

    private void grantEnded(Entry entry) {
        GrantTerm grant = grants.get(entry.id());
        if (grant == null) {
            findings.add(Code.GRANT_MISSING, entry.index(), "A grant ended that no entry gave");
        } else if (grant.end().isPresent()) {
            findings.add(Code.RECORDED_TWICE, entry.index(), "The grant ended before");
        } else {
            requests.grantEnded(grant, entry);
            grants.put(entry.id(), grant.endedAt(entry.time("end")));
        }
    }

    private void requestEnded(OpenRequest request, Entry entry) {
        if (request.decided().isPresent()) {
            findings.add(Code.ENDED_BEFORE, entry.index(), "The request was decided before it ended");
            return;
        }
        requests.ended(request, entry);
        end(request, entry);
    }

    private void end(OpenRequest request, Entry by) {
        open.remove(request.filed().id());
        ended.put(request.filed().id(), by.index());
    }

    private void inRequest(Entry entry, String id, Consumer<OpenRequest> action) {
        OpenRequest request = open.get(id);
        Long end = ended.get(id);
        if (request != null) {
            action.accept(request);
        } else if (end != null) {
            findings.add(Code.ENDED_BEFORE, entry.index(), "The request ended with entry " + end);
        } else {
            findings.add(Code.REQUEST_MISSING, entry.index(), "No entry before it filed the request");
        }
    }
}
