/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.Level;
import io.dataaccess.keycloak.classification.Sensitivity;

/** For one jurisdiction and sensitivity: who may ask, who must approve, for how long. */
public record ApprovalPolicy(PolicyName name, Admission admission, ApprovalRule approval, Terms terms) {

    public ApprovalPolicy {
        if (approval.required().isEmpty() && name.level().sensitivity().isAtLeast(Sensitivity.INTERNAL)) {
            throw new IllegalArgumentException("Only PUBLIC data is given without an approval");
        }
    }

    public Level level() {
        return name.level();
    }

    public boolean isForGroup(String path) {
        return approval.required().containsKey(path);
    }
}
