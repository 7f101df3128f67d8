/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.visibility.ApprovalContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The approved permission, running or ended. */
public record AccessGrant(String id, Access access, Approval approval, Term term) {

    /** What those who may revoke it are asked about. */
    public ApprovalContext approvalContext() {
        return new ApprovalContext(access, approval.purpose(), approval.categories(), List.of());
    }

    public boolean isActiveAt(Instant now) {
        return term.isRunningAt(now);
    }

    /** This grant, ended; one that already ended keeps its first ending. */
    public AccessGrant end(Ending ending) {
        return term.isOverAt(ending.at())
                ? this
                : new AccessGrant(id, access, approval, new Term(term.from(), term.until(), Optional.of(ending)));
    }
}
