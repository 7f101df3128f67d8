/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCompilerTest {

    private static final ConditionCompiler CONDITIONS = new ConditionCompiler(100);

    private static void accepts(String source) {
        assertThatCode(() -> CONDITIONS.compile(source, CelVocabulary.ELIGIBILITY))
                .doesNotThrowAnyException();
    }

    private static void refuses(String source, String message) {
        assertThatThrownBy(() -> CONDITIONS.compile(source, CelVocabulary.ELIGIBILITY))
                .isInstanceOf(ConditionException.class)
                .hasMessage(message);
    }

    @Nested
    @DisplayName("What can never be right is refused, with its position")
    class NeverRight {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                true && subjekt.id == 'x'                       | line 1, column 9: undeclared reference to 'subjekt'
                subject.atributes['country'] == 'US'            | line 1, column 8: undefined field 'atributes'
                client.name == 'x'                              | line 1, column 7: undefined field 'name'
                subject.attributes['country'] == 1              | line 1, column 31: found no matching overload for '==' applied to '(string, int)'
                subject.attributes['country'] in ['US', 1]      | line 1, column 31: found no matching overload for 'in' applied to '(string, list(int))'
                subject.groups['x'] == 'x'                      | line 1, column 15: found no matching overload for '[]' applied to '(list(string), string)'
                !subject.id                                     | line 1, column 1: found no matching overload for '!' applied to '(string)'
                subject.attributes['country'                    | line 1, column 29: missing ']' at the end of the condition
                1 +                                             | line 1, column 4: mismatched input the end of the condition
                subject.attributes['country']                   | line 1, column 19: a condition must be true or false, this is of type 'string'
                dyn(true)                                       | line 1, column 4: undeclared reference to 'dyn'
                now < timestamp('tomorrow')                     | line 1, column 17: timestamp cannot be read: Text 'tomorrow' could not be parsed at index 0
                duration('1 hour') > duration('1s')             | line 1, column 10: duration cannot be read: invalid duration format
                subject.id = 'x'                                | line 1, column 12: a single '=' is no operator, write '=='
                client.id=='x' & scope == 'y'                   | line 1, column 16: a single '&' is no operator, write '&&'
                subject.id =                                    | line 1, column 12: a single '=' is no operator, write '=='
                subject.username.matches('[')                   | line 1, column 26: the pattern is not valid: missing closing ]
                """)
        void refusesWhenItCannotBeRight(String source, String message) {
            refuses(source, message);
        }

        @Test
        void saysWhatToWriteWhenOrIsHalfWritten() {
            refuses("client.id=='x'|scope=='y'", "line 1, column 15: a single '|' is no operator, write '||'");
        }

        @Test
        void countsLinesWhenThereAreSeveral() {
            refuses("true &&\n  subject.foo", "line 2, column 10: undefined field 'foo'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t "})
        void refusesWhenBlank(String source) {
            refuses(source, "the condition is empty: write true, false or a comparison");
        }

        @Test
        void acceptsWhenConstant() {
            accepts("false");
            accepts(" true // for now");
        }
    }

    @Nested
    @DisplayName("approver and purpose are words of approverCondition only")
    class Words {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                true && approver.id == 'x'      | line 1, column 9: undeclared reference to 'approver'
                purpose == 'legal-request'      | line 1, column 1: undeclared reference to 'purpose'
                """)
        void refusesWhenEligibilityUsesThem(String source, String message) {
            refuses(source, message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"approver.id == 'x'", "purpose == 'legal-request'"})
        void acceptsWhenApprovalUsesThem(String source) {
            assertThat(CONDITIONS.compile(source, CelVocabulary.APPROVAL).source())
                    .isEqualTo(source);
        }
    }

    @Nested
    @DisplayName("Attributes are read by name, so that the values a decision rests on can be kept")
    class ByName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.attributes[client.id] == 'US'",
                    "subject.attributes.exists(name, name == 'x')",
                    "size(subject.attributes) == 1",
                    "client.id in subject.attributes",
                    "subject.attributes in [{'a': 'b'}]",
                    "subject.attributes == {'a': 'b'}",
                    "has(subject.attributes)"
                })
        void refusesWhenTheNameIsNotWritten(String source) {
            int column = source.indexOf("subject.attributes") + (source.startsWith("has") ? 0 : "subject.".length());

            refuses(
                    source,
                    "line 1, column " + column
                            + ": attributes are read by their names, such as subject.attributes['country']");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject == subject",
                    "[subject].exists(s, s.attributes['x'] == 'y')",
                    "(true ? subject : subject).attributes['x'] == 'y'"
                })
        void refusesWhenAPersonIsPassedAround(String source) {
            refuses(
                    source,
                    "line 1, column " + (source.indexOf("subject") + 1)
                            + ": use a field of 'subject', such as subject.username");
        }

        @Test
        void acceptsWhenTheNameIsWritten() {
            accepts("subject.attributes['x'] == 'y' || subject.attributes.x == 'y' || 'x' in subject.attributes");
        }
    }

    @Nested
    @DisplayName("What a condition can cost is bounded")
    class Bounds {

        @Test
        void acceptsWhenAsLongAsAllowed() {
            accepts("'" + "é".repeat(3993) + "'" + "=='x'");
        }

        @Test
        void refusesWhenTooLong() {
            refuses(
                    "'" + "é".repeat(3994) + "'" + "=='x'",
                    "the condition is too long: at most 4000 characters, this one has 4001");
        }

        @Test
        void acceptsWhenDeepButNotTooDeep() {
            accepts("(".repeat(25) + "true" + ")".repeat(25));
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "[", "{1:", "a.", "1+", "true?true:", "subject.id["})
        void refusesWhenTooDeep(String piece) {
            refuses(piece.repeat(300), "line 1, column 1: nested deeper than 32, write it flatter");
        }

        @Test
        void permitsWhenLoopsAreShort() {
            assertThat(loops(90)).isEqualTo(ConditionResult.TRUE);
        }

        @Test
        void isUnknownWhenLoopsAreLong() {
            assertThat(loops(110)).isEqualTo(ConditionResult.UNKNOWN);
        }

        private ConditionResult loops(int length) {
            String list = "[" + "1,".repeat(length - 1) + "1]";
            return CONDITIONS
                    .compile(list + ".all(a, " + list + ".all(b, a == b))", CelVocabulary.ELIGIBILITY)
                    .evaluate(People.asking(People.lin()));
        }

        @Test
        void acceptsWhenTwoLoopsNest() {
            accepts("subject.groups.exists(g, ['/a', '/b'].exists(h, g == h))");
        }

        @Test
        void refusesWhenThreeLoopsNest() {
            refuses(
                    "[1].all(a, [1].all(b, [1].all(c, true)))",
                    "line 1, column 30: all, exists and exists_one nest at most 2 deep");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.groups.map(g, [g, g]).size() == 1",
                    "subject.groups.filter(g, true).size() == 1",
                    "'a' + 'a' == 'aa'",
                    "b'a' + b'a' == b'aa'",
                    "[1] + [1] == [1, 1]"
                })
        void refusesWhenValuesCouldGrow(String source) {
            assertThatThrownBy(() -> CONDITIONS.compile(source, CelVocabulary.ELIGIBILITY))
                    .isInstanceOf(ConditionException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"(a{100}){5}", "a{1000}", "(a{2,}){3,90}", "(((a*)*)*)*$"})
        void acceptsWhenPatternIsSmall(String pattern) {
            accepts("scope.matches('" + pattern + "')");
        }

        @ParameterizedTest
        @ValueSource(strings = {"(((a{100}){100}){100}){100}", "(a{2,100}){100,}", "[a-z]{9}[a-z]{9}[a-z]{9}"})
        void refusesWhenPatternIsLarge(String pattern) {
            refuses(
                    "scope.matches('" + pattern + "')",
                    "line 1, column 15: the pattern repeats too much: its length times its {counts} may be at most 10000");
        }

        @Test
        void refusesWhenPatternComesFromData() {
            refuses(
                    "scope.matches(subject.attributes['x'])",
                    "line 1, column 33: a pattern is written out as a text, it is not computed");
            refuses(
                    "matches(scope, client.id)",
                    "line 1, column 22: a pattern is written out as a text, it is not computed");
        }
    }

    @Nested
    @DisplayName("Compiled conditions are kept, the least recently used one is dropped")
    class Kept {

        private final ConditionCompiler two = new ConditionCompiler(2);

        private Condition compile(String source) {
            return two.compile(source, CelVocabulary.ELIGIBILITY);
        }

        @Test
        void isTheSameWhenCompiledAgain() {
            assertThat(compile("true")).isSameAs(compile("true"));
        }

        @Test
        void isAnotherWhenVocabularyDiffers() {
            assertThat(compile("true")).isNotSameAs(two.compile("true", CelVocabulary.APPROVAL));
        }

        @Test
        void isDroppedWhenOthersWereUsedSince() {
            Condition first = compile("1 == 1");
            Condition second = compile("2 == 2");
            assertThat(compile("1 == 1")).isSameAs(first);

            compile("3 == 3");

            assertThat(compile("1 == 1")).isSameAs(first);
            assertThat(compile("2 == 2")).isNotSameAs(second);
        }

        @Test
        void refusesWhenCapacityIsNotPositive() {
            assertThatIllegalArgumentException().isThrownBy(() -> new ConditionCompiler(0));
        }
    }
}
