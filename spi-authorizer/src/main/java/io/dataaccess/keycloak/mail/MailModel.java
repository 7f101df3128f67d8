/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.RunningAccess;
import io.dataaccess.keycloak.session.RunningAccess.Running;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What templates get to know of requests and grants: neither justification nor ticket, which mail is not the place for. */
final class MailModel {

    private final DataAccess access;
    private final CurrentNames names;
    private final MailMessages words;

    MailModel(DataAccess access, CurrentNames names, MailMessages words) {
        this.access = access;
        this.names = names;
        this.words = words;
    }

    Map<String, Object> of(AccessRequest request) {
        Map<String, Object> map = of(request.access(), request.snapshot().categories());
        map.put("requester", requester(request));
        map.put(
                "forOther",
                !request.content().requester().isSameAs(request.access().subject()));
        map.put("sensitivity", sensitivity(request));
        map.put(
                "purpose",
                words.name("dataAccessPurpose.", request.content().reason().purpose()));
        map.put("duration", words.duration(request.content().duration()));
        map.put("urgent", request.content().urgent());
        map.put("missing", missing(request));
        map.put("expires", words.time(request.state().expiresAt()));
        if (request.isPendingAt(access.clock().instant())) {
            openUntil(request).ifPresent(until -> map.put("extends", extension(request, until)));
        }
        return map;
    }

    /** Until when the data of this request is open already, or is by now, by whichever grant; empty when it is not. */
    Optional<Instant> openUntil(AccessRequest request) {
        return RunningAccess.of(access, List.of(request.access()))
                .longest(request.access(), request.snapshot().categories(), grant -> true)
                .map(Running::until);
    }

    String time(Instant at) {
        return words.time(at);
    }

    /** The end of the access that runs, and until when an approval would change nothing about it. */
    private String extension(AccessRequest request, Instant until) {
        Instant adding = until.minus(request.durationSoFar());
        return adding.isAfter(access.clock().instant())
                ? words.said("dataAccessMailExtendsFrom", words.time(until), words.time(adding))
                : words.time(until);
    }

    Map<String, Object> of(AccessGrant grant) {
        Map<String, Object> map = of(grant.access(), grant.approval().categories());
        map.put(
                "until",
                words.time(RunningAccess.of(access, List.of(grant.access()))
                        .until(grant, other -> true)
                        .orElse(grant.term().until())));
        grant.term().ending().ifPresent(ending -> {
            map.put("ended", words.time(ending.at()));
            // Where nobody ended it the reason is a word for events.
            ending.by().ifPresent(by -> map.put("reason", quote(ending.reason())));
        });
        return map;
    }

    /**
     * What is certain first: the username, with what approvers go by, and then what the person may have chosen; such as
     * {@code lin, CN, Clips Singapore (Lin Zhou)}.
     */
    String requester(AccessRequest request) {
        return certain(request)
                + names.chosen(request.content().requester())
                        .map(name -> " (" + name + ")")
                        .orElse("");
    }

    /** Such as {@code lin, CN, Clips Singapore}. */
    String certain(AccessRequest request) {
        return Stream.concat(
                        Stream.of(names.username(request.content().requester())),
                        request.snapshot().subjectAttributes().values().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(attribute -> MailMessages.isolated(MailMessages.inMail(attribute.getValue()))))
                .collect(Collectors.joining(", "));
    }

    static List<String> data(List<DataCategory> categories) {
        return categories.stream()
                .map(DataCategory::label)
                .map(MailMessages::inMail)
                .map(MailMessages::isolated)
                .toList();
    }

    String sensitivity(AccessRequest request) {
        return words.name(
                "dataAccessSensitivity.", request.snapshot().sensitivity().name());
    }

    /** What the deciding approvers wrote: of a denial those who denied, of an approval all. */
    static List<List<String>> comments(AccessRequest request) {
        boolean denied = request.state().status() == RequestStatus.DENIED;
        return request.state().votes().stream()
                .filter(vote -> !denied || vote.is(VoteDecision.DENY))
                .map(Vote::input)
                .map(input -> input.comment().strip())
                .filter(comment -> !comment.isEmpty())
                .map(MailModel::quote)
                .toList();
    }

    /** Line by line: text mails mark each, so that no line of a quote passes for one of the mail's own. */
    private static List<String> quote(String text) {
        return VisibleText.prose(text).lines().toList();
    }

    /** The approvals that are not there yet, group by group. */
    private List<String> missing(AccessRequest request) {
        return access.requestApprovers().of(request).stream()
                .flatMap(set -> set.requirements().stream())
                .filter(required -> given(request, required.group()) < required.count())
                .map(required -> words.said(
                        "dataAccessMailApprovals",
                        required.count() - given(request, required.group()),
                        names.group(required.group())))
                .toList();
    }

    private static long given(AccessRequest request, GroupRef group) {
        return request.state().votes().stream()
                .flatMap(vote -> vote.countedFor().stream())
                .filter(counted -> counted.id().equals(group.id()))
                .count();
    }

    private Map<String, Object> of(Access about, List<DataCategory> categories) {
        Map<String, Object> map = new HashMap<>();
        map.put("subject", names.person(about.subject()));
        map.put("application", names.applicationAndId(about.client()));
        map.put("data", data(categories));
        return map;
    }
}
