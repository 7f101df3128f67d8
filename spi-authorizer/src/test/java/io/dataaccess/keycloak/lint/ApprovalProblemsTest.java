/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.dataaccess.keycloak.catalog.approved.ApprovalSetting;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.catalog.approved.NothingRecorded;
import io.dataaccess.keycloak.catalog.approved.RealmConfiguration;
import io.dataaccess.keycloak.configuration.ApprovedConfiguration;
import io.dataaccess.keycloak.configuration.Configurations;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.lint.configuration.ApprovalProblems;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What stands in the realm otherwise than it was approved is a problem")
final class ApprovalProblemsTest {

    private final ProblemRealm configured = new ProblemRealm();
    private RecordedConfiguration stored = NothingRecorded.nothing();

    @AfterEach
    void forget() {
        NothingRecorded.record(NothingRecorded.nothing());
    }

    @Test
    void findsNothingWhenNobodyAsksForApprovals() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void findsNothingWhenAllIsAsApproved() {
        approve();
        assertThat(problems()).isEmpty();
    }

    @Test
    void findsNothingWhenApprovalsAreNoLongerRequired() {
        record(new RecordedConfiguration(
                Optional.of(new ApprovedConfiguration(
                        1, Configurations.usContact(), false, Instant.EPOCH, Optional.empty())),
                Optional.empty()));
        assertThat(problems()).isEmpty();
    }

    @Test
    void findsPolicyWhenAFieldIsChanged() {
        approve();
        configured.policy.put("maxDuration", "PT24H");

        assertThat(problems())
                .containsExactly(
                        "ERROR not_approved at approval policy us-confidential: says 'PT24H' in maxDuration, which is"
                                + " not approved: 'PT8H', which was approved, still decides");
    }

    @Test
    void findsCategoryWhenItIsGone() {
        approve();
        when(configured.realm.getComponentsStream(
                        configured.realm.getId(), "io.dataaccess.keycloak.catalog.DataCategoryProvider"))
                .thenAnswer(call -> Stream.of());

        assertThat(problems())
                .hasSizeGreaterThan(1)
                .allMatch(problem -> problem.startsWith(
                        "ERROR not_approved at data category us.user.contact: is not there any more"));
    }

    @Test
    void findsScopeWhenItIsNew() {
        approve();
        configured.scope("us-new", "us.user.contact");

        assertThat(problems())
                .hasSize(2)
                .allMatch(problem ->
                        problem.startsWith("ERROR not_approved at client scope us-new: is there without approval"));
    }

    @Test
    void findsRealmWhenApprovalsAreSwitchedOff() {
        approve();
        set("off");

        assertThat(problems()).singleElement().asString().startsWith("ERROR not_approved at realm: has no attribute");
    }

    @Test
    void findsRealmWhenNothingIsApprovedYet() {
        set("required");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("ERROR not_approved at realm: asks by the attribute");
    }

    @Test
    void findsRealmWhenTheSettingIsMisspelt() {
        set("Required");

        assertThat(problems()).singleElement().asString().startsWith("ERROR configuration_approval_invalid at realm: ");
    }

    @Test
    void findsRealmWhenTheStoredRowIsAnotherThanTheOneThatDecides() {
        approve();
        stored = new RecordedConfiguration(Optional.empty(), Optional.of("it is another"));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("ERROR configuration_tampered at realm: ")
                .contains("(it is another)");
    }

    @Test
    void findsRealmOnceWhenNothingIsDecidedAnyMore() {
        record(new RecordedConfiguration(Optional.empty(), Optional.of("it is another")));

        assertThat(problems()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenSomethingIsLocked(Lock.Kind kind) {
        record(new RecordedConfiguration(
                Optional.of(new ApprovedConfiguration(
                        1,
                        RealmConfiguration.of(configured.realm, List.of(Configurations.lock(kind, "us-contact"))),
                        true,
                        Instant.EPOCH,
                        Optional.empty())),
                Optional.empty()));
        set("required");

        assertThat(problems()).singleElement().asString().startsWith("WARNING configuration_locked at ");
    }

    private void approve() {
        set("required");
        record(new RecordedConfiguration(
                Optional.of(new ApprovedConfiguration(
                        1, RealmConfiguration.of(configured.realm, List.of()), true, Instant.EPOCH, Optional.empty())),
                Optional.empty()));
    }

    private void record(RecordedConfiguration recorded) {
        stored = recorded;
        NothingRecorded.record(recorded);
    }

    private void set(String value) {
        when(configured.realm.getAttribute(ApprovalSetting.ATTRIBUTE)).thenReturn(value);
    }

    private List<String> problems() {
        return new ApprovalProblems(configured.realm, DecidingConfiguration.of(configured.realm), stored)
                .find()
                .peek(ProblemRealm::assertSaid)
                .map(problem ->
                        problem.severity() + " " + problem.code() + " at " + problem.where() + ": " + problem.message())
                .toList();
    }
}
