/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.approver;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.access.Account;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.access.Directory;
import io.dataaccess.keycloak.access.GroupMembers;
import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.access.ListedMembers;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.ProtectionLevel;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.condition.CelVocabulary;
import io.dataaccess.keycloak.condition.ConditionCompiler;
import io.dataaccess.keycloak.policy.ApplicablePolicies;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import io.dataaccess.keycloak.policy.ApprovalRule;
import io.dataaccess.keycloak.policy.PolicyDurations;
import io.dataaccess.keycloak.policy.PolicySet;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.policy.RequiredLogin;
import io.dataaccess.keycloak.policy.TicketRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApproverFeasibilityTest {

    private static final ConditionCompiler CONDITIONS = new ConditionCompiler(100);
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
        assertThat(feasibility(condition, 1, AVERY).couldDecide(AVERY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "approver.attributes['country'] == 'SG'",
                "purpose == 'legal-request' && approver.attributes['country'] == 'SG'"
            })
    void countsNotWhenConditionIsSurelyFalse(String condition) {
        assertThat(feasibility(condition, 1, AVERY).couldDecide(AVERY)).isFalse();
    }

    @Test
    void countsNotWhenItIsAServiceAccount() {
        Person service = new Person(
                AVERY.user(), new Account(true, true, false, true, false), AVERY.attributes(), AVERY.groups());

        assertThat(feasibility("true", 1, AVERY).couldDecide(service)).isFalse();
        assertThat(feasibility("true", 1, AVERY).couldDecide(AVERY)).isTrue();
    }

    @Test
    void countsNotWhenInNoGroupOfAPolicy() {
        assertThat(feasibility("true", 1, AVERY).couldDecide(DANA)).isFalse();
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
        ApplicablePolicies policies =
                new ApplicablePolicies(List.of(policy("true", Map.of("/gone", 1, "/us-security", 1))));

        assertThat(feasibility("true", 1, AVERY).missingGroups(policies)).containsExactly("/gone");
        assertThat(feasibility("true", 1, AVERY).isReachable(policies)).isFalse();
    }

    private static boolean isReachable(int count, Person... members) {
        String condition = "approver.attributes['country'] == 'US'";
        ApplicablePolicies policies = new ApplicablePolicies(List.of(policy(condition, Map.of("/us-security", count))));
        return feasibility(condition, count, members).isReachable(policies);
    }

    private static ApproverFeasibility feasibility(String condition, int count, Person... members) {
        PolicySet policySet = new PolicySet(List.of(policy(condition, Map.of("/us-security", count))), List.of());
        return new ApproverFeasibility(policySet, new Members(List.of(members)), Clock.systemUTC());
    }

    private static ApprovalPolicy policy(String condition, Map<String, Integer> required) {
        Duration hour = Duration.ofHours(1);
        return new ApprovalPolicy(
                new PolicyVersion("p", "0"),
                new ProtectionLevel("US", Sensitivity.CONFIDENTIAL),
                CONDITIONS.compile("true", CelVocabulary.ELIGIBILITY),
                CONDITIONS.compile("false", CelVocabulary.ELIGIBILITY),
                false,
                new ApprovalRule(
                        required, CONDITIONS.compile(condition, CelVocabulary.APPROVAL), new RequiredLogin(hour, "")),
                new PolicyDurations(hour, hour, hour, hour),
                List.of("legal-request"),
                new TicketRule(Optional.empty(), false, ""),
                "");
    }

    private static Person person(String username, String country, boolean enabled, GroupRef... groups) {
        return new Person(
                new UserRef("id-of-" + username, username),
                new Account(enabled, false, false, true, false),
                new Attributes(Map.of("country", country)),
                Set.of(groups));
    }

    private record Members(List<Person> people) implements Directory {

        @Override
        public Optional<Person> person(String userId) {
            return Optional.empty();
        }

        @Override
        public GroupMembers members(GroupRef group) {
            return ListedMembers.all(people.stream());
        }

        @Override
        public Optional<GroupRef> group(String path) {
            return path.equals(SECURITY.path()) ? Optional.of(SECURITY) : Optional.empty();
        }
    }
}
