/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static java.util.stream.Collectors.toMap;

import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.CelVocabulary;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionCompiler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy in the words of its realm component, so that tests and scenarios can change one of them. */
public record PolicyDraft(String name, Map<String, List<String>> config) {

    private static final ConditionCompiler CONDITIONS = new ConditionCompiler(100);

    public PolicyDraft {
        config = Map.copyOf(config);
    }

    public PolicyDraft with(String key, String... values) {
        Map<String, List<String>> changed = new HashMap<>(config);
        changed.put(key, List.of(values));
        return new PolicyDraft(name, changed);
    }

    public PolicyDraft called(String other) {
        return new PolicyDraft(other, config);
    }

    public ApprovalPolicy policy() {
        return new ApprovalPolicy(
                new PolicyVersion(name, "sha256-of-" + name),
                new ProtectionLevel(text("jurisdiction"), Sensitivity.valueOf(text("sensitivity"))),
                condition("eligibility", CelVocabulary.ELIGIBILITY),
                condition("exemption", CelVocabulary.ELIGIBILITY),
                Boolean.parseBoolean(text("noticeBeforeAccess")),
                new ApprovalRule(
                        required(),
                        condition("approverCondition", CelVocabulary.APPROVAL),
                        new RequiredLogin(duration("approverMaxAge"), text("approverAcr"))),
                new PolicyDurations(
                        duration("maxDuration"), usual(), duration("pendingExpiry"), duration("maxTokenLifespan")),
                values("purposes"),
                new TicketRule(
                        Optional.of(text("ticketPattern"))
                                .filter(text -> !text.isEmpty())
                                .map(CONDITIONS::pattern),
                        Boolean.parseBoolean(text("ticketRequired")),
                        text("ticketHint")),
                text("contact"));
    }

    private Map<String, Integer> required() {
        return values("requiredApprovals").stream()
                .filter(text -> !text.equals("none"))
                .map(text -> text.split("=", 2))
                .collect(toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    }

    private Condition condition(String key, CelVocabulary vocabulary) {
        return CONDITIONS.compile(text(key), vocabulary);
    }

    /** Whoever shortens the longest shortens the usual one with it: anything else cannot be saved. */
    private Duration usual() {
        Duration longest = duration("maxDuration");
        Duration usual = duration("defaultDuration");
        return usual.compareTo(longest) <= 0 ? usual : longest;
    }

    private Duration duration(String key) {
        return Duration.parse(text(key));
    }

    private String text(String key) {
        return values(key).get(0);
    }

    private List<String> values(String key) {
        return config.getOrDefault(key, List.of());
    }
}
