/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelValidationException;

/** Puts what CEL has to say into words for the person who wrote the condition. */
final class CelIssues {

    private CelIssues() {}

    /** The first issue only: those after it are often its consequences. */
    static ConditionException first(CelValidationException invalid) {
        return invalid.getErrors().stream()
                .findFirst()
                .map(issue -> ConditionException.at(issue.getSourceLocation(), text(issue.getMessage())))
                .orElseGet(() -> new ConditionException("the condition cannot be read: " + invalid.getMessage()));
    }

    private static String text(String message) {
        return message.replaceAll(" \\((in container|candidates:) .*", "")
                .replaceAll(" expecting \\{.*", "")
                .replaceAll("(?s)token recognition error at: '([=&|]).*", "a single '$1' is no operator, write '$1$1'")
                .replace(" validation failed. Reason: evaluation error:", " cannot be read:")
                .replaceAll(
                        "Expression recursion limit exceeded. limit: (\\d+)", "nested deeper than $1, write it flatter")
                .replace("'<EOF>'", "the end of the condition")
                .replace("'@in'", "'in'")
                .replace("'_[_]'", "'[]'")
                .replaceAll("'_?(\\W+)_'", "'$1'");
    }
}
