/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.configuration;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.approved.ApprovalSetting;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration;
import io.dataaccess.keycloak.catalog.approved.DecidingConfiguration.Basis;
import io.dataaccess.keycloak.configuration.Lock;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.log.RecordedConfiguration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What stands in the realm, or in the database, otherwise than it was approved. */
public final class ApprovalProblems {

    private final RealmModel realm;
    private final DecidingConfiguration deciding;
    private final RecordedConfiguration recorded;

    /**
     * Compares what decides with what it should.
     *
     * @param recorded as it is in the database now, whatever this node keeps
     */
    public ApprovalProblems(RealmModel realm, DecidingConfiguration deciding, RecordedConfiguration recorded) {
        this.realm = realm;
        this.deciding = deciding;
        this.recorded = recorded;
    }

    public Stream<Problem> find() {
        return Stream.of(tampered(), setting(), differences(), locks()).flatMap(Function.identity());
    }

    private Stream<Problem> tampered() {
        return Stream.concat(recorded.mismatch().stream(), deciding.mismatch().stream())
                .limit(1)
                .map(why -> Problem.error(
                        "configuration_tampered",
                        RealmElement.realm(realm),
                        "has an approved configuration that somebody changed in the database ({reason}): bring the rows of"
                                + " the tables DATA_ACCESS_CONFIGURATION and DATA_ACCESS_LOG_ENTRY back as they were;"
                                + " nothing is decided by it",
                        ParameterizedText.naming("reason", why)));
    }

    private Stream<Problem> setting() {
        ApprovalSetting written = ApprovalSetting.of(realm);
        return switch (deciding.basis()) {
            case REALM, TAMPERED -> Stream.empty();
            case APPROVED -> written == ApprovalSetting.REQUIRED ? Stream.empty() : Stream.of(switchedOff());
            case NOTHING_APPROVED ->
                Stream.of(Problem.error(
                        "not_approved",
                        RealmElement.realm(realm),
                        ParameterizedText.of(
                                "nothing",
                                "asks by the attribute {attribute} that changes are approved, and nothing is approved yet, so"
                                        + " that all guarded scopes are refused: what stands in the realm is taken for approved"
                                        + " within seconds, unless another problem says why not",
                                ParameterizedText.naming("attribute", ApprovalSetting.ATTRIBUTE))));
            case MISSPELT ->
                Stream.of(Problem.error(
                        "configuration_approval_invalid",
                        RealmElement.realm(realm),
                        "has an attribute {attribute} that says neither off nor required, so that all guarded scopes are"
                                + " refused: correct it",
                        ParameterizedText.naming("attribute", ApprovalSetting.ATTRIBUTE)));
        };
    }

    private Problem switchedOff() {
        return Problem.error(
                "not_approved",
                RealmElement.realm(realm),
                ParameterizedText.of(
                        "switched_off",
                        "has no attribute {attribute} that says required, though changes of its configuration need approval:"
                                + " they still do; set it, or ask for approval that they no longer do",
                        ParameterizedText.naming("attribute", ApprovalSetting.ATTRIBUTE)));
    }

    private Stream<Problem> differences() {
        DifferingElements elements = new DifferingElements(realm);
        return deciding.basis() == Basis.APPROVED
                ? deciding.difference(realm).changes().stream()
                        .map(change -> Problem.error("not_approved", elements.place(change), elements.sentence(change)))
                : Stream.empty();
    }

    private Stream<Problem> locks() {
        return deciding.locks().stream()
                .map(lock -> Problem.warning(
                        "configuration_locked",
                        place(lock),
                        ParameterizedText.of(
                                lock.kind().code(),
                                sentence(lock),
                                ParameterizedText.naming("reason", lock.reason(), "target", lock.target()))));
    }

    private RealmElement place(Lock lock) {
        return switch (lock.kind()) {
            case CATEGORY -> RealmElement.named(RealmElement.Kind.DATA_CATEGORY, lock.target());
            case JURISDICTION -> RealmElement.realm(realm);
            case SCOPE -> RealmElement.named(RealmElement.Kind.CLIENT_SCOPE, lock.target());
        };
    }

    private static String sentence(Lock lock) {
        return switch (lock.kind()) {
            case CATEGORY -> "is locked ({reason}): whatever opens it is refused";
            case JURISDICTION ->
                "has all data of the jurisdiction {target} locked ({reason}): whatever opens it is refused";
            case SCOPE -> "is locked ({reason}): it is refused";
        };
    }
}
