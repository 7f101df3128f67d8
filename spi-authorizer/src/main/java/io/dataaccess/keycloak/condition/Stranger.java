/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody of whom nothing holds that a condition may say: in no list, in no group, like no pattern, between no bounds.
 * What is not about the person (the client, the scope, the time, the subject of an approval) may be either way, and so may
 * be how long a text or list of theirs is: that says nothing about who they are. A condition that can be true for
 * such a person does not list who is meant.
 */
final class Stranger {

    private final CelAbstractSyntaxTree ast;
    private final String person;

    private Stranger(CelAbstractSyntaxTree ast, String person) {
        this.ast = ast;
        this.person = person;
    }

    static Reach reach(CelAbstractSyntaxTree ast, Vocabulary vocabulary) {
        Guess guess = new Stranger(ast, vocabulary.person()).guess(ast.getExpr(), Map.of());
        if (!guess.canBe(true)) {
            return Reach.LISTED;
        }
        return guess.ofPerson() ? Reach.UNLISTED : Reach.EVERYBODY;
    }

    private Guess guess(CelExpr expression, Map<String, Guess> variables) {
        return switch (expression.getKind()) {
            case CONSTANT -> Guess.of(expression.constant());
            case IDENT ->
                variables.getOrDefault(
                        expression.ident().name(), word(expression.ident().name()));
            case SELECT -> said(expression, Stream.of(expression.select().operand()), variables);
            case CALL -> call(expression, variables);
            case LIST -> said(expression, expression.list().elements().stream(), variables);
            case COMPREHENSION -> loop(expression.comprehension(), variables);
            default -> Guess.SOMETHING;
        };
    }

    private Guess word(String name) {
        return person.equals(name) ? Guess.PERSON : Guess.SOMETHING;
    }

    private Guess call(CelExpr expression, Map<String, Guess> variables) {
        CelCall call = expression.call();
        List<CelExpr> operands =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        List<Guess> guesses =
                operands.stream().map(operand -> guess(operand, variables)).toList();
        return switch (call.function()) {
            case "!_" -> guesses.get(0).not();
            case "_&&_" -> guesses.get(0).and(guesses.get(1));
            case "_||_" -> guesses.get(0).not().and(guesses.get(1).not()).not();
            case "_?_:_" -> guesses.get(0).choose(guesses.get(1), guesses.get(2));
            case "_==_" -> guesses.get(0).equalTo(guesses.get(1));
            case "_!=_" -> guesses.get(0).equalTo(guesses.get(1)).not();
            case "size" -> guesses.get(0).ofPerson() ? Guess.SIZE : Guess.SOMETHING;
            case "startsWith", "endsWith", "contains", "matches" ->
                guesses.get(0).like(call.function(), guesses.get(1));
            default -> said(expression, operands.stream(), variables);
        };
    }

    /** Whatever is said of the person does not hold. */
    private Guess said(CelExpr expression, Stream<CelExpr> parts, Map<String, Guess> variables) {
        List<Guess> guesses = parts.map(part -> guess(part, variables)).toList();
        boolean ofPerson = guesses.stream().anyMatch(Guess::ofPerson);
        boolean size = guesses.stream().anyMatch(Guess::size);
        boolean answer =
                ast.getType(expression.id()).filter(SimpleType.BOOL::equals).isPresent();
        if (!answer) {
            return ofPerson ? (size ? Guess.SIZE : Guess.PERSON) : Guess.SOMETHING;
        }
        return ofPerson ? (size ? Guess.PERHAPS : Guess.UNTRUE) : Guess.EITHER;
    }

    private Guess loop(CelComprehension loop, Map<String, Guess> variables) {
        Guess element = guess(loop.iterRange(), variables);
        Guess outcome = guess(loop.accuInit(), variables);
        return outcome.answers().isEmpty()
                ? existsOne(loop, with(variables, loop.iterVar(), element))
                : existsOrAll(loop, element, outcome, variables);
    }

    /** It counts in how many rounds something holds: {@code <that> ? count + 1 : count}. */
    private Guess existsOne(CelComprehension loop, Map<String, Guess> variables) {
        return guess(loop.loopStep().call().args().get(0), variables).perhaps();
    }

    /** A list that is not written out may be empty, so that there is no round at all. */
    private Guess existsOrAll(CelComprehension loop, Guess element, Guess start, Map<String, Guess> variables) {
        boolean written = loop.iterRange().getKind() == CelExpr.ExprKind.Kind.LIST
                && !loop.iterRange().list().elements().isEmpty();
        Guess outcome = start;
        if (written) {
            outcome = round(loop, element, outcome, variables);
        }
        // A yes or no does not change any more in further rounds.
        outcome = outcome.or(round(loop, element, outcome, variables));
        return guess(loop.result(), with(variables, loop.accuVar(), outcome));
    }

    private Guess round(CelComprehension loop, Guess element, Guess outcome, Map<String, Guess> variables) {
        return guess(loop.loopStep(), with(with(variables, loop.iterVar(), element), loop.accuVar(), outcome));
    }

    private static Map<String, Guess> with(Map<String, Guess> variables, String name, Guess guess) {
        Map<String, Guess> more = new HashMap<>(variables);
        more.put(name, guess);
        return more;
    }
}
