/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policies whose approvers need no strong login, or one that nobody can have, and those that open RESTRICTED data for long. */
public final class PolicyProblems {

    /** A quarter of an hour: whoever finds a session of an approver's open does not vote in it. */
    private static final Duration LOGIN = Duration.ofMinutes(15);

    /** A working day. */
    private static final Duration ACCESS = Duration.ofHours(8);

    /** After a revocation, an API that validates tokens by itself takes one for so long. */
    private static final Duration TOKEN = Duration.ofMinutes(15);

    private final Catalog catalog;

    public PolicyProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        return catalog.policySet().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .flatMap(policy -> Stream.concat(ofLogin(policy), ofDurations(policy)));
    }

    private Stream<Problem> ofDurations(ApprovalPolicy policy) {
        String tooLong = Stream.of(
                        longer("approverMaxAge", policy.approval().login().maxAge(), LOGIN),
                        longer("maxDuration", policy.durations().maxDuration(), ACCESS),
                        longer("maxTokenLifespan", policy.durations().maxTokenLifespan(), TOKEN))
                .flatMap(found -> found)
                .collect(Collectors.joining(", "));
        return policy.level().sensitivity().isAtLeast(Sensitivity.RESTRICTED) && !tooLong.isEmpty()
                ? Stream.of(Problem.warning(
                        "restricted_too_long",
                        catalog.place(policy),
                        "lasts longer than RESTRICTED data should be open for, in {fields}: shorten it, or say in the"
                                + " realm's documentation why not",
                        ParameterizedText.naming("fields", tooLong)))
                : Stream.empty();
    }

    private static Stream<String> longer(String field, Duration value, Duration most) {
        return value.compareTo(most) > 0 ? Stream.of(field + " " + value + " (" + most + ")") : Stream.empty();
    }

    private Stream<Problem> ofLogin(ApprovalPolicy policy) {
        String acr = policy.approval().login().acr();
        OptionalInt level = catalog.acrLevels().level(acr);
        if (acr.isBlank() || (level.isPresent() && level.getAsInt() <= ReachableLevels.WITHOUT_LEVELS)) {
            return policy.level().sensitivity().isAtLeast(Sensitivity.CONFIDENTIAL)
                    ? Stream.of(Problem.warning(
                            "approver_acr_blank",
                            catalog.place(policy),
                            "asks approvers for no strong login, so that a stolen password approves:"
                                    + " set approverAcr, and map the value to a level above 1 in the realm"))
                    : Stream.empty();
        }
        return level.isPresent()
                ? Stream.empty()
                : Stream.of(Problem.error(
                        "approver_acr_unknown",
                        catalog.place(policy),
                        "asks approvers for acr {acr}, which the realm maps to no level, so that nobody can vote: map it"
                                + " to a level of authentication in the realm",
                        ParameterizedText.naming("acr", acr)));
    }
}
