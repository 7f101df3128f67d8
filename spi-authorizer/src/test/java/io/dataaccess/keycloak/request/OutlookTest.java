/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.Conditions;
import io.dataaccess.keycloak.condition.Vocabulary;
import io.dataaccess.keycloak.policy.Admission;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.ApprovalRule;
import io.dataaccess.keycloak.policy.Durations;
import io.dataaccess.keycloak.policy.FreshLogin;
import io.dataaccess.keycloak.policy.Policies;
import io.dataaccess.keycloak.policy.PolicyBook;
import io.dataaccess.keycloak.policy.PolicyName;
import io.dataaccess.keycloak.policy.PolicyStamp;
import io.dataaccess.keycloak.policy.Terms;
import io.dataaccess.keycloak.policy.TicketRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutlookTest {

    private static final Conditions CONDITIONS = new Conditions(100);
    private static final GroupRef SECURITY = new GroupRef("s", "/us-security");
    private static final Person AVERY = person("avery", "US", true, SECURITY);
    private static final Person BLAKE = person("blake", "US", true, SECURITY);
    private static final Person SAM = person("sam", "SG", true, SECURITY);
    private static final Person DANA = person("dana", "US", true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "approver.attributes['country'] == 'US'",
                "subject.username == 'lin'",
                "purpose == 'legal-request' && approver.attributes['country'] == 'US'",
                "scope == 'us-contact' || approver.attributes['country'] == 'US'",
                "approver.attributes['missing'] == 'x'"
            })
    void countsWhenConditionIsNotSurelyFalse(String condition) {
        assertThat(outlook(condition, 1, AVERY).couldDecide(AVERY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "approver.attributes['country'] == 'SG'",
                "purpose == 'legal-request' && approver.attributes['country'] == 'SG'"
            })
    void countsNotWhenConditionIsSurelyFalse(String condition) {
        assertThat(outlook(condition, 1, AVERY).couldDecide(AVERY)).isFalse();
    }

    @Test
    void countsNotWhenItIsAServiceAccount() {
        Person service = new Person(AVERY.user(), new Account(true, true, false), AVERY.attributes(), AVERY.groups());

        assertThat(outlook("true", 1, AVERY).couldDecide(service)).isFalse();
        assertThat(outlook("true", 1, AVERY).couldDecide(AVERY)).isTrue();
    }

    @Test
    void countsNotWhenInNoGroupOfAPolicy() {
        assertThat(outlook("true", 1, AVERY).couldDecide(DANA)).isFalse();
    }

    @Test
    void isReachableWhenEnoughSuit() {
        assertThat(isReachable(2, AVERY, BLAKE)).isTrue();
    }

    @Test
    void isOutOfReachWhenTooFewSuit() {
        assertThat(isReachable(3, AVERY, BLAKE)).isFalse();
        assertThat(isReachable(2, AVERY, SAM)).isFalse();
        assertThat(isReachable(2, AVERY, person("blake", "US", false, SECURITY)))
                .isFalse();
    }

    @Test
    void namesGroupWhenMissing() {
        Policies policies = new Policies(List.of(policy("true", Map.of("/gone", 1, "/us-security", 1))));

        assertThat(outlook("true", 1, AVERY).missingGroups(policies)).containsExactly("/gone");
        assertThat(outlook("true", 1, AVERY).isReachable(policies)).isFalse();
    }

    private static boolean isReachable(int count, Person... members) {
        String condition = "approver.attributes['country'] == 'US'";
        Policies policies = new Policies(List.of(policy(condition, Map.of("/us-security", count))));
        return outlook(condition, count, members).isReachable(policies);
    }

    private static Outlook outlook(String condition, int count, Person... members) {
        PolicyBook book = new PolicyBook(List.of(policy(condition, Map.of("/us-security", count))), List.of());
        return new Outlook(book, new Members(List.of(members)), Clock.systemUTC());
    }

    private static ApprovalPolicy policy(String condition, Map<String, Integer> required) {
        Duration hour = Duration.ofHours(1);
        return new ApprovalPolicy(
                new PolicyName(new PolicyStamp("p", "0"), new Level("US", Sensitivity.CONFIDENTIAL)),
                new Admission(
                        CONDITIONS.compile("true", Vocabulary.ELIGIBILITY),
                        CONDITIONS.compile("false", Vocabulary.ELIGIBILITY),
                        false),
                new ApprovalRule(
                        required, CONDITIONS.compile(condition, Vocabulary.APPROVAL), new FreshLogin(hour, "")),
                new Terms(
                        new Durations(hour, hour, hour, hour),
                        List.of("legal-request"),
                        new TicketRule(Optional.empty(), false, ""),
                        ""));
    }

    private static Person person(String username, String country, boolean enabled, GroupRef... groups) {
        return new Person(
                new UserRef("id-of-" + username, username),
                new Account(enabled, false, false),
                new Attributes(Map.of("country", country)),
                Set.of(groups));
    }

    private record Members(List<Person> people) implements Directory {

        @Override
        public Optional<Person> person(String userId) {
            return Optional.empty();
        }

        @Override
        public Stream<Person> members(GroupRef group) {
            return people.stream();
        }

        @Override
        public Optional<GroupRef> group(String path) {
            return path.equals(SECURITY.path()) ? Optional.of(SECURITY) : Optional.empty();
        }
    }
}
