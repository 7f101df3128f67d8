/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.Catalog;
import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.lint.problem.Problem;
import io.dataaccess.keycloak.login.ReachableLevels;
import io.dataaccess.keycloak.policy.ApprovalPolicy;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Policies whose approvers need no strong login, or one that nobody can have. */
public final class PolicyProblems {

    private final Catalog catalog;

    public PolicyProblems(Catalog catalog) {
        this.catalog = catalog;
    }

    public Stream<Problem> find() {
        return catalog.policySet().policies().stream()
                .filter(policy -> !policy.approval().required().isEmpty())
                .flatMap(this::ofLogin);
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
