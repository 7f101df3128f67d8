/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody of whom nothing holds that a condition may say: in no list, in no group, like no pattern, between no bounds.
 * What is not about the person (the client, the scope, the time, the subject of an approval) may be either way, and so may
 * be what says nothing about who they are: how long a text or list of theirs is, of what type, before or after which text,
 * and how they compare with themselves. A condition that can be true for such a person does not list who is meant. One
 * that can be true for them when they have whatever attributes it asks for lists nobody either, unless it is known who has
 * them.
 */
final class DenyListAnalysis {

    private final CelAbstractSyntaxTree ast;
    private final String person;
    private final ProbeValue presence;

    private DenyListAnalysis(CelAbstractSyntaxTree ast, String person, ProbeValue presence) {
        this.ast = ast;
        this.person = person;
        this.presence = presence;
    }

    static ConditionReach reach(CelAbstractSyntaxTree ast, CelVocabulary vocabulary) {
        ProbeValue probe = probe(ast, vocabulary, ProbeValue.UNTRUE);
        if (probe.canBe(true)) {
            return probe.ofPerson() ? ConditionReach.UNLISTED : ConditionReach.EVERYBODY;
        }
        return probe(ast, vocabulary, ProbeValue.PERHAPS).canBe(true) ? ConditionReach.PRESENT : ConditionReach.LISTED;
    }

    private static ProbeValue probe(CelAbstractSyntaxTree ast, CelVocabulary vocabulary, ProbeValue presence) {
        return new DenyListAnalysis(ast, vocabulary.person(), presence).probe(ast.getExpr(), Map.of());
    }

    private ProbeValue probe(CelExpr expression, Map<String, ProbeValue> variables) {
        return switch (expression.getKind()) {
            case CONSTANT -> ProbeValue.of(expression.constant());
            case IDENT ->
                variables.getOrDefault(
                        expression.ident().name(), word(expression.ident().name()));
            case SELECT -> select(expression, variables);
            case CALL -> call(expression, variables);
            case LIST -> said(expression, expression.list().elements().stream(), variables);
            case COMPREHENSION -> loop(expression.comprehension(), variables);
            default -> ProbeValue.SOMETHING;
        };
    }

    private ProbeValue word(String name) {
        return person.equals(name) ? ProbeValue.PERSON : ProbeValue.SOMETHING;
    }

    private ProbeValue select(CelExpr expression, Map<String, ProbeValue> variables) {
        CelExpr operand = expression.select().operand();
        return expression.select().testOnly() && probe(operand, variables).ofPerson()
                ? presence
                : said(expression, Stream.of(operand), variables);
    }

    private ProbeValue call(CelExpr expression, Map<String, ProbeValue> variables) {
        CelCall call = expression.call();
        List<CelExpr> operands =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        List<ProbeValue> probes =
                operands.stream().map(operand -> probe(operand, variables)).toList();
        return switch (call.function()) {
            case "!_" -> probes.get(0).not();
            case "_&&_" -> probes.get(0).and(probes.get(1));
            case "_||_" -> probes.get(0).not().and(probes.get(1).not()).not();
            case "_?_:_" -> probes.get(0).choose(probes.get(1), probes.get(2));
            case "_==_" -> probes.get(0).equalTo(probes.get(1));
            case "_!=_" -> probes.get(0).equalTo(probes.get(1)).not();
            case "_<_", "_<=_", "_>_", "_>=_" ->
                probes.get(0).order(call.function(), probes.get(1), isOfTexts(operands.get(0)));
            case "@in" -> in(operands, probes, variables);
            case "size", "type" -> probes.get(0).ofPerson() ? ProbeValue.SIZE : ProbeValue.SOMETHING;
            case "string" ->
                probes.get(0).isAnswerOfPerson() ? ProbeValue.SIZE : said(expression, operands.stream(), variables);
            case "startsWith", "endsWith", "contains", "matches" ->
                probes.get(0).like(call.function(), probes.get(1));
            default -> said(expression, operands.stream(), variables);
        };
    }

    /** Numbers and times have bounds that say something. */
    private boolean isOfTexts(CelExpr operand) {
        return ast.getType(operand.id())
                .filter(type -> type.equals(SimpleType.STRING) || type.equals(SimpleType.BOOL))
                .isPresent();
    }

    private ProbeValue in(List<CelExpr> operands, List<ProbeValue> probes, Map<String, ProbeValue> variables) {
        ProbeValue element = probes.get(0);
        ProbeValue all = probes.get(1);
        CelExpr container = operands.get(1);
        if (container.getKind() == CelExpr.ExprKind.Kind.LIST) {
            return container.list().elements().stream()
                    .map(each -> element.equalTo(probe(each, variables)).not())
                    .reduce(ProbeValue::and)
                    .map(ProbeValue::not)
                    .orElse(ProbeValue.NEVER);
        }
        boolean isOfAttributes =
                ast.getType(container.id()).filter(MapType.class::isInstance).isPresent();
        return isOfAttributes && all.ofPerson() && !element.ofPerson() ? presence : element.equalTo(all);
    }

    /** Whatever is said of the person does not hold. */
    private ProbeValue said(CelExpr expression, Stream<CelExpr> parts, Map<String, ProbeValue> variables) {
        List<ProbeValue> probes = parts.map(part -> probe(part, variables)).toList();
        boolean ofPerson = probes.stream().anyMatch(ProbeValue::ofPerson);
        boolean size = probes.stream().anyMatch(ProbeValue::size);
        boolean answer =
                ast.getType(expression.id()).filter(SimpleType.BOOL::equals).isPresent();
        if (!answer) {
            return ofPerson ? (size ? ProbeValue.SIZE : ProbeValue.PERSON) : ProbeValue.SOMETHING;
        }
        return ofPerson ? (size ? ProbeValue.PERHAPS : ProbeValue.UNTRUE) : ProbeValue.EITHER;
    }

    private ProbeValue loop(CelComprehension loop, Map<String, ProbeValue> variables) {
        ProbeValue element = probe(loop.iterRange(), variables);
        ProbeValue outcome = probe(loop.accuInit(), variables);
        return outcome.answers().isEmpty()
                ? existsOne(loop, with(variables, loop.iterVar(), element))
                : existsOrAll(loop, element, outcome, variables);
    }

    /** It counts in how many rounds something holds: {@code <that> ? count + 1 : count}. */
    private ProbeValue existsOne(CelComprehension loop, Map<String, ProbeValue> variables) {
        return probe(loop.loopStep().call().args().get(0), variables).perhaps();
    }

    /** A list that is not written out may be empty, so that there is no round at all. */
    private ProbeValue existsOrAll(
            CelComprehension loop, ProbeValue element, ProbeValue start, Map<String, ProbeValue> variables) {
        boolean written = loop.iterRange().getKind() == CelExpr.ExprKind.Kind.LIST
                && !loop.iterRange().list().elements().isEmpty();
        ProbeValue outcome = start;
        if (written) {
            outcome = round(loop, element, outcome, variables);
        }
        // A yes or no does not change any more in further rounds.
        outcome = outcome.or(round(loop, element, outcome, variables));
        return probe(loop.result(), with(variables, loop.accuVar(), outcome));
    }

    private ProbeValue round(
            CelComprehension loop, ProbeValue element, ProbeValue outcome, Map<String, ProbeValue> variables) {
        return probe(loop.loopStep(), with(with(variables, loop.iterVar(), element), loop.accuVar(), outcome));
    }

    private static Map<String, ProbeValue> with(Map<String, ProbeValue> variables, String name, ProbeValue probe) {
        Map<String, ProbeValue> more = new HashMap<>(variables);
        more.put(name, probe);
        return more;
    }
}
