/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import io.dataaccess.keycloak.condition.Condition;
import io.dataaccess.keycloak.condition.ConditionException;
import io.dataaccess.keycloak.condition.Conditions;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.keycloak.component.ComponentModel;

/** Reads an approval policy from its component. */
final class PolicyReader {

    private static final int LONGEST_PATTERN = 1000;
    private static final Duration USUAL_LOGIN_AGE = Duration.ofHours(1);

    private final Conditions conditions;

    PolicyReader(Conditions conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads a policy for use. A condition that does not compile is kept, and never true.
     *
     * @param complain told of such a condition
     * @throws InvalidComponentException says which other field is wrong
     */
    ApprovalPolicy read(ComponentModel component, Consumer<String> complain) {
        ComponentConfig config = new ComponentConfig(component, complain);
        Admission admission = new Admission(
                condition(config, "eligibility", Vocabulary.ELIGIBILITY),
                condition(config, "exemption", Vocabulary.ELIGIBILITY));
        ApprovalRule approval = new ApprovalRule(
                requiredApprovals(config),
                condition(config, "approverCondition", Vocabulary.APPROVAL),
                new FreshLogin(
                        config.duration("approverMaxAge", USUAL_LOGIN_AGE),
                        config.text("approverAcr").orElse("")));
        Terms terms = new Terms(
                durations(config),
                config.list("purposes").stream().sorted().toList(),
                new TicketRule(config.text("ticketPattern").map(PolicyReader::pattern), config.flag("ticketRequired")),
                config.text("contact").orElse(""));
        if (!terms.purposes().stream().allMatch(StorableText::isName)) {
            throw new InvalidComponentException(
                    "purposes", "has one longer than 255 characters, or with " + Texts.HIDDEN);
        }
        if (!approval.required().isEmpty() && terms.purposes().isEmpty()) {
            throw new InvalidComponentException("purposes", "is empty: nobody could file a request");
        }
        String name = Optional.ofNullable(component.getName()).orElse("");
        return new ApprovalPolicy(
                new PolicyName(new PolicyStamp(name, sha256(component)), config.level()), admission, approval, terms);
    }

    private Condition condition(ComponentConfig config, String field, Vocabulary vocabulary) {
        String otherwise = field.equals("exemption") ? "false" : "";
        String source = config.text(field).orElse(otherwise);
        if (source.isEmpty() && field.equals("approverCondition")) {
            source = "true";
        }
        try {
            return conditions.compile(source, vocabulary);
        } catch (ConditionException e) {
            config.complain(field + " does not compile: " + e.getMessage());
            return Condition.unusable(source);
        }
    }

    private static Map<String, Integer> requiredApprovals(ComponentConfig config) {
        Map<String, Integer> required = new HashMap<>();
        for (String entry : config.list("requiredApprovals")) {
            int split = entry.lastIndexOf('=');
            String path = split < 0 ? entry : entry.substring(0, split).strip();
            String number = split < 0 ? "" : entry.substring(split + 1).strip();
            if (!path.startsWith("/") || path.length() < 2 || !number.matches("[1-9][0-9]{0,2}")) {
                throw new InvalidComponentException(
                        "requiredApprovals", "'" + entry + "' is no group path with a number, such as /us-security=2");
            }
            if (required.put(path, Integer.parseInt(number)) != null) {
                throw new InvalidComponentException("requiredApprovals", "names " + path + " twice");
            }
        }
        return required;
    }

    private static Durations durations(ComponentConfig config) {
        Duration token = config.requiredDuration("maxTokenLifespan");
        boolean approvals = !config.list("requiredApprovals").isEmpty();
        Duration longest =
                approvals ? config.requiredDuration("maxDuration") : config.duration("maxDuration", Duration.ofDays(1));
        Duration usual = config.duration("defaultDuration", longest);
        if (usual.compareTo(longest) > 0) {
            throw new InvalidComponentException("defaultDuration", "is longer than maxDuration");
        }
        return new Durations(longest, usual, config.duration("pendingExpiry", Duration.ofDays(1)), token);
    }

    private static Pattern pattern(String regex) {
        // Java compiles nested groups recursively, and would overflow the stack on long ones.
        if (regex.length() > LONGEST_PATTERN) {
            throw new InvalidComponentException("ticketPattern", "is longer than " + LONGEST_PATTERN + " characters");
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new InvalidComponentException("ticketPattern", "is no regular expression: " + e.getDescription());
        }
    }

    /**
     * Of the name and every field, fields and values in alphabetical order: Keycloak does not keep the order of several
     * values. What separates them cannot stand in them.
     */
    private static String sha256(ComponentModel component) {
        StringBuilder text = new StringBuilder(String.valueOf(component.getName()));
        new TreeMap<>(component.getConfig())
                .forEach((field, values) -> text.append('\0')
                        .append(field)
                        .append('\1')
                        .append(String.join("\1", values.stream().sorted().toList())));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
