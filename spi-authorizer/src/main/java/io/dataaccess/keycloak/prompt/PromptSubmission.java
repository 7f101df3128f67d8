/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.RejectedException;
import io.dataaccess.keycloak.access.Rejection;
import io.dataaccess.keycloak.access.TooSoonException;
import io.dataaccess.keycloak.classification.GuardedScope;
import io.dataaccess.keycloak.request.Filing;
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
    private final RequestForm form;
    private final List<GuardedScope> scopes;
    private final String bundle = UUID.randomUUID().toString();

    PromptSubmission(LoginContext login, RequestForm form, List<GuardedScope> scopes) {
        this.login = login;
        this.form = form;
        this.scopes = scopes;
    }

    /** What is wrong with it; nothing has been filed. */
    Set<Rejection> problems() {
        Filing filing = login.dataAccess().filing();
        Set<Rejection> problems = EnumSet.noneOf(Rejection.class);
        Optional<Duration> duration = Optional.empty();
        try {
            duration = form.askedDuration();
        } catch (RejectedException e) {
            problems.add(e.rejection());
        }
        for (GuardedScope scope : scopes) {
            problems.addAll(filing.problems(draft(scope, duration)));
        }
        try {
            filing.checkRoom(login.userRef(), scopes.size());
            filing.checkPace(login.userRef(), bundle);
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
        Filing filing = login.dataAccess().filing();
        Optional<Duration> duration = form.askedDuration();
        List<FilingResult> filed = scopes.stream()
                .map(scope -> filing.file(draft(scope, duration)))
                .toList();
        filed.forEach(login.dataAccess().userEvents()::filed);
    }

    private RequestDraft draft(GuardedScope scope, Optional<Duration> duration) {
        return new RequestDraft(
                login.query(scope).subject(),
                login.query(scope),
                form.reason(),
                new RequestDraft.Wanted(duration, form.urgent(), bundle));
    }
}
