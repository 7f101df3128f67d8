/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.directory.DirectoryAwayException;
import io.dataaccess.keycloak.prompt.PromptState.PromptStep;
import io.dataaccess.keycloak.prompt.login.AccessNotice;
import io.dataaccess.keycloak.prompt.login.LoginNotes;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.DatabaseFailure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ModelException;

/** One request of the browser to the approval prompt. What it may do is found out anew each time, whatever page it came from. */
final class ApprovalPrompt {

    private static final Logger LOG = Logger.getLogger(ApprovalPrompt.class);
    private static final String ACTION = "action";
    private static final String CANCEL = "cancel";

    private final RequiredActionContext context;
    private final LoginContext login;
    private final LoginNotes requests;
    private final PromptRefusals refusals;
    private final PromptPages pages;

    ApprovalPrompt(RequiredActionContext context) {
        this.context = context;
        this.login = new LoginContext(context);
        this.requests = LoginNotes.requests(context.getAuthenticationSession());
        this.refusals = new PromptRefusals(context);
        this.pages = new PromptPages(context, login);
    }

    /** Shows the page for where the login stands, or lets it go on. */
    void show() {
        PromptState state = state();
        switch (state.step()) {
            case DONE -> context.success();
            case ASKING -> pages.form(state, pages.former());
            case WAITING -> {
                requests.add(state.requestIds());
                pages.waiting(state, WaitingPage::model);
            }
            case NOTICE -> pages.notice(state);
            case CONFIRMING -> pages.device(state);
            case REFUSED, ANSWERED -> answer(state);
        }
    }

    /** Says where the login stands to the page's script, and never goes on by itself: that takes the browser. */
    void tellProgress() {
        PromptState state = state();
        login.stayAlive();
        Map<String, Object> progress = Map.of(
                "state", state.step().code(),
                "requests", pages.waiting(state).progress());
        context.challenge(Response.ok(progress, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** Whether the button ends the login: that opens nothing, whoever presses it. */
    static boolean isGivingUp(MultivaluedMap<String, String> form) {
        return CANCEL.equals(form.getFirst(ACTION));
    }

    /** Does what a button says; a button that is not on the page now does nothing. */
    void act(MultivaluedMap<String, String> form) {
        PromptState state = state();
        switch (Objects.requireNonNullElse(form.getFirst(ACTION), "")) {
            case "file" -> file(state, RequestForm.of(form), ShownIds.of(form));
            case "confirm" -> confirm(state, Objects.requireNonNullElse(form.getFirst(ShownIds.FIELD), ""));
            case "open" -> open(state, ShownIds.of(form));
            case "continue" -> goOn(state);
            case CANCEL -> refusals.giveUp(state);
            case "again" -> askAgain(state);
            case "remind" -> remind(state, ShownIds.of(form));
            case "withdraw" -> askToWithdraw(state);
            case "withdraw-now" -> withdraw(state, ShownIds.of(form));
            default -> show();
        }
    }

    private PromptState state() {
        return new PromptStateResolver(login, requests).state();
    }

    private void file(PromptState state, RequestForm form, ShownIds shown) {
        if (state.step() == PromptStep.WAITING && state.requests().stream().noneMatch(form::isSentAs)) {
            requests.add(state.requestIds());
            pages.waiting(state, page -> page.withoutSending(form));
            return;
        }
        if (state.step() != PromptStep.ASKING) {
            show();
            return;
        }
        FormErrors errors = pages.errors(state);
        if (!shown.hasAll(state.scopeIds())) {
            pages.form(state, form, errors.changed());
            return;
        }
        try {
            submit(state, form, errors);
        } catch (DirectoryAwayException e) {
            LOG.warnf("A request for approval was not taken: %s", e.getMessage());
            pages.form(state, form, errors.unanswered());
        }
    }

    private void submit(PromptState state, RequestForm form, FormErrors errors) {
        PromptSubmission submission = new PromptSubmission(login, form, state.guarded());
        Set<Rejection> problems = submission.problems();
        if (problems.isEmpty()) {
            change(submission::file, this::show);
        } else if (problems.contains(Rejection.NO_APPROVER)) {
            answer(state.withoutApprover());
        } else {
            pages.form(state, form, errors.of(problems));
        }
    }

    /** Several windows, or a vote, may get in each other's way: then nothing is kept, and the page starts anew. */
    private void change(Runnable change, Runnable then) {
        try {
            DataAccess.answered(() -> {
                change.run();
                return true;
            });
            then.run();
        } catch (RejectedException | TooSoonException | ModelException e) {
            if (e instanceof ModelException failure && !DatabaseFailure.isLostRace(failure)) {
                throw e;
            }
            startAnew(e);
        }
    }

    private void startAnew(RuntimeException overtaken) {
        LOG.infof(
                "An approval prompt for client %s was overtaken: %s",
                VisibleText.line(login.client().getClientId()),
                VisibleText.line(String.valueOf(overtaken.getMessage())));
        LOG.debug("Overtaken", overtaken);
        context.getSession().getTransactionManager().setRollbackOnly();
        context.challenge(Response.seeOther(login.refreshUri()).build());
    }

    private void confirm(PromptState state, String shown) {
        if (state.step() == PromptStep.CONFIRMING
                && DevicePage.shown(state.scopes()).equals(shown)) {
            login.device().confirm(shown, state.guarded());
        }
        show();
    }

    /** What came to it since the page was shown is told next. */
    private void open(PromptState state, ShownIds shown) {
        if (state.step() == PromptStep.NOTICE) {
            login.notice().tell(shown.among(AccessNotice.grants(state.scopes())));
        }
        show();
    }

    private void goOn(PromptState state) {
        if (login.canDrop(state.guarded())) {
            login.drop(state.guarded());
            context.success();
        } else {
            show();
        }
    }

    private void askAgain(PromptState state) {
        if (state.step() == PromptStep.ANSWERED) {
            requests.remove(state.requestIds());
            pages.former().startFrom(state.requestIds());
        }
        show();
    }

    private void remind(PromptState state, ShownIds shown) {
        List<AccessRequest> requests = shown.amongRequests(state.requests());
        if (state.step() != PromptStep.WAITING || requests.isEmpty()) {
            show();
            return;
        }
        Reminder reminder = new Reminder(login, requests);
        if (reminder.isTooSoon()) {
            pages.waiting(state, page -> page.telling("dataAccessRemindLater"));
        } else {
            change(reminder::send, () -> pages.waiting(state(), page -> page.telling("dataAccessReminded")));
        }
    }

    private void askToWithdraw(PromptState state) {
        if (state.step() == PromptStep.WAITING) {
            pages.waiting(state, WaitingPage::withdrawing);
        } else {
            show();
        }
    }

    private void withdraw(PromptState state, ShownIds shown) {
        List<String> requestIds = shown.among(state.requestIds());
        if (state.step() == PromptStep.WAITING && !requestIds.isEmpty()) {
            pages.former().startFrom(requestIds);
            change(() -> requestIds.forEach(this::withdraw), this::show);
        } else {
            show();
        }
    }

    private void withdraw(String requestId) {
        AccessRequest withdrawn = login.dataAccess().accessEnding().cancel(requestId, login.userRef());
        login.dataAccess().userEvents().cancelled(withdrawn, login.user().getId());
        requests.remove(Set.of(requestId));
    }

    private void answer(PromptState state) {
        refusals.tell(state);
        pages.answer(state);
    }
}
