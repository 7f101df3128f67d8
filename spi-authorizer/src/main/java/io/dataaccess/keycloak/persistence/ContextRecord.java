/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.persistence;

import io.dataaccess.keycloak.visibility.ApprovalContext;

/** A record that approvers may see or not. */
interface ContextRecord {

    /** As stored: records from before there were contexts have their own id. */
    String contextKey();

    ApprovalContext approvalContext();
}
