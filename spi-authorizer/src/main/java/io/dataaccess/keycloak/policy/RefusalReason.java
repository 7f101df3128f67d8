/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.policy;

import java.util.Locale;

/** Why a guarded scope is refused, in the order of the rules. */
public enum RefusalReason {
    UNCLASSIFIED,
    NO_POLICY,
    IMPERSONATED,
    NOT_ELIGIBLE,
    UNDECIDABLE,
    APPROVAL_REQUIRED;

    /** As it stands in errors and events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
