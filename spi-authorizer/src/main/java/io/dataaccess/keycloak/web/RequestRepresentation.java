/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.request.Cancellation;
import io.dataaccess.keycloak.request.RequestStatus;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An access request.
 *
 * @param clientName what the application is called now; null where it has no name, or is gone
 * @param longestDuration ISO-8601: the most that the policies of now would give; null when it is no longer pending
 * @param extended the running grant that approval would extend, as far as the caller may see it; null when there is none,
 *     or the request is no longer pending
 * @param cancellation why it was cancelled; null when it was not
 * @param mailed of how many approvers how many get mail about it; null when all do, or it is no longer pending
 * @param remindableAt from when its approvers may be reminded (again); null when it is no longer pending
 * @param login what a vote of the caller needs, also one that takes an approval back; null when none would be taken
 * @param accessUntil until when the subject has what was approved, by this grant or by one that ran when its time was over,
 *     as the gate would say and as far as the caller may see; null when they no longer have it
 */
@Schema(name = "Request")
public record RequestRepresentation(
        String id,
        @Schema(implementation = RequestStatus.class) String status,
        String bundle,
        boolean urgent,
        Subject subject,
        PersonRepresentation requester,
        String clientId,
        @Nullable String clientName,
        String scope,
        List<CategoryRepresentation> categories,
        @Schema(implementation = Sensitivity.class) String sensitivity,
        String purpose,
        String justification,
        @Nullable String ticket,
        String requestedDuration,
        @Nullable String longestDuration,
        @Nullable Extended extended,
        String createdAt,
        String expiresAt,
        @Nullable String closedAt,

        @Schema(implementation = Cancellation.class) @Nullable
        String cancellation,

        @Nullable Mailed mailed,
        @Nullable String remindableAt,
        boolean decidable,
        @Nullable NeededLoginRepresentation login,
        List<Progress> progress,
        List<Ballot> votes,
        @Nullable GrantRepresentation grant,
        @Nullable String accessUntil) {

    /**
     * Whose tokens will carry the scope.
     *
     * @param name first and last name when the request was filed; absent when unknown
     * @param attributes those that the policies' conditions read, as they stood when the request was filed
     */
    @Schema(name = "Subject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            String id, String username, @Nullable String name, Map<String, String> attributes) {}

    /**
     * A grant of the same access, for all data that is asked for, that runs already: of several the one that ends last.
     *
     * @param id of the grant
     * @param until its end, as the gate would say
     */
    @Schema(name = "Extended")
    public record Extended(String id, String until) {}

    /**
     * How many of a group must approve, and how many have.
     *
     * @param group its path
     * @param description what it is called among people; null where nobody described it
     */
    @Schema(name = "Progress")
    public record Progress(String group, @Nullable String description, int required, long given) {}

    /**
     * More approvers than get mail: some were drawn by lot.
     *
     * @param sent so many were
     * @param of so many there were
     */
    @Schema(name = "Mailed")
    public record Mailed(int sent, int of) {}

    /**
     * A vote.
     *
     * @param approver null for requester and subject unless the request was decided, whatever their roles
     * @param group the group it counts for; null when it counts for none
     */
    @Schema(name = "Vote")
    public record Ballot(
            @Nullable PersonRepresentation approver,
            @Schema(implementation = VoteDecision.class) String decision,
            String comment,
            @Nullable String group,
            @Nullable String duration,
            String votedAt,
            boolean counts) {}
}
