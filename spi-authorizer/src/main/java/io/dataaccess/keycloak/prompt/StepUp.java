/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RejectedException;
import io.dataaccess.keycloak.request.Rejection;
import io.dataaccess.keycloak.request.TooSoonException;
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
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ModelException;

/** One request of the browser to the step-up. What it may do is found out anew each time, whatever page it came from. */
final class StepUp {

    private static final Logger LOG = Logger.getLogger(StepUp.class);
    private static final String ACTION = "action";
    private static final String CANCEL = "cancel";

    private final RequiredActionContext context;
    private final AskingLogin login;
    private final Memory requests;
    private final Refusals refusals;

    StepUp(RequiredActionContext context) {
        this.context = context;
        this.login = new AskingLogin(context);
        this.requests = Memory.requests(context.getAuthenticationSession());
        this.refusals = new Refusals(context);
    }

    /** Shows the page for where the login stands, or lets it go on. */
    void show() {
        Standing standing = standing();
        switch (standing.stage()) {
            case DONE -> context.success();
            case ASKING -> ask(standing);
            case WAITING -> {
                requests.add(standing.requestIds());
                show(WaitingPage.TEMPLATE, waitingPage(standing).model());
            }
            case NOTICE -> show(NoticePage.TEMPLATE, new NoticePage(login, standing).model());
            case CONFIRMING -> show(DevicePage.TEMPLATE, new DevicePage(login, standing).model());
            case REFUSED, ANSWERED -> answer(standing);
        }
    }

    /** Says where the login stands to the page's script, and never goes on by itself: that takes the browser. */
    void tellProgress() {
        Standing standing = standing();
        login.stayAlive();
        Map<String, Object> progress = Map.of(
                "state", standing.stage().code(),
                "requests", waitingPage(standing).progress());
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
        Standing standing = standing();
        switch (Objects.requireNonNullElse(form.getFirst(ACTION), "")) {
            case "file" -> file(standing, RequestForm.of(form), ShownIds.of(form));
            case "confirm" -> confirm(standing, Objects.requireNonNullElse(form.getFirst(ShownIds.FIELD), ""));
            case "open" -> open(standing, ShownIds.of(form));
            case "continue" -> goOn(standing);
            case CANCEL -> refusals.giveUp(standing);
            case "again" -> askAgain(standing);
            case "remind" -> remind(standing, ShownIds.of(form));
            case "withdraw" -> askToWithdraw(standing);
            case "withdraw-now" -> withdraw(standing, ShownIds.of(form));
            default -> show();
        }
    }

    private WaitingPage waitingPage(Standing standing) {
        return new WaitingPage(login, standing, context.form());
    }

    private Standing standing() {
        return new Assessment(login, requests).standing();
    }

    private void file(Standing standing, RequestForm form, ShownIds shown) {
        if (standing.stage() != Stage.ASKING) {
            show();
            return;
        }
        if (!shown.hasAll(standing.scopeIds())) {
            show(standing, form, Map.of());
            return;
        }
        Petition petition = new Petition(login, form, standing.guarded());
        Set<Rejection> problems = petition.problems();
        if (problems.isEmpty()) {
            change(petition::file, this::show);
        } else if (problems.contains(Rejection.NO_APPROVER)) {
            answer(standing.withoutApprover());
        } else {
            show(standing, form, errors(standing).of(problems));
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
        } catch (RejectedException | TooSoonException e) {
            startAnew(e);
        } catch (ModelException e) {
            if (!DatabaseFailure.isLostRace(e)) {
                throw e;
            }
            startAnew(e);
        }
    }

    private void startAnew(RuntimeException overtaken) {
        LOG.infof(
                "A step-up for client %s was overtaken: %s",
                Shown.line(login.client().getClientId()), Shown.line(String.valueOf(overtaken.getMessage())));
        LOG.debug("Overtaken", overtaken);
        context.getSession().getTransactionManager().setRollbackOnly();
        context.challenge(Response.seeOther(login.refreshUri()).build());
    }

    private void confirm(Standing standing, String shown) {
        if (standing.stage() == Stage.CONFIRMING
                && DevicePage.shown(standing.scopes()).equals(shown)) {
            login.device().confirm(shown, standing.guarded());
        }
        show();
    }

    /** What came to it since the page was shown is told next. */
    private void open(Standing standing, ShownIds shown) {
        if (standing.stage() == Stage.NOTICE) {
            login.notice().tell(shown.among(AccessNotice.grants(standing.scopes())));
        }
        show();
    }

    private void goOn(Standing standing) {
        if (login.canDrop(standing.guarded())) {
            login.drop(standing.guarded());
            context.success();
        } else {
            show();
        }
    }

    private void askAgain(Standing standing) {
        if (standing.stage() == Stage.ANSWERED) {
            requests.remove(standing.requestIds());
            former().startFrom(standing.requestIds());
        }
        show();
    }

    private void remind(Standing standing, ShownIds shown) {
        List<AccessRequest> requests = shown.amongRequests(standing.requests());
        if (standing.stage() != Stage.WAITING || requests.isEmpty()) {
            show();
            return;
        }
        Reminder reminder = new Reminder(login, requests);
        if (reminder.isTooSoon()) {
            show(WaitingPage.TEMPLATE, waitingPage(standing).telling("dataAccessRemindLater"));
        } else {
            change(
                    reminder::send,
                    () -> show(WaitingPage.TEMPLATE, waitingPage(standing()).telling("dataAccessReminded")));
        }
    }

    private void askToWithdraw(Standing standing) {
        if (standing.stage() == Stage.WAITING) {
            show(WaitingPage.TEMPLATE, waitingPage(standing).withdrawing());
        } else {
            show();
        }
    }

    private void withdraw(Standing standing, ShownIds shown) {
        List<String> requestIds = shown.among(standing.requestIds());
        if (standing.stage() == Stage.WAITING && !requestIds.isEmpty()) {
            former().startFrom(requestIds);
            change(() -> requestIds.forEach(this::withdraw), this::show);
        } else {
            show();
        }
    }

    private void withdraw(String requestId) {
        AccessRequest withdrawn = login.dataAccess().withdrawal().cancel(requestId, login.userRef());
        login.dataAccess().journal().cancelled(withdrawn, login.user().getId());
        requests.remove(Set.of(requestId));
    }

    private FormerRequest former() {
        return new FormerRequest(context.getAuthenticationSession(), login);
    }

    private void ask(Standing standing) {
        RequestPage page = new RequestPage(login, standing);
        Map<String, String> errors = errors(standing).beforehand();
        show(RequestPage.TEMPLATE, page.model(former().of(standing), errors));
    }

    private FormErrors errors(Standing standing) {
        int most = login.dataAccess().filing().mostPending();
        return new FormErrors(context.form(), standing.scopes().size(), most);
    }

    private void answer(Standing standing) {
        refusals.tell(standing);
        show(AnswerPage.TEMPLATE, new AnswerPage(login, standing).model());
    }

    private void show(Standing standing, RequestForm form, Map<String, String> errors) {
        show(RequestPage.TEMPLATE, new RequestPage(login, standing).model(form, errors));
    }

    private void show(String template, Map<String, Object> model) {
        LoginFormsProvider page = context.form().setAttribute("dataAccess", model);
        context.challenge(page.createForm(template));
    }
}
