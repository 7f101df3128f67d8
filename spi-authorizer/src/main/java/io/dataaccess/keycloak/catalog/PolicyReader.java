/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.access.TextRules;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.CelVocabulary;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionCompiler;
import io.dataaccess.keycloak.condition.ConditionException;
import io.dataaccess.keycloak.condition.TextPattern;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.ApprovalRule;
import io.dataaccess.keycloak.policy.PolicyDurations;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.TicketRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** Reads an approval policy from its component: the whole of it or nothing. */
final class PolicyReader {

    private static final int LONGEST_PATTERN = 1000;
    /** Of PUBLIC data only: any other policy says it. */
    private static final Duration USUAL_LOGIN_AGE = Duration.ofHours(1);

    private final ConditionCompiler conditions;

    PolicyReader(ConditionCompiler conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads a policy for use.
     *
     * @throws InvalidComponentException says which field is wrong or missing
     */
    ApprovalPolicy read(ComponentModel component) {
        String name = Optional.ofNullable(component.getName()).orElse("");
        if (name.isBlank()) {
            throw new InvalidComponentException("name", "nameless", "must be written");
        }
        ComponentConfig config = new ComponentConfig(component);
        config.requireOnly(PolicyFields.NAMES);
        ProtectionLevel level = config.level();
        requireWhatIsNeverLeftOut(config, level.sensitivity());
        ApprovalRule approval = approval(config, level.sensitivity());
        boolean asked = !approval.required().isEmpty();
        return new ApprovalPolicy(
                new PolicyVersion(name, PolicyHash.of(component)),
                level,
                condition(config, PolicyFields.ELIGIBILITY, CelVocabulary.ELIGIBILITY, "false"),
                condition(config, PolicyFields.EXEMPTION, CelVocabulary.ELIGIBILITY, "false"),
                config.flag(PolicyFields.NOTICE_BEFORE_ACCESS),
                approval,
                durations(config, asked),
                purposes(config, asked),
                new TicketRule(
                        config.text(PolicyFields.TICKET_PATTERN).map(this::pattern),
                        config.flag(PolicyFields.TICKET_REQUIRED),
                        ticketHint(config)),
                config.text(PolicyFields.CONTACT).orElse(""));
    }

    private static void requireWhatIsNeverLeftOut(ComponentConfig config, Sensitivity sensitivity) {
        if (sensitivity == Sensitivity.PUBLIC) {
            config.requireAll(
                    PolicyFields.NEVER_LEFT_OUT_IF_PUBLIC,
                    missing -> new InvalidComponentException(
                            missing,
                            "left_out_if_public",
                            "must be written: requiredApprovals is none, or groups with numbers, such as"
                                    + " /us-security=2"));
        } else {
            config.requireAll(
                    PolicyFields.NEVER_LEFT_OUT,
                    missing -> new InvalidComponentException(
                            missing,
                            "left_out",
                            "must be written: a policy for {sensitivity} data says who may ask, who must approve, who"
                                    + " may, and how fresh their login is",
                            ParameterizedText.naming("sensitivity", sensitivity.name())));
        }
    }

    private ApprovalRule approval(ComponentConfig config, Sensitivity sensitivity) {
        Map<String, Integer> required = RequiredApprovals.read(config, sensitivity);
        Condition condition = condition(config, PolicyFields.APPROVER_CONDITION, CelVocabulary.APPROVAL, "true");
        Duration maxAge = config.duration(PolicyFields.APPROVER_MAX_AGE, USUAL_LOGIN_AGE);
        String acr = config.text(PolicyFields.APPROVER_ACR).orElse("");
        return new ApprovalRule(required, condition, new RequiredLogin(maxAge, acr));
    }

    /** @param otherwise what a field says that may be left out */
    private Condition condition(ComponentConfig config, String field, CelVocabulary vocabulary, String otherwise) {
        try {
            return conditions.compile(config.text(field).orElse(otherwise), vocabulary);
        } catch (ConditionException e) {
            throw new InvalidComponentException(
                    field, "condition", "does not compile: {problem}", ParameterizedText.naming("problem", said(e)));
        }
    }

    private static List<String> purposes(ComponentConfig config, boolean asked) {
        List<String> purposes =
                config.list(PolicyFields.PURPOSES).stream().distinct().sorted().toList();
        if (!purposes.stream().allMatch(StorableText::isName)) {
            throw new InvalidComponentException(
                    PolicyFields.PURPOSES,
                    "purpose",
                    "has one longer than 255 characters, or with " + TextRules.HIDDEN);
        }
        if (asked && purposes.isEmpty()) {
            throw new InvalidComponentException(
                    PolicyFields.PURPOSES, "no_purpose", "is empty: nobody could file a request");
        }
        return purposes;
    }

    private static String ticketHint(ComponentConfig config) {
        String hint = config.text(PolicyFields.TICKET_HINT).orElse("");
        if (!StorableText.isName(hint)) {
            throw new InvalidComponentException(
                    PolicyFields.TICKET_HINT, "hint", "is longer than 255 characters, or has " + TextRules.HIDDEN);
        }
        return hint;
    }

    private static PolicyDurations durations(ComponentConfig config, boolean asked) {
        Duration token = config.requiredDuration(PolicyFields.MAX_TOKEN_LIFESPAN);
        Duration longest = asked
                ? config.requiredDuration(PolicyFields.MAX_DURATION)
                : config.duration(PolicyFields.MAX_DURATION, Duration.ofDays(1));
        Duration usual = config.duration(PolicyFields.DEFAULT_DURATION, longest);
        if (usual.compareTo(longest) > 0) {
            throw new InvalidComponentException(
                    PolicyFields.DEFAULT_DURATION, "longer_than_max", "is longer than maxDuration");
        }
        return new PolicyDurations(
                longest, usual, config.duration(PolicyFields.PENDING_EXPIRY, Duration.ofDays(1)), token);
    }

    private TextPattern pattern(String regex) {
        // Nested groups are compiled recursively, and long ones would overflow the stack.
        if (regex.length() > LONGEST_PATTERN) {
            throw new InvalidComponentException(
                    PolicyFields.TICKET_PATTERN,
                    "long_pattern",
                    "is longer than {longest} characters",
                    ParameterizedText.naming("longest", String.valueOf(LONGEST_PATTERN)));
        }
        try {
            return conditions.pattern(regex);
        } catch (ConditionException e) {
            throw new InvalidComponentException(
                    PolicyFields.TICKET_PATTERN,
                    "pattern",
                    "cannot be taken (RE2 syntax): {problem}",
                    ParameterizedText.naming("problem", said(e)));
        }
    }

    private static String said(ConditionException problem) {
        return String.valueOf(problem.getMessage());
    }
}
