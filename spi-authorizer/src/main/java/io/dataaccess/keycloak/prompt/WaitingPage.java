/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.directory.GroupLabels;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestReason;
import io.dataaccess.keycloak.request.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;

/** What is still missing before the login can go on: how many approvals of which group, never whose. */
final class WaitingPage {

    static final String TEMPLATE = "data-access-waiting.ftl";
    /** Votes show up, and the login goes on, within five seconds. */
    private static final int POLL_SECONDS = 3;

    private final LoginContext login;
    private final PromptState state;
    private final LoginFormsProvider texts;

    WaitingPage(LoginContext login, PromptState state, LoginFormsProvider texts) {
        this.login = login;
        this.state = state;
        this.texts = texts;
    }

    Map<String, Object> model() {
        PageModel page = new PageModel(login, state);
        Map<String, Object> model = page.with(
                state.scopes().stream().map(scope -> item(page, scope)).toList());
        model.put(
                "urgent",
                state.requests().stream().anyMatch(request -> request.content().urgent()));
        model.put("pollSeconds", POLL_SECONDS);
        model.put("requestCount", state.requests().size());
        model.put(ShownIds.FIELD, ShownIds.text(state.requestIds()));
        state.requestIds().stream()
                .findFirst()
                .flatMap(login.accountConsole()::page)
                .ifPresent(address -> model.put("accountUrl", address));
        remindableAt().ifPresent(from -> {
            model.put("remindableAt", from.toString());
            model.put("remindableAtText", page.text(from));
        });
        return model;
    }

    /** The waiting page, with something to tell that has just happened. */
    Map<String, Object> telling(String news) {
        Map<String, Object> model = model();
        model.put("news", texts.getMessage(news));
        return model;
    }

    /** The waiting page, which says that this was not sent: other words wait for the same already. */
    Map<String, Object> withoutSending(RequestForm form) {
        Map<String, Object> model = model();
        model.put("unsent", VisibleText.prose(form.texts().justification()));
        return model;
    }

    /** The waiting page, which asks whether the requests are to be withdrawn, and says what that would lose. */
    Map<String, Object> withdrawing() {
        Map<String, Object> model = model();
        model.put("withdrawing", true);
        model.put(
                "lost",
                state.requests().stream()
                        .flatMap(request -> request.state().votes().stream())
                        .filter(vote -> vote.countedFor().isPresent())
                        .count());
        return model;
    }

    /** What the page's script changes on the page; whatever else changes, it opens the page anew. */
    List<Map<String, Object>> progress() {
        return state.requests().stream()
                .map(request -> Map.<String, Object>of(
                        "id", request.id(), "approvals", approvals(request), "duration", duration(request)))
                .toList();
    }

    private Map<String, Object> item(PageModel page, ScopeDecision scope) {
        Map<String, Object> item = page.item(scope);
        state.requests().stream()
                .filter(request ->
                        request.access().scope().id().equals(scope.scope().ref().id()))
                .forEach(request -> describe(page, item, request));
        return item;
    }

    private void describe(PageModel page, Map<String, Object> item, AccessRequest request) {
        Instant expiresAt = request.state().expiresAt();
        RemainingTime left =
                new RemainingTime(Duration.between(login.dataAccess().clock().instant(), expiresAt));
        item.put("request", request.id());
        item.put("status", RequestStatus.PENDING.name());
        RequestReason reason = request.content().reason();
        item.put("purpose", reason.purpose());
        item.put("justification", VisibleText.prose(reason.justification()));
        reason.ticket().map(VisibleText::line).ifPresent(ticket -> item.put("ticket", ticket));
        item.put("duration", duration(request));
        if (request.durationSoFar().compareTo(request.content().duration()) < 0) {
            item.put("askedDuration", DurationChoices.text(request.content().duration()));
        }
        item.put("expiresAt", expiresAt.toString());
        item.put("expiresAtText", page.text(expiresAt));
        item.put("secondsLeft", left.seconds());
        item.put("timeLeft", left.text());
        item.put("approvals", approvals(request));
    }

    /** As an approver may have shortened it. */
    private static String duration(AccessRequest request) {
        return DurationChoices.text(request.durationSoFar());
    }

    /** From when one of the requests may be reminded of; empty when that is so already. */
    private Optional<Instant> remindableAt() {
        Instant now = login.dataAccess().clock().instant();
        return state.requests().stream()
                .flatMap(request -> request.remindableAt(now).stream())
                .min(Comparator.naturalOrder())
                .filter(now::isBefore);
    }

    /** By the numbers of now, as approvers see them: the policies may have changed since it was filed. */
    private List<Map<String, Object>> approvals(AccessRequest request) {
        return login.dataAccess().requestApprovers().required(request).stream()
                .map(required -> approvals(required, given(request, required)))
                .toList();
    }

    private Map<String, Object> approvals(RequiredApproval required, int given) {
        return Map.of(
                "key", required.group().id(),
                "group",
                        GroupLabels.of(login.realm(), login.dataAccess().catalog())
                                .of(required.group()),
                "required", required.count(),
                "given", given,
                "percent", Math.min(100, 100 * given / required.count()),
                "text", texts.getMessage("dataAccessGiven", given, required.count()));
    }

    /** As counted when the last vote was cast. */
    private static int given(AccessRequest request, RequiredApproval required) {
        return (int) request.state().votes().stream()
                .flatMap(vote -> vote.countedFor().stream())
                .filter(group -> group.id().equals(required.group().id()))
                .count();
    }
}
