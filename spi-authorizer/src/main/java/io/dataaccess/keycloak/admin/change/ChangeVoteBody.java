/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin.change;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.JsonBody;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A vote on a change request as it is sent.
 *
 * @param comment needed for a denial
 */
@Schema(name = "ChangeVoteBody")
public record ChangeVoteBody(
        VoteDecision decision, @Nullable String comment) {

    static ChangeVoteBody read(@Nullable InputStream stream) {
        JsonBody body = JsonBody.read(stream, "decision", "comment");
        String sent = body.text("decision");
        VoteDecision decision = Arrays.stream(VoteDecision.values())
                .filter(one -> one.name().equals(sent))
                .findFirst()
                .orElseThrow(() -> InvalidCallException.invalid("decision is one of APPROVE, DENY"));
        return new ChangeVoteBody(decision, body.prose("comment"));
    }

    VoteInput input() {
        return new VoteInput(decision, comment == null ? "" : comment, Optional.empty());
    }
}
