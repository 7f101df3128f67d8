/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Filer;
import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.request.Filing;
import io.dataaccess.keycloak.request.Filing.CheckedDraft;
import io.dataaccess.keycloak.request.FilingResult;
import io.dataaccess.keycloak.request.RequestDraft;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One form, one request per scope: all of them are filed, or none. */
final class PromptSubmission {

    private final LoginContext login;
    private final Filing filing;
    private final String bundle;
    private final List<CheckedDraft> drafts;
    private final Set<Rejection> problems = EnumSet.noneOf(Rejection.class);

    /** Looks at what was posted; nothing is filed yet. */
    PromptSubmission(LoginContext login, RequestForm form, List<GuardedScope> scopes) {
        this.login = login;
        this.filing = login.dataAccess().filing();
        this.bundle = UUID.randomUUID().toString();
        Optional<Duration> duration = Optional.empty();
        try {
            duration = form.askedDuration();
        } catch (RejectedException e) {
            problems.add(e.rejection());
        }
        RequestDraft.Wanted wanted = new RequestDraft.Wanted(duration, form.urgent(), bundle, Optional.empty());
        this.drafts = scopes.stream()
                .map(login::query)
                .map(query -> filing.check(new RequestDraft(query.subject(), query, form.reason(), wanted)))
                .toList();
        drafts.forEach(draft -> draft.problems().forEach(problem -> problems.add(problem.rejection())));
    }

    /** What is wrong with it; nothing has been filed. */
    Set<Rejection> problems() {
        try {
            Filer person = Filer.inPerson(login.userRef());
            filing.checkRoom(person, drafts.size());
            filing.checkPace(person, bundle);
        } catch (RejectedException e) {
            problems.add(e.rejection());
        } catch (TooSoonException e) {
            problems.add(Rejection.TOO_SOON);
        }
        return problems;
    }

    /**
     * Files it.
     *
     * @throws RejectedException when something changed since it was checked; then some may have been filed
     * @throws TooSoonException when the person filed elsewhere since; then some may have been filed
     */
    void file() {
        List<FilingResult> filed = drafts.stream().map(filing::file).toList();
        filed.forEach(login.dataAccess().userEvents()::filed);
    }
}
