/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Conditions in CEL: right ones, nearly right ones, too costly ones, and what is no CEL at all. */
final class Conditions {

    private static final List<String> ATOMS = List.of(
            "subject.username",
            "subject.id",
            "subject.attributes['legal_entity']",
            "subject.attributes.country",
            "subject.attributes['none']",
            "subject.groups",
            "subject.serviceAccount",
            "subject",
            "subject.nothing",
            "approver.attributes['country']",
            "client.id",
            "client",
            "scope",
            "now",
            "purpose",
            "true",
            "false",
            "null",
            "0",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "1u",
            "1.5",
            "1e400",
            "'CN'",
            "\"\"",
            "r'\\d'",
            "b'\\xff'",
            "'\\u0000'",
            "'\\ud83d\\ude00'",
            "[]",
            "['a', 'b']",
            "[1, 'a']",
            "{}",
            "{'a': 1}",
            "timestamp('2026-01-01T00:00:00Z')",
            "timestamp('soon')",
            "duration('1h')",
            "duration('-9999999999999h')",
            "type(1)",
            "__result__",
            "@result",
            "dyn(1)");
    private static final List<String> PAIRS = List.of(
            "(%s) && (%s)",
            "(%s) || (%s)",
            "(%s) == (%s)",
            "(%s) != (%s)",
            "(%s) < (%s)",
            "(%s) in (%s)",
            "(%s) + (%s)",
            "(%s) - (%s)",
            "(%s) * (%s)",
            "(%s) / (%s)",
            "(%s) %% (%s)",
            "(%s)[%s]",
            "(%s).matches(%s)",
            "(%s).startsWith(%s)",
            "(%s).exists(x, x == (%s))",
            "(%s).all(x, (%s))",
            "(%s).exists_one(x, (%s) == x)",
            "(%s).map(x, %s)",
            "(%s).filter(x, %s)",
            "subject.groups.all(g, (%s) || (%s))",
            "true ? (%s) : (%s)",
            "%s %s",
            "%s;%s");
    private static final List<String> SINGLES = List.of(
            "!(%s)",
            "-(%s)",
            "has(%s)",
            "size(%s)",
            "int(%s)",
            "string(%s)",
            "bool(%s)",
            "bytes(%s)",
            "double(%s)",
            "(%s) == (%1$s)",
            "%s.a",
            "[%s]",
            "{%s: 1}",
            "a.b{x: %s}",
            "'%s'",
            "(%s",
            "%s)",
            "//%s",
            "%s.getHours()",
            "[1, 2, 3].all(x, [1, 2, 3].all(y, %s))",
            "[1].all(x, [1].all(y, [1].all(z, %s)))");
    private static final List<String> REPEATED = List.of(
            "(",
            "!",
            "-",
            "[",
            "{",
            "a.",
            "1+",
            "1<",
            "true||",
            "true&&",
            "true?",
            "true?true:",
            "'",
            "a[",
            "has(",
            "x ");

    private Conditions() {}

    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, expression(3)), Tuple.of(2, verdict()), Tuple.of(2, Texts.any()), Tuple.of(1, repeated()));
    }

    private static Arbitrary<String> expression(int depth) {
        Arbitrary<String> atom = Arbitraries.of(ATOMS);
        if (depth == 0) {
            return atom;
        }
        Arbitrary<String> part = expression(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, atom),
                Tuple.of(
                        4,
                        Combinators.combine(Arbitraries.of(PAIRS), part, part).as(String::formatted)),
                Tuple.of(2, Combinators.combine(Arbitraries.of(SINGLES), part).as(String::formatted)));
    }

    /** Nearly always one that can be saved, and then evaluated. */
    private static Arbitrary<String> verdict() {
        return Combinators.combine(
                        Arbitraries.of(
                                "subject.username == %s", "subject.attributes['legal_entity'] in [%s]",
                                "subject.groups.exists(g, g == %s)", "scope.startsWith(%s) || client.id == %1$s",
                                "size(%s) > 2 && now > timestamp('2026-01-01T00:00:00Z')", "int(%s) > 1",
                                "subject.attributes['none'] == %s || true", "duration(%s) < duration('1h')",
                                "[%s].all(x, [%1$s].exists(y, x == y))", "1 / size(%s) == 1"),
                        Arbitraries.of(
                                "'lin'",
                                "''",
                                "'Clips Singapore'",
                                "'\\u202e'",
                                "'1'",
                                "'1h'",
                                "'9223372036854775808'"))
                .as(String::formatted);
    }

    private static Arbitrary<String> repeated() {
        return Combinators.combine(
                        Arbitraries.of(REPEATED),
                        Arbitraries.of(31, 33, 400, 1300, 3990),
                        Arbitraries.of("true", "", ")"))
                .as((text, times, end) -> text.repeat(Math.min(times, 3990 / text.length())) + end);
    }
}
