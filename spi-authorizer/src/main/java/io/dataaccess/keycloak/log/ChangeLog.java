/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.change.ChangeListener;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.ProposedConfiguration;
import io.dataaccess.keycloak.configuration.Lock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes into the log of the realm what becomes of change requests, and what is locked. */
public final class ChangeLog implements ChangeListener {

    private final ApprovalLog log;

    public ChangeLog(ApprovalLog log) {
        this.log = log;
    }

    @Override
    public void proposed(ChangeRequest change) {
        ProposedConfiguration proposed = change.proposed();
        Instant at = change.state().createdAt();
        EntryDraft draft = log.draft("change_proposed", change.id(), at)
                .person("actor", change.proposer().id())
                .with("baseVersion", proposed.baseVersion())
                .with("baseHash", proposed.base().hash())
                .with("hash", proposed.content().hash())
                .with("required", proposed.required())
                .at("expires", change.state().expiresAt())
                .committed("reason", change.reason())
                .committed("actorName", shown(change.proposer()));
        log.write(change.id(), at, draft);
    }

    @Override
    public void voted(ChangeRequest change, Vote vote) {
        Instant at = vote.evidence().votedAt();
        EntryDraft draft = log.draft("change_vote", change.id(), at)
                .person("actor", vote.approver().id())
                .with("decision", vote.input().decision().name())
                .at("authenticatedAt", vote.evidence().login().at())
                .committed("actorName", shown(vote.approver()))
                .committed(
                        "attributes",
                        EntryDraft.json(vote.evidence().attributes().values()))
                .committed("comment", Optional.of(vote.input().comment()).filter(text -> !text.isBlank()));
        vote.evidence().login().highest().ifPresent(level -> draft.with("acr", Integer.toString(level)));
        vote.countedFor().map(GroupRef::path).ifPresent(what -> draft.with("countedFor", what));
        log.write(change.id(), at, draft);
    }

    @Override
    public void decided(ChangeRequest change) {
        Instant at = change.state().closedAt().orElseThrow();
        EntryDraft draft = log.draft("change_decided", change.id(), at)
                .with("status", change.state().status().name())
                .with("hash", change.proposed().content().hash())
                .with("counted", counted(change));
        log.write(change.id(), at, draft);
    }

    @Override
    public void cancelled(ChangeRequest change) {
        Instant at = change.state().closedAt().orElseThrow();
        EntryDraft draft = log.draft("change_cancelled", change.id(), at)
                .person("actor", change.proposer().id());
        log.write(change.id(), at, draft);
    }

    /** Something is refused from now on. */
    public void locked(Lock lock) {
        EntryDraft draft = log.draft("locked", lock.id(), lock.at())
                .person("actor", lock.by())
                .with("lock", lock.kind().code())
                .committed("target", lock.target())
                .committed("reason", lock.reason());
        log.write(lock.id(), lock.at(), draft);
    }

    /** Which approvals were counted for what when it was decided. */
    private List<Map<String, String>> counted(ChangeRequest change) {
        return change.state().votes().stream()
                .flatMap(vote -> vote.countedFor().stream()
                        .map(what ->
                                Map.of("actor", log.reference(vote.approver().id()), "countedFor", what.path())))
                .toList();
    }

    private static String shown(UserRef user) {
        return user.name().map(name -> name + " (" + user.username() + ")").orElse(user.username());
    }
}
