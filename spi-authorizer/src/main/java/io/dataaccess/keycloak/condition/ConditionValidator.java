/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of a condition beyond CEL's own checks: that it answers yes or no, that its patterns and loops are
 * bounded, and that the attributes it reads are known beforehand, because their values are kept as evidence.
 */
final class ConditionValidator {

    private static final Set<String> PEOPLE = Set.of("subject", "approver");
    private static final int MAX_NESTED_LOOPS = 2;

    private final CelAbstractSyntaxTree ast;
    private final CelVocabulary vocabulary;
    private final Map<String, Set<String>> attributes = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private boolean usernameRead;
    private boolean groupsRead;

    ConditionValidator(CelAbstractSyntaxTree ast, CelVocabulary vocabulary) {
        this.ast = ast;
        this.vocabulary = vocabulary;
        if (!ast.getResultType().equals(SimpleType.BOOL)) {
            throw refusal(
                    CelNavigableAst.fromAst(ast).getRoot(),
                    "a condition must be true or false, this is of type '"
                            + ast.getResultType().name() + "'");
        }
        CelNavigableAst.fromAst(ast).getRoot().allNodes().forEach(this::look);
    }

    Set<String> attributesOf(String person) {
        return attributes.getOrDefault(person, Set.of());
    }

    boolean isRead(String person) {
        return people.contains(person);
    }

    boolean isUsernameRead() {
        return usernameRead;
    }

    boolean isGroupsRead() {
        return groupsRead;
    }

    ConditionReach reach() {
        return DenyListAnalysis.reach(ast, vocabulary);
    }

    private void look(CelNavigableExpr node) {
        switch (node.getKind()) {
            case IDENT -> person(node).ifPresent(name -> lookAtPerson(node, name));
            case CALL -> lookAtPattern(node);
            case COMPREHENSION -> lookAtLoop(node);
            default -> {}
        }
    }

    private void lookAtPerson(CelNavigableExpr node, String person) {
        CelNavigableExpr field = node.parent()
                .filter(parent -> parent.getKind() == Kind.SELECT)
                .orElseThrow(() -> refusal(node, "use a field of '" + person + "', such as " + person + ".username"));
        people.add(person);
        usernameRead |= field.expr().select().field().equals("username");
        groupsRead |= field.expr().select().field().equals("groups");
        if (field.expr().select().field().equals("attributes")) {
            String name = field.parent()
                    .flatMap(use -> attributeName(use.expr(), field.id()))
                    .orElseThrow(() -> refusal(
                            field, "attributes are read by their names, such as " + person + ".attributes['country']"));
            attributes.computeIfAbsent(person, any -> new TreeSet<>()).add(name);
        }
    }

    private void lookAtPattern(CelNavigableExpr node) {
        CelExpr.CelCall call = node.expr().call();
        if (call.function().equals("matches")) {
            CelExpr pattern = call.args().get(call.args().size() - 1);
            text(pattern)
                    .map(CelPatterns::problem)
                    .orElse(Optional.of("a pattern is written out as a text, it is not computed"))
                    .ifPresent(problem -> {
                        throw ConditionException.at(ast, pattern.id(), problem);
                    });
        }
    }

    private void lookAtLoop(CelNavigableExpr node) {
        int depth = 1;
        Optional<CelNavigableExpr> outer = node.parent();
        while (outer.isPresent()) {
            depth += outer.get().getKind() == Kind.COMPREHENSION ? 1 : 0;
            outer = outer.get().parent();
        }
        if (depth > MAX_NESTED_LOOPS) {
            throw refusal(node, "all, exists and exists_one nest at most " + MAX_NESTED_LOOPS + " deep");
        }
    }

    /** The name behind {@code attributes.x}, {@code attributes['x']} and {@code 'x' in attributes}. */
    private static Optional<String> attributeName(CelExpr use, long attributesId) {
        return switch (use.getKind()) {
            case SELECT -> Optional.of(use.select().field());
            case CALL ->
                switch (use.call().function()) {
                    case "_[_]" -> text(use.call().args().get(1));
                    case "@in" ->
                        use.call().args().get(1).id() == attributesId
                                ? text(use.call().args().get(0))
                                : Optional.empty();
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(CelExpr expression) {
        return Optional.of(expression)
                .filter(any -> any.getKind() == Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue);
    }

    private Optional<String> person(CelNavigableExpr node) {
        return ast.getReference(node.id()).map(CelReference::name).filter(PEOPLE::contains);
    }

    private ConditionException refusal(CelNavigableExpr node, String message) {
        return ConditionException.at(ast, node.id(), message);
    }
}
