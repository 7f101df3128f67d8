/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import java.util.Optional;

/** A condition that can never be evaluated; the message says where and why, for the person who wrote it. */
public final class ConditionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ConditionException(String message) {
        super(message);
    }

    static ConditionException at(CelSourceLocation location, String message) {
        // CEL counts columns from zero, and has no place for what concerns the whole expression.
        int line = Math.max(location.getLine(), 1);
        int column = Math.max(location.getColumn(), 0) + 1;
        return new ConditionException("line " + line + ", column " + column + ": " + message);
    }

    static ConditionException at(CelAbstractSyntaxTree ast, long expressionId, String message) {
        return at(
                Optional.ofNullable(ast.getSource().getPositionsMap().get(expressionId))
                        .flatMap(ast.getSource()::getOffsetLocation)
                        .orElse(CelSourceLocation.NONE),
                message);
    }
}
