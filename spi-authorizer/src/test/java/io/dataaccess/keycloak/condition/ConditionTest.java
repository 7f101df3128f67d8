/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final String ADMITTED = "subject.attributes['legal_entity'] in ['Clips Singapore', 'Clips Brasil']";
    private static final ConditionCompiler CONDITIONS = new ConditionCompiler(200);

    private static Condition eligibility(String source) {
        return CONDITIONS.compile(source, CelVocabulary.ELIGIBILITY);
    }

    private static Condition approval(String source) {
        return CONDITIONS.compile(source, CelVocabulary.APPROVAL);
    }

    private static ConditionResult ofLin(String source) {
        return eligibility(source).evaluate(People.asking(People.lin()));
    }

    @Nested
    @DisplayName("A condition sees subject, client.id, scope and now")
    class Words {

        @Test
        void permitsWhenEntityIsAdmitted() {
            assertThat(ofLin(ADMITTED)).isEqualTo(ConditionResult.TRUE);
        }

        @Test
        void refusesWhenEntityIsNotAdmitted() {
            assertThat(eligibility(ADMITTED).evaluate(People.asking(People.chen())))
                    .isEqualTo(ConditionResult.FALSE);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                subject.id == 'id-of-lin'                     | subject.id == 'lin'
                subject.username == 'lin'                     | subject.username == 'chen'
                subject.attributes.country == 'CN'            | subject.attributes.country == 'US'
                '/staff/night' in subject.groups              | '/night' in subject.groups
                subject.groups.exists(g, g.endsWith('night')) | subject.groups.all(g, g.endsWith('night'))
                !subject.serviceAccount                       | subject.serviceAccount
                client.id == 'sample-app'                     | client.id == 'batch'
                scope == 'us-contact'                         | scope == 'us-private'
                now < timestamp('2026-03-01T12:00:01Z')       | now < timestamp('2026-03-01T12:00:00Z')
                now + duration('1h') > now                    | now - duration('1h') > now
                now.getHours('America/New_York') == 7         | now.getHours('America/New_York') == 12
                subject.username.matches('^l[a-z]n$')         | subject.username.matches('^l[0-9]n$')
                .subject.username == 'lin'                    | .subject.username == 'chen'
                """)
        void tellsApartWhenOneDatumDiffers(String holds, String fails) {
            assertThat(ofLin(holds)).isEqualTo(ConditionResult.TRUE);
            assertThat(ofLin(fails)).isEqualTo(ConditionResult.FALSE);
        }
    }

    @Nested
    @DisplayName("approverCondition also sees approver and purpose")
    class ApprovalWords {

        @Test
        void permitsWhenApproverIsInTheCountry() {
            assertThat(approval("approver.attributes['country'] == 'US'").evaluate(People.approving(People.avery())))
                    .isEqualTo(ConditionResult.TRUE);
        }

        @Test
        void refusesWhenApproverIsElsewhere() {
            assertThat(approval("approver.attributes['country'] == 'US'").evaluate(People.approving(People.sam())))
                    .isEqualTo(ConditionResult.FALSE);
        }

        @Test
        void readsSubjectAndPurposeToo() {
            assertThat(approval("purpose == 'legal-request' && subject.username != approver.username")
                            .evaluate(People.approving(People.avery())))
                    .isEqualTo(ConditionResult.TRUE);
        }

        @Test
        void isUnknownWhenThereIsNoApprover() {
            assertThat(approval("approver.username == 'avery'").evaluate(People.asking(People.lin())))
                    .isEqualTo(ConditionResult.UNKNOWN);
        }
    }

    @Nested
    @DisplayName("What cannot be evaluated is unknown")
    class Unknown {

        private static ConditionResult admitted(List<String> entities) {
            return eligibility(ADMITTED).evaluate(People.asking(People.with("lin", Map.of("legal_entity", entities))));
        }

        @Test
        void isKnownWhenAttributeHasOneValue() {
            assertThat(admitted(List.of("Clips Brasil"))).isEqualTo(ConditionResult.TRUE);
        }

        @Test
        void isUnknownWhenAttributeIsMissing() {
            assertThat(eligibility(ADMITTED).evaluate(People.asking(People.avery())))
                    .isEqualTo(ConditionResult.UNKNOWN);
            assertThat(admitted(List.of())).isEqualTo(ConditionResult.UNKNOWN);
        }

        @Test
        void isUnknownWhenAttributeIsBlank() {
            assertThat(admitted(List.of(" "))).isEqualTo(ConditionResult.UNKNOWN);
            assertThat(admitted(Arrays.asList((String) null))).isEqualTo(ConditionResult.UNKNOWN);
        }

        @Test
        void isUnknownWhenAttributeHasTwoValues() {
            assertThat(admitted(List.of("Clips Brasil", "Clips Beijing"))).isEqualTo(ConditionResult.UNKNOWN);
        }

        @Test
        void staysUnknownWhenNegated() {
            assertThat(ofLin("!(subject.attributes['team'] == 'x')")).isEqualTo(ConditionResult.UNKNOWN);
            assertThat(ofLin("subject.attributes['team'] != 'x'")).isEqualTo(ConditionResult.UNKNOWN);
        }

        @Test
        void isKnownWhenPresenceIsAskedFor() {
            assertThat(ofLin("has(subject.attributes.country) && 'country' in subject.attributes"))
                    .isEqualTo(ConditionResult.TRUE);
            assertThat(ofLin("has(subject.attributes.team) || 'team' in subject.attributes"))
                    .isEqualTo(ConditionResult.FALSE);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                subject.groups[7] == '/staff'
                int(subject.attributes['country']) == 1
                timestamp(subject.username) < now
                now.getHours('Nowhere') > 0
                1 / 0 == 1
                9223372036854775807 + 1 == 0
                """)
        void isUnknownWhenEvaluationFails(String source) {
            assertThat(ofLin(source)).isEqualTo(ConditionResult.UNKNOWN);
        }

        @Test
        void isUnknownWhenValueLooksLikeAFormat() {
            ConditionInput input = People.asking(People.with("lin", Map.of("cost", List.of("%d%n%q{}$1"))));

            assertThat(eligibility("int(subject.attributes['cost']) == 1").evaluate(input))
                    .isEqualTo(ConditionResult.UNKNOWN);
        }
    }

    @Nested
    @DisplayName("As everywhere in CEL, || and && absorb an error when the other side decides")
    class Absorbing {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                true or team == 'x'  | TRUE
                team == 'x' or true  | TRUE
                false or team == 'x' | UNKNOWN
                team == 'x' or false | UNKNOWN
                true && team == 'x'  | UNKNOWN
                team == 'x' && true  | UNKNOWN
                false && team == 'x' | FALSE
                team == 'x' && false | FALSE
                ['x', 'y'].exists(t, t == 'y' or team == t) | TRUE
                ['x', 'y'].exists(t, t == 'z' or team == t) | UNKNOWN
                ['x', 'y'].all(t, t == 'y' && team == t)    | FALSE
                """)
        void absorbsWhenTheOtherSideDecides(String shorthand, ConditionResult expected) {
            String source = shorthand.replace("or", "||").replace("team", "subject.attributes['team']");

            assertThat(ofLin(source)).isEqualTo(expected);
        }
    }

    @Nested
    @DisplayName("A condition knows which attributes it may read")
    class ReadAttributes {

        @Test
        void namesThemWhateverTheNotation() {
            Condition condition = eligibility("subject.attributes['a'] == 'x' || subject.attributes.b == 'x'"
                    + " || has(subject.attributes.c) || 'd' in subject.attributes || .subject.attributes['e'] == 'x'"
                    + " || ['x'].exists(t, (subject).attributes['f'] == t)");

            assertThat(condition.subjectAttributes()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
            assertThat(condition.approverAttributes()).isEmpty();
        }

        @Test
        void tellsSubjectAndApproverApart() {
            Condition condition =
                    approval("approver.attributes['country'] == 'US' && subject.attributes['country'] != 'US'"
                            + " && subject.attributes['legal_entity'] != approver.username");

            assertThat(condition.approverAttributes()).containsExactly("country");
            assertThat(condition.subjectAttributes()).containsExactlyInAnyOrder("country", "legal_entity");
        }

        /** Else an approver would be judged as if they were the subject. */
        @Test
        void readsTheSubjectWhicheverFieldItIs() {
            assertThat(List.of("id != ''", "username != ''", "serviceAccount", "groups == []", "attributes.a == ''"))
                    .allMatch(field -> approval("subject." + field).isSubjectRead())
                    .noneMatch(field -> approval("approver." + field).isSubjectRead());
        }

        @Test
        void namesNoneWhenNoneIsRead() {
            assertThat(eligibility("{'attributes': 'x'}.attributes == subject.username")
                            .subjectAttributes())
                    .isEmpty();
        }
    }

    @Test
    void isSafeWhenManyThreadsEvaluate() throws Exception {
        ConditionInput admitted = People.asking(People.lin());
        ConditionInput barred = People.asking(People.chen());
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> task = () -> IntStream.range(0, 500)
                    .allMatch(i -> eligibility(ADMITTED + " || scope == 's" + i % 5 + "'")
                                            .evaluate(admitted)
                                    == ConditionResult.TRUE
                            && eligibility(ADMITTED).evaluate(barred) == ConditionResult.FALSE);
            for (var result : threads.invokeAll(List.of(task, task, task, task, task, task, task, task))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
