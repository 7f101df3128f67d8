/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.directory.GroupLabels;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ScopeDecision;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.Cancellation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The form: one for all scopes that have to be asked for, so it offers what the policies of all of them accept. */
final class RequestPage {

    static final String TEMPLATE = "data-access-request.ftl";
    private static final int LONGEST_KEEP_ALIVE_SECONDS = 120;

    private final LoginContext login;
    private final PromptState state;
    private final List<ApplicablePolicies> policies;

    RequestPage(LoginContext login, PromptState state) {
        this.login = login;
        this.state = state;
        this.policies = state.scopes().stream()
                .flatMap(scope -> scope.known().policies().stream())
                .toList();
    }

    /**
     * The form as it was sent before, with what was said against that, and whether that was withdrawn.
     *
     * @param former the requests it was sent as, the one to start from first
     * @param errors text by name of the field
     */
    Map<String, Object> model(List<AccessRequest> former, Map<String, String> errors) {
        Optional<AccessRequest> first = former.stream().findFirst();
        Map<String, Object> model = model(
                first.map(RequestForm::of).orElseGet(RequestForm::empty),
                errors,
                first.map(AccessRequest::id).stream().collect(Collectors.toSet()));
        model.put("prefilled", first.isPresent());
        model.put("comments", AnswerPage.comments(first.stream().toList()));
        model.put(
                "withdrawn",
                former.stream()
                        .flatMap(request -> request.state().cancellation().stream())
                        .filter(Cancellation.WITHDRAWN::equals)
                        .count());
        return model;
    }

    /**
     * The form as it was filled in.
     *
     * @param errors text by name of the field
     */
    Map<String, Object> model(RequestForm form, Map<String, String> errors) {
        return model(form, errors, Set.of());
    }

    /** @param told ids of requests of which the page tells already */
    private Map<String, Object> model(RequestForm form, Map<String, String> errors, Set<String> told) {
        PageModel page = new PageModel(login, state);
        DurationChoices durations = durations();
        Map<String, Object> model = page.with(
                state.scopes().stream().map(scope -> item(page, scope, told)).toList());
        model.put("keepAliveSeconds", keepAliveSeconds(login.realm().getAccessCodeLifespanUserAction()));
        model.put("purposes", purposes());
        model.put(ShownIds.FIELD, ShownIds.text(state.scopeIds()));
        model.put("ticketRequired", policies.stream().anyMatch(ApplicablePolicies::requireTicket));
        model.put(
                "ticketHint",
                VisibleText.line(policies.stream()
                        .flatMap(each -> each.ticketHints().stream())
                        .distinct()
                        .collect(Collectors.joining("; "))));
        model.put("maxDuration", durations.longestText());
        model.put("duration", durations.usualText());
        model.put(
                "durations",
                durations.texts().stream().map(text -> Map.of("value", text)).toList());
        model.put("form", form.typed());
        model.put("errors", errors);
        return model;
    }

    private Map<String, Object> item(PageModel page, ScopeDecision scope, Set<String> told) {
        Map<String, Object> item = page.item(scope);
        EndedAccess before = new EndedAccess(login);
        before.of(scope, page).ifPresent(ended -> item.put("ended", ended));
        before.denied(scope, page, told).ifPresent(denied -> item.put("denied", denied));
        Map<String, Integer> required = new TreeMap<>(
                scope.known().policies().map(ApplicablePolicies::required).orElse(Map.of()));
        item.put(
                "approvals",
                required.entrySet().stream()
                        .map(entry -> Map.of("group", groupName(entry.getKey()), "required", entry.getValue()))
                        .toList());
        return item;
    }

    private String groupName(String path) {
        GroupLabels names = GroupLabels.of(login.realm(), login.dataAccess().catalog());
        return login.dataAccess().people().group(path).map(names::of).orElseGet(() -> names.of(path));
    }

    private DurationChoices durations() {
        return new DurationChoices(
                shortest(each -> each.durations().maxDuration()), shortest(ApplicablePolicies::defaultDuration));
    }

    private Duration shortest(Function<ApplicablePolicies, Duration> duration) {
        return policies.stream().map(duration).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private List<String> purposes() {
        return policies.stream()
                .map(ApplicablePolicies::purposes)
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElse(List.of());
    }

    /** Often enough that the sign-in never ends while the form is open. */
    static int keepAliveSeconds(int lifespan) {
        return Math.max(1, Math.min(LONGEST_KEEP_ALIVE_SECONDS, lifespan / 2));
    }
}
