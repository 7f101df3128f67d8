/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.approver.VoteDecision;
import io.dataaccess.keycloak.approver.VoteInput;
import io.dataaccess.keycloak.web.InvalidCallException;
import io.dataaccess.keycloak.web.JsonBody;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A vote as it is sent.
 *
 * @param comment needed for a denial
 * @param duration shorter than asked for, if wanted
 */
@Schema(name = "VoteBody")
public record VoteBody(
        VoteDecision decision,
        @Nullable String comment,

        @Schema(implementation = String.class, examples = "PT30M") @Nullable
        Duration duration) {

    static VoteBody read(@Nullable InputStream stream) {
        JsonBody body = JsonBody.read(stream, "decision", "comment", "duration");
        String sent = body.text("decision");
        VoteDecision decision = Arrays.stream(VoteDecision.values())
                .filter(one -> one.name().equals(sent))
                .findFirst()
                .orElseThrow(() -> InvalidCallException.invalid("decision is one of APPROVE, DENY"));
        return new VoteBody(
                decision, body.prose("comment"), body.duration("duration").orElse(null));
    }

    VoteInput input() {
        return new VoteInput(decision, comment == null ? "" : comment, Optional.ofNullable(duration));
    }
}
