/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import com.google.re2j.Pattern;
import dev.cel.common.ast.CelConstant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What part of a condition can be, as far as it is known for a {@link DenyListAnalysis}.
 *
 * @param ofPerson whether it depends on the person
 * @param size whether it is, or rests on, how long a text or list of the person is, or of what type
 * @param answers what it can be if it is a yes or no; empty for anything else
 * @param constant its value if it is written out
 */
record ProbeValue(boolean ofPerson, boolean size, Set<Boolean> answers, Optional<CelConstant> constant) {

    static final ProbeValue SOMETHING = new ProbeValue(false, false, Set.of(), Optional.empty());
    static final ProbeValue PERSON = new ProbeValue(true, false, Set.of(), Optional.empty());
    static final ProbeValue SIZE = new ProbeValue(true, true, Set.of(), Optional.empty());
    static final ProbeValue EITHER = new ProbeValue(false, false, Set.of(true, false), Optional.empty());
    static final ProbeValue NEVER = new ProbeValue(false, false, Set.of(false), Optional.empty());
    static final ProbeValue UNTRUE = new ProbeValue(true, false, Set.of(false), Optional.empty());
    static final ProbeValue PERHAPS = new ProbeValue(true, false, Set.of(true, false), Optional.empty());

    /** Values that nobody lists, of the kinds that attributes have. A pattern that fits one fits what it does not name. */
    private static final List<String> UNLISTED_TEXTS =
            List.of("unlisted", "Unlisted Ltd.", "/unlisted", "unlisted@unlisted.example", "UNLISTED-7", "ZZ", "42");

    /** Forms that many values have: whoever writes a pattern of the form alone lists nobody. */
    private static final List<String> UNLISTED_FORMS = List.of("99999999-9999-4999-8999-999999999999", "000000", "zz");

    /** Numbers that attributes have: a bound that they all keep bounds nothing. */
    private static final List<Double> UNLISTED_NUMBERS = List.of(0.0, 1e6);

    static ProbeValue of(CelConstant constant) {
        Set<Boolean> answers =
                constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE ? Set.of(constant.booleanValue()) : Set.of();
        return new ProbeValue(false, false, answers, Optional.of(constant));
    }

    boolean canBe(boolean answer) {
        return answers.contains(answer);
    }

    /** This value, where it may also be no. */
    ProbeValue perhaps() {
        return answering(this, Stream.concat(answers.stream(), Stream.of(false)));
    }

    ProbeValue not() {
        return answering(this, answers.stream().map(answer -> !answer));
    }

    ProbeValue and(ProbeValue other) {
        return answering(
                other, answers.stream().flatMap(one -> other.answers.stream().map(two -> one && two)));
    }

    /** One of both: nobody knows which. */
    ProbeValue or(ProbeValue other) {
        return answering(other, Stream.concat(answers.stream(), other.answers.stream()));
    }

    ProbeValue choose(ProbeValue yes, ProbeValue no) {
        ProbeValue chosen = canBe(true) ? (canBe(false) ? yes.or(no) : yes) : no;
        return new ProbeValue(ofPerson || chosen.ofPerson, chosen.size, chosen.answers, chosen.constant);
    }

    ProbeValue equalTo(ProbeValue other) {
        if (!answers.isEmpty() && !other.answers.isEmpty()) {
            return answering(
                    other,
                    answers.stream().flatMap(one -> other.answers.stream().map(one::equals)));
        }
        if (constant.isPresent() && other.constant.isPresent()) {
            return answering(other, Stream.of(constant.equals(other.constant)));
        }
        return compared(other, false);
    }

    /** A comparison with what is not known, or with what it says nothing about. */
    private ProbeValue compared(ProbeValue other, boolean isAnybodys) {
        if (!ofPerson && !other.ofPerson) {
            return EITHER;
        }
        boolean saysNothing = isAnybodys || size || other.size || isOfSame(other);
        return saysNothing ? PERHAPS : UNTRUE;
    }

    /** Whether it is a yes or no about the person: written as a text it is one of two. */
    boolean isAnswerOfPerson() {
        return ofPerson && !answers.isEmpty();
    }

    /** Whether the person is compared with themselves. */
    boolean isOfSame(ProbeValue other) {
        return ofPerson && other.ofPerson;
    }

    /** An order of texts says nothing of who somebody is. */
    ProbeValue order(String function, ProbeValue other, boolean isOfTexts) {
        boolean isKept = UNLISTED_NUMBERS.stream().allMatch(number -> isKept(function, other, number));
        return compared(other, isOfTexts || isKept);
    }

    private boolean isKept(String function, ProbeValue other, double unlisted) {
        Optional<Double> left = ofPerson ? Optional.of(unlisted) : number();
        Optional<Double> right = other.ofPerson ? Optional.of(unlisted) : other.number();
        return left.isPresent()
                && right.isPresent()
                && switch (function) {
                    case "_<_" -> left.get() < right.get();
                    case "_<=_" -> left.get() <= right.get();
                    case "_>_" -> left.get() > right.get();
                    default -> left.get() >= right.get();
                };
    }

    private Optional<Double> number() {
        return constant.flatMap(written -> switch (written.getKind()) {
            case INT64_VALUE -> Optional.of((double) written.int64Value());
            case UINT64_VALUE -> Optional.of(written.uint64Value().doubleValue());
            case DOUBLE_VALUE -> Optional.of(written.doubleValue());
            default -> Optional.empty();
        });
    }

    /** A comparison of texts by this function of CEL. */
    ProbeValue like(String function, ProbeValue pattern) {
        if (!ofPerson) {
            return pattern.ofPerson ? UNTRUE : EITHER;
        }
        boolean fits = pattern.constant.stream()
                .map(CelConstant::stringValue)
                .anyMatch(text -> unlisted(function).anyMatch(unlisted -> fits(function, unlisted, text)));
        return fits || pattern.ofPerson ? PERHAPS : UNTRUE;
    }

    private static Stream<String> unlisted(String function) {
        return function.equals("matches")
                ? Stream.concat(UNLISTED_TEXTS.stream(), UNLISTED_FORMS.stream())
                : UNLISTED_TEXTS.stream();
    }

    private static boolean fits(String function, String unlisted, String text) {
        return switch (function) {
            case "startsWith" -> unlisted.startsWith(text);
            case "endsWith" -> unlisted.endsWith(text);
            case "contains" -> unlisted.contains(text);
            default -> Pattern.compile(text).matcher(unlisted).find();
        };
    }

    private ProbeValue answering(ProbeValue other, Stream<Boolean> all) {
        return new ProbeValue(
                ofPerson || other.ofPerson,
                size || other.size,
                all.collect(Collectors.toUnmodifiableSet()),
                Optional.empty());
    }
}
