/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.request.AccessRequest;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.authentication.RequiredActionContext;

/** The pages of the approval prompt, as one request of the browser is answered with. */
final class PromptPages {

    private final RequiredActionContext context;
    private final LoginContext login;

    PromptPages(RequiredActionContext context, LoginContext login) {
        this.context = context;
        this.login = login;
    }

    PreviousRequest former() {
        return new PreviousRequest(context.getAuthenticationSession(), login);
    }

    FormErrors errors(PromptState state) {
        int most = login.dataAccess().filing().mostPending();
        return new FormErrors(context.form(), state.scopes().size(), most);
    }

    /** The form that nobody has filled in yet, but for what somebody asked before. */
    void form(PromptState state, PreviousRequest previous) {
        List<AccessRequest> former = previous.of(state);
        show(
                RequestPage.TEMPLATE,
                new RequestPage(login, state).model(former, errors(state).beforehand()));
    }

    /**
     * The form as it was filled in.
     *
     * @param errors text by name of the field
     */
    void form(PromptState state, RequestForm form, Map<String, String> errors) {
        show(RequestPage.TEMPLATE, new RequestPage(login, state).model(form, errors));
    }

    WaitingPage waiting(PromptState state) {
        return new WaitingPage(login, state, context.form());
    }

    void waiting(PromptState state, Function<WaitingPage, Map<String, Object>> model) {
        show(WaitingPage.TEMPLATE, model.apply(waiting(state)));
    }

    void notice(PromptState state) {
        show(NoticePage.TEMPLATE, new NoticePage(login, state).model());
    }

    void device(PromptState state) {
        show(DevicePage.TEMPLATE, new DevicePage(login, state).model());
    }

    void answer(PromptState state) {
        show(AnswerPage.TEMPLATE, new AnswerPage(login, state).model());
    }

    /** With whether it answers a button: Keycloak sends a browser back to the page without asking us, and the button did nothing. */
    private void show(String template, Map<String, Object> model) {
        boolean isAnswer = HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod());
        context.challenge(context.form()
                .setAttribute("dataAccess", model)
                .setAttribute("dataAccessAnswered", isAnswer)
                .createForm(template));
    }
}
