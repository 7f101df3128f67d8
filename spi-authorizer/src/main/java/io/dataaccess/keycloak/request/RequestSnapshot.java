/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.request;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Attributes;
import io.dataaccess.keycloak.approver.RequiredApproval;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.policy.PolicyVersion;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import java.util.Comparator;
import java.util.List;

/**
 * What a request was filed for, kept as it stood then.
 *
 * @param policies in which wording of the policies
 * @param required the groups by id and how many of each
 * @param subjectAttributes those that the policies' conditions read, of the subject or of approvers
 */
public record RequestSnapshot(
        List<DataCategory> categories,
        List<PolicyVersion> policies,
        List<RequiredApproval> required,
        Attributes subjectAttributes) {

    public RequestSnapshot {
        categories = List.copyOf(categories);
        policies = List.copyOf(policies);
        required = List.copyOf(required);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("A request is for at least one category");
        }
    }

    /** What approvers are asked about, when this is what they were asked for. */
    public ApprovalContext approvalContext(Access access, String purpose) {
        return new ApprovalContext(
                access,
                purpose,
                categories,
                required.stream().map(RequiredApproval::group).toList());
    }

    /** The highest sensitivity of its categories. */
    public Sensitivity sensitivity() {
        return categories.stream()
                .map(DataCategory::sensitivity)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
