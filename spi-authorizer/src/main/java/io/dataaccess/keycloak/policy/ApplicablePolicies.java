/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static io.dataaccess.keycloak.condition.ConditionResult.FALSE;
import static io.dataaccess.keycloak.condition.ConditionResult.TRUE;
import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.condition.ConditionInput;
import io.dataaccess.keycloak.condition.ConditionResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The policies of one scope's categories, each of which must be satisfied. Never empty. */
public record ApplicablePolicies(List<ApprovalPolicy> all) {

    public ApplicablePolicies {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A guarded scope falls under a policy");
        }
    }

    /** Number of people by group path: per group the larger number, not the sum. */
    public Map<String, Integer> required() {
        return all.stream()
                .flatMap(policy -> policy.approval().required().entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
    }

    /** The shortest of each duration. */
    public PolicyDurations durations() {
        return all.stream()
                .map(policy -> policy.durations())
                .reduce(PolicyDurations::shortest)
                .orElseThrow();
    }

    /** What is granted when no duration is asked for. */
    public Duration defaultDuration() {
        return durations().defaultDuration();
    }

    /** The purposes that every policy knows, in the order of the first. */
    public List<String> purposes() {
        return all.get(0).purposes().stream()
                .filter(purpose ->
                        all.stream().allMatch(policy -> policy.purposes().contains(purpose)))
                .toList();
    }

    /**
     * Why the subject is not eligible now: somebody barred by one policy is barred, and what cannot be evaluated is not
     * true. Empty when every policy says yes. Whom nobody will find again is eligible for nothing.
     */
    public Optional<RefusalReason> ineligibility(ConditionInput input) {
        if (input.subject().account().transientUser()) {
            return Optional.of(RefusalReason.NOT_ELIGIBLE);
        }
        List<ConditionResult> verdicts =
                all.stream().map(policy -> policy.eligibility().evaluate(input)).toList();
        if (verdicts.contains(FALSE)) {
            return Optional.of(RefusalReason.NOT_ELIGIBLE);
        }
        return verdicts.stream().allMatch(TRUE::equals) ? Optional.empty() : Optional.of(RefusalReason.UNDECIDABLE);
    }

    /** Whether no policy asks for approvals, or exempts the subject; what cannot be evaluated is no exemption. */
    boolean askForNoApproval(ConditionInput input) {
        return all.stream()
                .allMatch(policy -> policy.approval().required().isEmpty()
                        || policy.exemption().evaluate(input) == TRUE);
    }

    public boolean requireTicket() {
        return all.stream().anyMatch(policy -> policy.ticket().required());
    }

    public boolean acceptTicket(Optional<String> ticket) {
        return all.stream().allMatch(policy -> policy.ticket().accepts(ticket));
    }

    /** Whether a login says once more what it opens, before it goes on. */
    public boolean giveNotice() {
        return all.stream().anyMatch(policy -> policy.noticeBeforeAccess());
    }

    /** What each says about the ticket that it wants, once. */
    public List<String> ticketHints() {
        return texts(policy -> policy.ticket().hint());
    }

    public List<String> contacts() {
        return texts(policy -> policy.contact());
    }

    private List<String> texts(Function<ApprovalPolicy, String> text) {
        return all.stream()
                .map(text)
                .filter(found -> !found.isBlank())
                .distinct()
                .toList();
    }

    public List<PolicyVersion> versions() {
        return all.stream().map(policy -> policy.version()).toList();
    }

    /** Those that name one of these groups. */
    public List<ApprovalPolicy> naming(Collection<String> groupPaths) {
        Set<String> paths = Set.copyOf(groupPaths);
        return all.stream()
                .filter(policy -> policy.approval().required().keySet().stream().anyMatch(paths::contains))
                .toList();
    }
}
