/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RecordListener;
import io.dataaccess.keycloak.request.RequestContent;
import io.dataaccess.keycloak.request.RequestSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what becomes of requests and grants into the log of their realm. */
public final class RecordLog implements RecordListener {

    private final ApprovalLog log;

    public RecordLog(ApprovalLog log) {
        this.log = log;
    }

    @Override
    public void filed(AccessRequest request) {
        RequestContent content = request.content();
        RequestSnapshot snapshot = request.snapshot();
        Access access = content.access();
        EntryDraft draft = draft("request_filed", request.id(), request.state().createdAt())
                .person("actor", content.requester().id())
                .with("purpose", content.reason().purpose())
                .with("duration", content.duration().toString())
                .with("urgent", content.urgent())
                .listed("categories", categories(snapshot))
                .listed("policies", policies(snapshot))
                .with("required", required(snapshot))
                .at("expires", request.state().expiresAt())
                .committed("justification", content.reason().justification())
                .committed("ticket", content.reason().ticket())
                .committed("requesterName", shown(content.requester()))
                .committed("subjectName", shown(access.subject()))
                .committed("clientName", access.client().clientId())
                .committed("scopeName", access.scope().name())
                .committed(
                        "attributes",
                        EntryDraft.json(snapshot.subjectAttributes().values()));
        log.write(request.id(), request.state().createdAt(), about(draft, access));
    }

    @Override
    public void voted(AccessRequest request, Vote vote) {
        Instant at = vote.evidence().votedAt();
        EntryDraft draft = draft("vote", request.id(), at)
                .person("actor", vote.approver().id())
                .with("decision", vote.input().decision().name())
                .at("authenticatedAt", vote.evidence().login().at())
                .committed("actorName", shown(vote.approver()))
                .committed(
                        "attributes",
                        EntryDraft.json(vote.evidence().attributes().values()))
                .committed("comment", Optional.of(vote.input().comment()).filter(text -> !text.isBlank()));
        vote.evidence().login().highest().ifPresent(level -> draft.with("acr", Integer.toString(level)));
        vote.countedFor().map(GroupRef::id).ifPresent(group -> draft.with("group", group));
        vote.input().duration().ifPresent(duration -> draft.with("duration", duration.toString()));
        log.write(request.id(), at, draft);
    }

    @Override
    public void decided(AccessRequest request, Optional<AccessGrant> grant) {
        Instant at = request.state().closedAt().orElseThrow();
        EntryDraft draft = draft("request_decided", request.id(), at)
                .with("status", request.state().status().name())
                .with("counted", counted(request));
        grant.ifPresent(given -> draft.with("grant", given.id()));
        log.write(request.id(), at, draft);
        grant.ifPresent(this::granted);
    }

    private void granted(AccessGrant grant) {
        EntryDraft draft = draft("grant", grant.id(), grant.term().from())
                .with("request", grant.approval().requestId())
                .at("from", grant.term().from())
                .at("until", grant.term().until());
        log.write(grant.id(), grant.term().from(), about(draft, grant.access()));
    }

    @Override
    public void cancelled(AccessRequest request) {
        Instant at = request.state().closedAt().orElseThrow();
        EntryDraft draft = draft("request_cancelled", request.id(), at)
                .with("cause", request.state().cancellation().orElseThrow().name());
        log.write(request.id(), at, draft);
    }

    /** A reminder changes nothing that an auditor looks at. */
    @Override
    public void reminded(AccessRequest request) {}

    @Override
    public void ended(AccessGrant grant) {
        grant.term().ending().ifPresent(ending -> {
            EntryDraft draft = draft("grant_ended", grant.id(), ending.at())
                    .with("request", grant.approval().requestId())
                    .at("end", ending.at())
                    .committed("reason", ending.reason())
                    .committed("actorName", ending.by().map(RecordLog::shown));
            ending.by().map(UserRef::id).ifPresent(id -> draft.person("actor", id));
            log.write(grant.id(), ending.at(), draft);
        });
    }

    private EntryDraft draft(String kind, String recordId, Instant at) {
        return log.draft(kind, recordId, at);
    }

    private static EntryDraft about(EntryDraft draft, Access access) {
        return draft.person("subject", access.subject().id())
                .with("client", access.client().id())
                .with("scope", access.scope().id());
    }

    private static List<Map<String, String>> categories(RequestSnapshot snapshot) {
        return snapshot.categories().stream()
                .map(category -> Map.of(
                        "name", category.key(),
                        "sensitivity", category.sensitivity().name(),
                        "jurisdiction", category.level().jurisdiction()))
                .toList();
    }

    private static List<Map<String, String>> policies(RequestSnapshot snapshot) {
        return snapshot.policies().stream()
                .map(policy -> Map.of("name", policy.name(), "hash", policy.sha256()))
                .toList();
    }

    private static List<Map<String, Object>> required(RequestSnapshot snapshot) {
        return snapshot.required().stream()
                .map(one -> Map.<String, Object>of("group", one.group().id(), "count", one.count()))
                .toList();
    }

    /** Which approvals were counted for which group when it was decided. */
    private List<Map<String, String>> counted(AccessRequest request) {
        return request.state().votes().stream()
                .flatMap(vote -> vote.countedFor().stream()
                        .map(group ->
                                Map.of("actor", log.reference(vote.approver().id()), "group", group.id())))
                .toList();
    }

    private static String shown(UserRef user) {
        return user.name().map(name -> name + " (" + user.username() + ")").orElse(user.username());
    }
}
