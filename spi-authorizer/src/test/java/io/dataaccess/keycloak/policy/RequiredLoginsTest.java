/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import static io.dataaccess.keycloak.access.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A vote needs a login no older than the strictest approverMaxAge and an acr of at least approverAcr")
class RequiredLoginsTest {

    private static final AcrLevels LEVELS = new AcrLevels(Map.of("silver", 1, "gold", 2));

    private static boolean meets(String acr, RequiredLogin... rules) {
        return new RequiredLogins(List.of(rules), LEVELS).isMetBy(Login.of(NOON, LEVELS.level(acr)), NOON);
    }

    private static RequiredLogin needing(String acr) {
        return new RequiredLogin(Duration.ofMinutes(10), acr);
    }

    @Nested
    @DisplayName("Fresh")
    class Fresh {

        private boolean meetsAt(Instant login) {
            return new RequiredLogins(List.of(needing("")), LEVELS).isMetBy(Login.of(login, OptionalInt.empty()), NOON);
        }

        @Test
        void acceptsWhenExactlyAsOldAsAllowed() {
            assertThat(meetsAt(NOON.minus(Duration.ofMinutes(10)))).isTrue();
        }

        @Test
        void refusesWhenOlder() {
            assertThat(meetsAt(NOON.minus(Duration.ofMinutes(10)).minusMillis(1)))
                    .isFalse();
        }

        /** Keycloak notes the second of a login, and takes max_age the same way. */
        @Test
        void acceptsWhenOlderByLessThanASecond() {
            RequiredLogins rule = new RequiredLogins(List.of(needing("")), LEVELS);
            Login login = Login.of(NOON.minus(Duration.ofMinutes(10)), OptionalInt.empty());
            assertThat(rule.isMetBy(login, NOON.plusMillis(999))).isTrue();
            assertThat(rule.isMetBy(login, NOON.plusSeconds(1))).isFalse();
        }

        @Test
        void acceptsWhenAnotherNodesClockIsAMinuteAhead() {
            assertThat(meetsAt(NOON.plus(Duration.ofMinutes(1)))).isTrue();
        }

        @Test
        void refusesWhenFromTheFuture() {
            assertThat(meetsAt(NOON.plus(Duration.ofMinutes(1)).plusMillis(1))).isFalse();
        }

        @Test
        void refusesWhenTheTimeIsUnknown() {
            assertThat(meetsAt(Instant.EPOCH)).isFalse();
        }
    }

    @Nested
    @DisplayName("Until when it is met")
    class Until {

        private static final Instant EARLIER = NOON.minus(Duration.ofMinutes(8));

        private final Login login = new Login(NOON.minusSeconds(30), Map.of(1, NOON.minusSeconds(30), 2, EARLIER));

        private Optional<Instant> until(Instant at, RequiredLogin... rules) {
            return new RequiredLogins(List.of(rules), LEVELS).metUntil(login, at);
        }

        @Test
        void countsFromTheLastCredentialWhenNoLevelIsNeeded() {
            assertThat(until(NOON, needing(""))).contains(login.at().plus(Duration.ofMinutes(10)));
        }

        @Test
        void countsFromTheNeededLevelWhenAnotherIsNewer() {
            assertThat(until(NOON, needing("gold"))).contains(EARLIER.plus(Duration.ofMinutes(10)));
            assertThat(until(NOON, needing("silver"))).contains(login.at().plus(Duration.ofMinutes(10)));
        }

        @Test
        void isNoTimeWhenTheLevelWasNotReachedOrIsUnknown() {
            assertThat(until(NOON, needing("3"))).isEmpty();
            assertThat(until(NOON, needing("platinum"))).isEmpty();
        }

        @Test
        void isTheStrictestWhenSeveralPoliciesAsk() {
            RequiredLogin shorter = new RequiredLogin(Duration.ofMinutes(9), "");
            assertThat(until(NOON, needing("gold"), shorter)).contains(EARLIER.plus(Duration.ofMinutes(9)));
        }

        @Test
        void isWhatTheVoteIsJudgedByWhenItsTimeComes() {
            RequiredLogins rule = new RequiredLogins(List.of(needing("gold")), LEVELS);
            Instant end = rule.metUntil(login, NOON).orElseThrow();

            assertThat(rule.isMetBy(login, end)).isTrue();
            assertThat(rule.isMetBy(login, end.plusSeconds(1))).isFalse();
            assertThat(rule.metUntil(login, end.plusSeconds(1))).isEmpty();
        }
    }

    @Nested
    @DisplayName("Strong")
    class Strong {

        @Test
        void acceptsAnythingWhenNoAcrIsAsked() {
            assertThat(meets("", needing(""))).isTrue();
            assertThat(meets("unknown", needing(" "))).isTrue();
        }

        @Test
        void acceptsWhenAsStrongOrStronger() {
            assertThat(meets("silver", needing("silver"))).isTrue();
            assertThat(meets("gold", needing("silver"))).isTrue();
        }

        @Test
        void refusesWhenWeaker() {
            assertThat(meets("silver", needing("gold"))).isFalse();
        }

        @Test
        void refusesWhenTheGivenAcrIsUnknown() {
            assertThat(meets("platinum", needing("silver"))).isFalse();
            assertThat(meets("", needing("silver"))).isFalse();
        }

        @Test
        void refusesWhenTheNeededAcrIsUnknown() {
            assertThat(meets("gold", needing("platinum"))).isFalse();
        }

        @Test
        void comparesNumbersWhenAcrIsANumber() {
            assertThat(meets("2", needing("1"))).isTrue();
            assertThat(meets("10", needing("9"))).isTrue();
            assertThat(meets("0", needing("1"))).isFalse();
            assertThat(meets("1", needing("gold"))).isFalse();
        }

        @Test
        void isUnknownWhenTheNumberIsOutOfRange() {
            assertThat(LEVELS.level("9999999999")).isEmpty();
            assertThat(LEVELS.level("-1")).isEmpty();
            assertThat(LEVELS.level("gold")).hasValue(2);
        }
    }

    @Nested
    @DisplayName("Fresh and strong are one login: what counts is when the needed level was reached")
    class FreshAndStrong {

        private final Instant anHourAgo = NOON.minus(Duration.ofHours(1));
        private final Instant aMinuteAgo = NOON.minus(Duration.ofMinutes(1));

        private static boolean meets(Login login, RequiredLogin... rules) {
            return new RequiredLogins(List.of(rules), LEVELS).isMetBy(login, NOON);
        }

        @Test
        void refusesWhenSecondFactorIsOldAndPasswordIsNew() {
            assertThat(meets(new Login(aMinuteAgo, Map.of(1, aMinuteAgo, 2, anHourAgo)), needing("gold")))
                    .isFalse();
        }

        @Test
        void acceptsWhenSecondFactorIsNewAndPasswordIsOld() {
            assertThat(meets(new Login(aMinuteAgo, Map.of(1, anHourAgo, 2, aMinuteAgo)), needing("gold")))
                    .isTrue();
        }

        @Test
        void acceptsWhenAHigherLevelIsNew() {
            assertThat(meets(new Login(aMinuteAgo, Map.of(1, anHourAgo, 2, aMinuteAgo)), needing("silver")))
                    .isTrue();
        }

        @Test
        void refusesWhenLevelIsExactlyTooOld() {
            Instant limit = NOON.minus(Duration.ofMinutes(10));
            assertThat(meets(new Login(NOON, Map.of(2, limit)), needing("gold")))
                    .isTrue();
            assertThat(meets(new Login(NOON, Map.of(2, limit.minusSeconds(1))), needing("gold")))
                    .isFalse();
        }

        @Test
        void goesByTheLoginWhenNoAcrIsAsked() {
            assertThat(meets(new Login(aMinuteAgo, Map.of(1, anHourAgo)), needing("")))
                    .isTrue();
            assertThat(meets(new Login(anHourAgo, Map.of(1, aMinuteAgo)), needing("")))
                    .isFalse();
        }

        /** One policy asks for a strong login, the other for a recent one: an old strong one and a new weak one are two. */
        @Test
        void refusesWhenEachPolicyIsMetByAnotherLogin() {
            RequiredLogin recent = new RequiredLogin(Duration.ofMinutes(5), "");
            RequiredLogin strong = new RequiredLogin(Duration.ofHours(2), "gold");
            Login twoLogins = new Login(aMinuteAgo, Map.of(1, aMinuteAgo, 2, anHourAgo));

            assertThat(meets(twoLogins, recent)).isTrue();
            assertThat(meets(twoLogins, strong)).isTrue();
            assertThat(meets(twoLogins, recent, strong)).isFalse();
            assertThat(meets(new Login(aMinuteAgo, Map.of(2, aMinuteAgo)), recent, strong))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("A vote keeps the highest level that was fresh, and when it was reached")
    class Kept {

        private final Instant old = NOON.minus(Duration.ofMinutes(11));
        private final Instant recent = NOON.minus(Duration.ofMinutes(9));

        private Login kept(Login login, String acr) {
            return new RequiredLogins(List.of(needing(acr)), LEVELS).evidence(login, NOON);
        }

        @Test
        void keepsHighestLevelWhenSeveralAreFresh() {
            assertThat(kept(new Login(NOON, Map.of(1, NOON, 2, recent)), ""))
                    .isEqualTo(Login.of(recent, OptionalInt.of(2)));
        }

        @Test
        void keepsLowerLevelWhenHigherIsOld() {
            assertThat(kept(new Login(NOON, Map.of(1, recent, 2, old)), ""))
                    .isEqualTo(Login.of(recent, OptionalInt.of(1)));
        }

        @Test
        void keepsLoginAloneWhenNoLevelIsFresh() {
            assertThat(kept(new Login(recent, Map.of(2, old)), "")).isEqualTo(Login.of(recent, OptionalInt.empty()));
        }

        @Test
        void isJudgedTheSameWhenJudgedAgain() {
            Login login = new Login(NOON, Map.of(1, NOON, 2, recent));
            RequiredLogin rule = needing("gold");

            assertThat(rule.isMetBy(login, NOON, LEVELS)).isTrue();
            assertThat(rule.isMetBy(kept(login, "gold"), NOON, LEVELS)).isTrue();
            assertThat(rule.isMetBy(kept(new Login(NOON, Map.of(1, NOON, 2, old)), ""), NOON, LEVELS))
                    .isFalse();
        }

        @Test
        void saysTheHighestLevelWhenThereIsOne() {
            assertThat(new Login(NOON, Map.of(1, NOON, 3, old)).highest()).hasValue(3);
            assertThat(Login.UNKNOWN.highest()).isEmpty();
            assertThat(Login.UNKNOWN.at()).isEqualTo(Instant.EPOCH);
        }
    }

    @Nested
    @DisplayName("The strictest login of several policies")
    class Strictest {

        private final RequiredLogin quick = new RequiredLogin(Duration.ofMinutes(5), "silver");
        private final RequiredLogin strong = new RequiredLogin(Duration.ofMinutes(20), "gold");

        private RequiredLogin strictest(RequiredLogin... rules) {
            return new RequiredLogins(List.of(rules), LEVELS).strictest();
        }

        @Test
        void refusesWhenOneIsNotMet() {
            assertThat(meets("gold", quick, strong)).isTrue();
            assertThat(meets("silver", quick, strong)).isFalse();
        }

        @Test
        void asksForTheStrictestOfEachWhenThereAreSeveral() {
            assertThat(strictest(quick, strong)).isEqualTo(new RequiredLogin(Duration.ofMinutes(5), "gold"));
            assertThat(strictest(strong, quick)).isEqualTo(new RequiredLogin(Duration.ofMinutes(5), "gold"));
        }

        @Test
        void asksForTheUnknownAcrWhenThereIsOne() {
            assertThat(strictest(needing("platinum"), needing("gold")).acr()).isEqualTo("platinum");
        }

        @Test
        void asksForAnAcrWhenOneOfThemDoes() {
            assertThat(strictest(needing("silver"), needing("")).acr()).isEqualTo("silver");
        }

        @Test
        void asksForNoAcrWhenNoneDoes() {
            assertThat(strictest(needing(""), needing(" "))).isEqualTo(new RequiredLogin(Duration.ofMinutes(10), ""));
        }
    }
}
