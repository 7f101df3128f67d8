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
 * @param size whether it is, or rests on, how long a text or list of the person is
 * @param answers what it can be if it is a yes or no; empty for anything else
 * @param constant its value if it is written out
 */
record ProbeValue(boolean ofPerson, boolean size, Set<Boolean> answers, Optional<CelConstant> constant) {

    static final ProbeValue SOMETHING = new ProbeValue(false, false, Set.of(), Optional.empty());
    static final ProbeValue PERSON = new ProbeValue(true, false, Set.of(), Optional.empty());
    static final ProbeValue SIZE = new ProbeValue(true, true, Set.of(), Optional.empty());
    static final ProbeValue EITHER = new ProbeValue(false, false, Set.of(true, false), Optional.empty());
    static final ProbeValue UNTRUE = new ProbeValue(true, false, Set.of(false), Optional.empty());
    static final ProbeValue PERHAPS = new ProbeValue(true, false, Set.of(true, false), Optional.empty());

    /** Values that nobody lists, of the kinds that attributes have. A pattern that fits one fits what it does not name. */
    private static final List<String> UNLISTED_TEXTS =
            List.of("unlisted", "Unlisted Ltd.", "/unlisted", "unlisted@unlisted.example", "UNLISTED-7", "ZZ", "42");

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
        if (size || other.size) {
            return PERHAPS;
        }
        return ofPerson || other.ofPerson ? UNTRUE : EITHER;
    }

    /** A comparison of texts by this function of CEL. */
    ProbeValue like(String function, ProbeValue pattern) {
        if (!ofPerson) {
            return pattern.ofPerson ? UNTRUE : EITHER;
        }
        boolean fits = pattern.constant.stream()
                .map(CelConstant::stringValue)
                .anyMatch(text -> UNLISTED_TEXTS.stream().anyMatch(unlisted -> fits(function, unlisted, text)));
        return fits ? PERHAPS : UNTRUE;
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
