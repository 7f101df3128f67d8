/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.approver.Vote;
import io.dataaccess.keycloak.change.NeededApproval;
import io.dataaccess.keycloak.directory.DataAccessRoles;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * So many people of one kind who have to approve.
 *
 * @param role of policy admins; null where members of groups are asked
 * @param jurisdiction whose data is protected less; null for the policy admins
 * @param groups of which one has to be a member, and meet the approver condition as it was
 * @param given how many have approved and count
 */
@Schema(name = "NeededApproval")
public record NeededApprovalRepresentation(
        @Nullable String role, @Nullable String jurisdiction, List<String> groups, int required, long given) {

    static List<NeededApprovalRepresentation> all(List<NeededApproval> needed, List<Vote> votes) {
        return needed.stream()
                .map(one -> new NeededApprovalRepresentation(
                        one.jurisdiction().isEmpty() ? DataAccessRoles.POLICY_ADMIN : null,
                        one.jurisdiction().orElse(null),
                        List.copyOf(one.groups()),
                        one.count(),
                        votes.stream()
                                .filter(vote -> vote.countedFor()
                                        .filter(what -> what.id()
                                                .equals(one.countedFor().id()))
                                        .isPresent())
                                .count()))
                .toList();
    }
}
