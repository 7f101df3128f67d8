/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.web.NeededLoginRepresentation;
import io.dataaccess.keycloak.web.PersonRepresentation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change request.
 *
 * @param reason in the proposer's words
 * @param baseVersion of the configuration that it takes the place of
 * @param baseHash the SHA-256 of that one, which stands in the log
 * @param hash the SHA-256 of what it proposes
 * @param required whether changes need an approval from then on
 * @param closedAt null while it waits
 * @param decidable whether the caller could vote, given a good login
 * @param overtaken whether another change came into force first; then it can only be proposed again
 * @param difference what it changes
 * @param lowers in which ways it lessens the protection of data; none where it does not
 * @param progress who has to approve it, and how many have
 * @param overlaps ids of other pending changes of the same things
 * @param login that voting asks for; null where the caller has no vote
 */
@Schema(name = "Change")
public record ChangeRepresentation(
        String id,
        @Schema(implementation = RequestStatus.class) String status,
        PersonRepresentation proposer,
        String reason,
        long baseVersion,
        String baseHash,
        String hash,
        boolean required,
        String createdAt,
        String expiresAt,
        @Nullable String closedAt,
        boolean decidable,
        boolean overtaken,
        List<DifferenceRepresentation> difference,
        List<LoweringRepresentation> lowers,
        List<NeededApprovalRepresentation> progress,
        List<String> overlaps,
        List<ChangeVote> votes,
        @Nullable NeededLoginRepresentation login) {

    /**
     * A vote on a change request.
     *
     * @param countedFor the jurisdiction, or policy admins; null when it does not count for any
     */
    @Schema(name = "ChangeVote")
    public record ChangeVote(
            PersonRepresentation approver,
            @Schema(implementation = VoteDecision.class) String decision,
            String comment,
            String votedAt,
            boolean counts,
            @Nullable String countedFor) {}
}
