/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import io.dataaccess.keycloak.classification.Level;

/** For one jurisdiction and sensitivity: who may ask, who must approve, for how long. */
public record ApprovalPolicy(PolicyName name, Admission admission, ApprovalRule approval, Terms terms) {

    public Level level() {
        return name.level();
    }

    public boolean isForGroup(String path) {
        return approval.required().containsKey(path);
    }
}
