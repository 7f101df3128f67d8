/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenyListAnalysisTest {

    /** Not compiled to conditions: those are kept, and mutation tests would get what was kept before the mutation. */
    private static final CelEnvironment ELIGIBILITY = new CelEnvironment(CelVocabulary.ELIGIBILITY);

    private static ConditionReach reach(String source) {
        return DenyListAnalysis.reach(ELIGIBILITY.check(source), CelVocabulary.ELIGIBILITY);
    }

    @Nested
    @DisplayName("A condition lists who is meant, or who is not")
    class Lists {

        /** On the left who is meant, on the right who is not. */
        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                subject.attributes['e'] == 'a'                         ; subject.attributes['e'] != 'a'
                'a' == subject.attributes['e']                         ; 'a' != subject.attributes['e']
                subject.attributes['e'] in ['a', 'b']                  ; !(subject.attributes['e'] in ['a', 'b'])
                !(subject.attributes['e'] != 'a')                      ; !(subject.attributes['e'] == 'a')
                '/staff' in subject.groups                             ; !('/barred' in subject.groups)
                subject.serviceAccount                                 ; !subject.serviceAccount
                subject.serviceAccount == true                         ; subject.serviceAccount == false
                subject.serviceAccount != false                        ; subject.serviceAccount != true
                (subject.id == 'a') == true                            ; (subject.id == 'a') == false
                int(subject.attributes['level']) >= 3                  ; !(int(subject.attributes['level']) < 3)
                timestamp(subject.attributes['until']) > now           ; !(timestamp(subject.attributes['until']) < now)
                subject.serviceAccount in [true]                       ; subject.serviceAccount in [true, false]
                subject.id == 'a' ? true : false                       ; subject.id == 'a' ? false : true
                subject.id != 'a' ? subject.id == 'b' : true           ; subject.id != 'a' ? subject.id != 'b' : false
                (subject.id != 'a' ? 'x' : 'y') == 'y'                 ; (subject.id != 'a' ? 'x' : 'y') == 'x'
                """)
        void knowsWhenItSaysWhoIsNotMeant(String meant, String notMeant) {
            assertThat(reach(meant)).as(meant).isEqualTo(ConditionReach.LISTED);
            assertThat(reach(notMeant)).as(notMeant).isEqualTo(ConditionReach.UNLISTED);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                subject.id == 'a' && subject.username != 'b'           ; subject.id != 'a' && subject.username != 'b'
                subject.username != 'b' && subject.id == 'a'           ; client.id == 'x' && subject.username != 'b'
                subject.id == 'a' || subject.username == 'b'           ; subject.id == 'a' || subject.username != 'b'
                false || subject.id == 'a'                             ; true || subject.id == 'a'
                subject.id == 'a' || false                             ; subject.id == 'a' || client.id == 'x'
                client.id == 'x' && subject.id == 'a'                  ; client.id == 'x' || subject.id == 'a'
                now < timestamp('2027-01-01T00:00:00Z') && subject.id == 'a' ; scope == 'x' ? subject.id != 'a' : false
                scope == 'x' ? subject.id == 'a' : subject.id == 'b'   ; scope == 'x' ? subject.id == 'a' : subject.id != 'b'
                """)
        void knowsWhenSeveralThingsAreSaid(String meant, String notMeant) {
            assertThat(reach(meant)).as(meant).isEqualTo(ConditionReach.LISTED);
            assertThat(reach(notMeant)).as(notMeant).isEqualTo(ConditionReach.UNLISTED);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                subject.attributes['mail'].endsWith('@clips.example')  ; !subject.attributes['mail'].endsWith('@barred.example')
                subject.attributes['e'].startsWith('Clips ')           ; subject.attributes['e'].startsWith('')
                subject.attributes['e'].contains('Clips')              ; subject.attributes['e'].contains('')
                subject.attributes['e'].matches('^Clips (US|Brasil)$') ; subject.attributes['e'].matches('^[^C].*')
                matches(subject.attributes['e'], '^Clips .*$')         ; matches(subject.attributes['e'], '.*')
                subject.attributes['c'].matches('^(US|IE)$')           ; subject.attributes['c'].matches('^[A-Z]{2}$')
                subject.attributes['mail'].endsWith('@clips.example')  ; subject.attributes['mail'].endsWith('.example')
                'Clips US'.contains(subject.attributes['e'])           ; !'Barred'.contains(subject.attributes['e'])
                """)
        void knowsWhenTextsAreCompared(String meant, String notMeant) {
            assertThat(reach(meant)).as(meant).isEqualTo(ConditionReach.LISTED);
            assertThat(reach(notMeant)).as(notMeant).isEqualTo(ConditionReach.UNLISTED);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                subject.groups.exists(g, g == '/staff')                ; !subject.groups.exists(g, g == '/barred')
                subject.groups.exists(g, g.startsWith('/staff/'))      ; subject.groups.exists(g, g != '/barred')
                ['/a', '/b'].exists(g, g in subject.groups)            ; !['/a', '/b'].exists(g, g in subject.groups)
                ['/a', '/b'].all(g, g in subject.groups)               ; ['/a', '/b'].all(g, !(g in subject.groups))
                ['a', 'b'].exists_one(e, e == subject.username)        ; ['a', 'b'].exists_one(e, e != subject.username)
                !subject.groups.all(g, g != '/staff')                  ; subject.groups.all(g, g == '/staff')
                ['/a'].exists(g, subject.groups.exists(h, g == h))     ; ['/a'].all(g, subject.groups.all(h, g != h))
                ['a', subject.id].exists(e, e == 'a') && subject.id == 'a' ; ['a', subject.id].exists(e, e != 'a')
                ['a'].exists(e, e == 'b') && subject.id == 'b'         ; [].all(e, false) || subject.id == 'b'
                subject.groups.exists_one(g, g == '/staff')            ; subject.groups.exists_one(g, g != '/staff')
                """)
        void knowsWhenItLoops(String meant, String notMeant) {
            assertThat(reach(meant)).as(meant).isEqualTo(ConditionReach.LISTED);
            assertThat(reach(notMeant)).as(notMeant).isEqualTo(ConditionReach.UNLISTED);
        }
    }

    @Nested
    @DisplayName("How somebody compares with themselves, or stands in an order, says nothing about who they are")
    class Comparisons {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.id == subject.id",
                    "subject.attributes['country'] == subject.attributes['country']",
                    "subject.groups == subject.groups",
                    "subject.id in [subject.id]",
                    "subject.id in ['a', subject.username]",
                    "subject.id in subject.groups",
                    "subject.id <= subject.id",
                    "subject.id.startsWith(subject.id)",
                    "subject.id.contains(subject.username)",
                    "!subject.id.startsWith(subject.username)",
                    "subject.groups.exists(g, g in subject.groups)",
                    "subject.username >= ''",
                    "subject.username > 'a'",
                    "'ZZZ' > subject.attributes['country']",
                    "subject.serviceAccount <= true",
                    "subject.serviceAccount in [true, false]",
                    "string(subject.serviceAccount) in ['true', 'false']",
                    "type(subject.id) == string",
                    "int(subject.attributes['level']) >= 0",
                    "-1.5 < double(subject.attributes['level'])",
                    "int(subject.attributes['level']) <= 10000000",
                    "subject.id.matches('^[0-9a-f-]{36}$')",
                    "subject.attributes['number'].matches('^[0-9]{6}$')",
                    "subject.username.matches('^[a-z]{2,5}$')"
                })
        void isADenyListWhenItHoldsForAnybody(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.UNLISTED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.id == subject.id && subject.id == 'a'",
                    "subject.id in [client.id]",
                    "subject.id in []",
                    "int(subject.attributes['level']) > 0",
                    "int(subject.attributes['level']) < 3",
                    "3 <= int(subject.attributes['level'])",
                    "timestamp(subject.attributes['until']) > now",
                    "subject.username.startsWith('000')",
                    "subject.username.matches('^ops-[a-z]{2,5}$')"
                })
        void isAListWhenItSaysWhoIsMeant(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.LISTED);
        }
    }

    @Nested
    @DisplayName("That somebody has an attribute says nothing about what it says")
    class Presence {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "has(subject.attributes.country)",
                    "'country' in subject.attributes",
                    "subject.id == 'a' || has(subject.attributes.country)",
                    "client.id == 'x' && 'country' in subject.attributes",
                    "!('/barred' in subject.groups) && has(subject.attributes.country)"
                })
        void isPresenceWhenNoValueIsAskedFor(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.PRESENT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "has(subject.attributes.country) && subject.attributes['country'] == 'US'",
                    "'country' in subject.attributes ? subject.attributes['country'] == 'US' : subject.id == 'a'"
                })
        void isAListWhenAValueIsAskedForAsWell(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.LISTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"!has(subject.attributes.barred)", "!('barred' in subject.attributes)"})
        void isADenyListWhenTheAttributeMustBeMissing(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.UNLISTED);
        }
    }

    @Nested
    @DisplayName("How long a text or list is says nothing about who somebody is")
    class Sizes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.id.size() > 0",
                    "size(subject.username) != 0",
                    "subject.groups.size() == 1",
                    "subject.id.size() + 1 > 1",
                    "[subject.id.size()] == [36]",
                    "(subject.id.size() > 3 ? subject.id.size() : 4) > 3",
                    "subject.groups.exists(g, g.size() > 1)",
                    "subject.attributes.size() > 1 && client.id == 'x'"
                })
        void isADenyListWhenOnlySizesAreSaid(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.UNLISTED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subject.id.size() > 0 && subject.id == 'a'",
                    "subject.groups.size() == 1 && '/staff' in subject.groups",
                    "int(subject.attributes['level']) > 'abc'.size()"
                })
        void isAListWhenSomethingIsSaidBesides(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.LISTED);
        }
    }

    @Nested
    @DisplayName("A condition that says nothing about the person is for everybody, or for nobody")
    class Everybody {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "client.id == 'batch'",
                    "client.id != 'batch'",
                    "client.id.startsWith('ba')",
                    "scope in ['us-contact']",
                    "now < timestamp('2027-01-01T00:00:00Z')",
                    "'a' == 'a'",
                    "'a' != 'b'",
                    "['a'].all(e, e == 'a')",
                    "size({'a': 'b'}) == 1"
                })
        void isForEverybodyWhenNothingIsSaidOfThePerson(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.EVERYBODY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"false", "'a' == 'b'", "!('a' == 'a')", "true && false", "client.id == 'a' && false"})
        void isForNobodyWhenItIsNeverTrue(String source) {
            assertThat(reach(source)).isEqualTo(ConditionReach.LISTED);
        }
    }

    @Nested
    @DisplayName("An approver is a person, too")
    class Approvers {

        @Test
        void knowsWhenApproversAreListed() {
            assertThat(approval("approver.attributes['country'] == 'US'")).isEqualTo(ConditionReach.LISTED);
            assertThat(approval("approver.attributes['country'] != 'CN'")).isEqualTo(ConditionReach.UNLISTED);
            assertThat(approval("approver.attributes['country'] == approver.attributes['country']"))
                    .isEqualTo(ConditionReach.UNLISTED);
            assertThat(approval("has(approver.attributes.country)")).isEqualTo(ConditionReach.PRESENT);
        }

        @Test
        void isForEverybodyWhenOnlyTheSubjectIsSpokenOf() {
            assertThat(approval("subject.attributes['country'] == 'US'")).isEqualTo(ConditionReach.EVERYBODY);
            assertThat(approval("subject.attributes['country'] == approver.attributes['country']"))
                    .isEqualTo(ConditionReach.LISTED);
        }

        private ConditionReach approval(String source) {
            return new ConditionCompiler(1)
                    .compile(source, CelVocabulary.APPROVAL)
                    .reach();
        }
    }

    @Nested
    @DisplayName("Whether the name is read that somebody logs in with")
    class Username {

        @Test
        void isReadWhenNamed() {
            assertThat(reads("subject.username == 'lin'")).isTrue();
            assertThat(reads("subject.id == 'lin' || subject.username == 'lin'"))
                    .isTrue();
        }

        @Test
        void isNotReadWhenOtherFieldsAre() {
            assertThat(reads("subject.id == 'username' || subject.attributes['x'] == 'username'"))
                    .isFalse();
        }

        private boolean reads(String source) {
            return new ConditionCompiler(1)
                    .compile(source, CelVocabulary.ELIGIBILITY)
                    .isUsernameRead();
        }
    }
}
