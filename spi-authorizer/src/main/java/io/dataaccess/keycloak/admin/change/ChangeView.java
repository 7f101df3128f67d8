/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.access.GroupRef;
import io.dataaccess.keycloak.admin.AdminCaller;
import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.change.ChangeQuorum;
import io.dataaccess.keycloak.change.ChangeRequest;
import io.dataaccess.keycloak.change.InForce;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.ChangeAccess;
import io.dataaccess.keycloak.web.PersonRepresentation;
import java.time.Instant;
import java.util.List;

/** How change requests look to a caller, and which of them they see. */
final class ChangeView {

    private final ChangeAccess changes;
    private final AdminCaller caller;
    private final InForce current;
    private final Instant now;

    ChangeView(ChangeAccess changes, AdminCaller caller) {
        this.changes = changes;
        this.caller = caller;
        this.current = changes.inForce().current();
        this.now = changes.clock().instant();
    }

    /** Approvers see those that wait for somebody of their group; everybody else's role sees all. */
    boolean isSeen(ChangeRequest change) {
        return caller.seesAll()
                || (caller.isApprover()
                        && change.isPendingAt(now)
                        && quorum(change).isKnown(caller.person()));
    }

    List<ChangeRepresentation> all(List<ChangeRequest> page) {
        return page.stream().map(this::of).toList();
    }

    ChangeRepresentation of(ChangeRequest change) {
        ChangeQuorum quorum = quorum(change);
        RequestStatus status = change.statusAt(now);
        boolean pending = status == RequestStatus.PENDING;
        boolean overtaken = pending && change.isOvertakenBy(current);
        boolean asked = pending && !overtaken && quorum.mayDecide(caller.person());
        return new ChangeRepresentation(
                change.id(),
                status.name(),
                PersonRepresentation.of(change.proposer()),
                change.reason(),
                change.proposed().baseVersion(),
                change.proposed().base().hash(),
                change.proposed().content().hash(),
                change.proposed().required(),
                change.state().createdAt().toString(),
                change.state().expiresAt().toString(),
                change.state().closedAt().map(Instant::toString).orElse(null),
                asked,
                overtaken,
                DifferenceRepresentation.all(change.proposed().difference()),
                LoweringRepresentation.all(changes.base(change).lowering(change.proposed())),
                NeededApprovalRepresentation.all(quorum.needed(), change.state().votes()),
                changes.proposing().overlaps(change),
                change.state().votes().stream().map(ChangeView::vote).toList(),
                asked ? caller.loginFor(quorum.requiredLogins()) : null);
    }

    /** By what it takes the place of: one that is over stays as it was decided. */
    private ChangeQuorum quorum(ChangeRequest change) {
        return changes.approvers().of(change, changes.base(change));
    }

    private static ChangeRepresentation.ChangeVote vote(Vote vote) {
        return new ChangeRepresentation.ChangeVote(
                PersonRepresentation.of(vote.approver()),
                vote.input().decision().name(),
                vote.input().comment(),
                vote.evidence().votedAt().toString(),
                vote.counts(),
                vote.countedFor().map(GroupRef::path).orElse(null));
    }
}
