/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.change;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which changes of a field surely lessen nothing. Whatever is not known here lessens the protection: fields of other names,
 * conditions, values that cannot be read.
 */
final class FieldComparison {

    static final String REQUIRED_APPROVALS = "requiredApprovals";
    static final String LABEL = "label";

    private static final String NONE = "none";

    private static final Map<String, BiPredicate<List<String>, List<String>>> HARMLESS = Map.ofEntries(
            Map.entry(LABEL, FieldComparison::isText),
            Map.entry("contact", FieldComparison::isText),
            Map.entry("ticketHint", FieldComparison::isText),
            Map.entry("maxDuration", FieldComparison::isShorter),
            Map.entry("defaultDuration", FieldComparison::isShorter),
            Map.entry("pendingExpiry", FieldComparison::isShorter),
            Map.entry("maxTokenLifespan", FieldComparison::isShorter),
            Map.entry("approverMaxAge", FieldComparison::isShorter),
            Map.entry("ticketRequired", FieldComparison::isSwitchedOn),
            Map.entry("noticeBeforeAccess", FieldComparison::isSwitchedOn),
            Map.entry("ticketPattern", FieldComparison::isNew),
            Map.entry("approverAcr", FieldComparison::isNew),
            Map.entry("purposes", FieldComparison::isPart),
            Map.entry(REQUIRED_APPROVALS, FieldComparison::asksForMore));

    private FieldComparison() {}

    /** Whether nothing is lessened when this field says the one in place of the other; no values stand for a missing field. */
    static boolean isHarmless(String field, List<String> from, List<String> to) {
        return from.equals(to)
                || HARMLESS.getOrDefault(field, (old, now) -> false).test(from, to);
    }

    /** Whether the field says that nobody must approve. */
    static boolean isNobody(List<String> requiredApprovals) {
        return requiredApprovals.equals(List.of(NONE));
    }

    /** Whatever it says, people read it and nothing is decided by it. */
    private static boolean isText(List<String> from, List<String> to) {
        return true;
    }

    private static boolean isShorter(List<String> from, List<String> to) {
        Optional<Duration> before = duration(from);
        Optional<Duration> after = duration(to);
        return before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) <= 0;
    }

    private static Optional<Duration> duration(List<String> values) {
        if (values.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(values.get(0)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isSwitchedOn(List<String> from, List<String> to) {
        return to.size() == 1 && to.get(0).toLowerCase(Locale.ROOT).equals("true");
    }

    private static boolean isNew(List<String> from, List<String> to) {
        return from.isEmpty() && to.size() == 1;
    }

    private static boolean isPart(List<String> from, List<String> to) {
        return !to.isEmpty() && from.containsAll(to);
    }

    /** Each group as often as before, and others as well perhaps. */
    private static boolean asksForMore(List<String> from, List<String> to) {
        Optional<Map<String, Integer>> before = isNobody(from) ? Optional.of(Map.of()) : approvals(from);
        Optional<Map<String, Integer>> after = approvals(to);
        return before.isPresent()
                && after.isPresent()
                && before.get().entrySet().stream()
                        .allMatch(one -> after.get().getOrDefault(one.getKey(), 0) >= one.getValue());
    }

    /** Number of people by group path; empty when it cannot be read whole. */
    static Optional<Map<String, Integer>> approvals(List<String> values) {
        Map<String, Integer> read = new HashMap<>();
        for (String value : values) {
            int split = value.lastIndexOf('=');
            String path = split < 0 ? "" : value.substring(0, split).strip();
            String number = split < 0 ? "" : value.substring(split + 1).strip();
            if (!path.startsWith("/")
                    || !number.matches("[1-9][0-9]{0,2}")
                    || read.put(path, Integer.valueOf(number)) != null) {
                return Optional.empty();
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(read));
    }
}
