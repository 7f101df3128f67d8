/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionException;
import io.dataaccess.keycloak.condition.Conditions;
import io.dataaccess.keycloak.condition.TextPattern;
import io.dataaccess.keycloak.condition.Vocabulary;
import io.dataaccess.keycloak.policy.Admission;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.ApprovalRule;
import io.dataaccess.keycloak.policy.Durations;
import io.dataaccess.keycloak.policy.FreshLogin;
import io.dataaccess.keycloak.policy.PolicyName;
import io.dataaccess.keycloak.policy.PolicyStamp;
import io.dataaccess.keycloak.policy.Terms;
import io.dataaccess.keycloak.policy.TicketRule;
import io.dataaccess.keycloak.request.Texts;
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

    private final Conditions conditions;

    PolicyReader(Conditions conditions) {
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
        Level level = config.level();
        requireWhatIsNeverLeftOut(config, level.sensitivity());
        Admission admission = new Admission(
                condition(config, PolicyFields.ELIGIBILITY, Vocabulary.ELIGIBILITY, "false"),
                condition(config, PolicyFields.EXEMPTION, Vocabulary.ELIGIBILITY, "false"),
                config.flag(PolicyFields.NOTICE_BEFORE_ACCESS));
        ApprovalRule approval = approval(config, level.sensitivity());
        boolean asked = !approval.required().isEmpty();
        Terms terms = new Terms(
                durations(config, asked),
                purposes(config, asked),
                new TicketRule(
                        config.text(PolicyFields.TICKET_PATTERN).map(this::pattern),
                        config.flag(PolicyFields.TICKET_REQUIRED),
                        ticketHint(config)),
                config.text(PolicyFields.CONTACT).orElse(""));
        PolicyStamp stamp = new PolicyStamp(name, PolicyHash.of(component));
        return new ApprovalPolicy(new PolicyName(stamp, level), admission, approval, terms);
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
                            Sentence.naming("sensitivity", sensitivity.name())));
        }
    }

    private ApprovalRule approval(ComponentConfig config, Sensitivity sensitivity) {
        Map<String, Integer> required = RequiredApprovals.read(config, sensitivity);
        Condition condition = condition(config, PolicyFields.APPROVER_CONDITION, Vocabulary.APPROVAL, "true");
        Duration maxAge = config.duration(PolicyFields.APPROVER_MAX_AGE, USUAL_LOGIN_AGE);
        String acr = config.text(PolicyFields.APPROVER_ACR).orElse("");
        return new ApprovalRule(required, condition, new FreshLogin(maxAge, acr));
    }

    /** @param otherwise what a field says that may be left out */
    private Condition condition(ComponentConfig config, String field, Vocabulary vocabulary, String otherwise) {
        try {
            return conditions.compile(config.text(field).orElse(otherwise), vocabulary);
        } catch (ConditionException e) {
            throw new InvalidComponentException(
                    field, "condition", "does not compile: {problem}", Sentence.naming("problem", said(e)));
        }
    }

    private static List<String> purposes(ComponentConfig config, boolean asked) {
        List<String> purposes =
                config.list(PolicyFields.PURPOSES).stream().distinct().sorted().toList();
        if (!purposes.stream().allMatch(StorableText::isName)) {
            throw new InvalidComponentException(
                    PolicyFields.PURPOSES, "purpose", "has one longer than 255 characters, or with " + Texts.HIDDEN);
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
                    PolicyFields.TICKET_HINT, "hint", "is longer than 255 characters, or has " + Texts.HIDDEN);
        }
        return hint;
    }

    private static Durations durations(ComponentConfig config, boolean asked) {
        Duration token = config.requiredDuration(PolicyFields.MAX_TOKEN_LIFESPAN);
        Duration longest = asked
                ? config.requiredDuration(PolicyFields.MAX_DURATION)
                : config.duration(PolicyFields.MAX_DURATION, Duration.ofDays(1));
        Duration usual = config.duration(PolicyFields.DEFAULT_DURATION, longest);
        if (usual.compareTo(longest) > 0) {
            throw new InvalidComponentException(
                    PolicyFields.DEFAULT_DURATION, "longer_than_max", "is longer than maxDuration");
        }
        return new Durations(longest, usual, config.duration(PolicyFields.PENDING_EXPIRY, Duration.ofDays(1)), token);
    }

    private TextPattern pattern(String regex) {
        // Nested groups are compiled recursively, and long ones would overflow the stack.
        if (regex.length() > LONGEST_PATTERN) {
            throw new InvalidComponentException(
                    PolicyFields.TICKET_PATTERN,
                    "long_pattern",
                    "is longer than {longest} characters",
                    Sentence.naming("longest", String.valueOf(LONGEST_PATTERN)));
        }
        try {
            return conditions.pattern(regex);
        } catch (ConditionException e) {
            throw new InvalidComponentException(
                    PolicyFields.TICKET_PATTERN,
                    "pattern",
                    "cannot be taken (RE2 syntax): {problem}",
                    Sentence.naming("problem", said(e)));
        }
    }

    private static String said(ConditionException problem) {
        return String.valueOf(problem.getMessage());
    }
}
