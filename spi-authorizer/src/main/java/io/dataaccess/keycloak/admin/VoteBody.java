/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.admin;

import io.dataaccess.keycloak.request.Ballot;
import io.dataaccess.keycloak.request.Choice;
import io.dataaccess.keycloak.web.BadCallException;
import io.dataaccess.keycloak.web.Body;
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
        Choice decision,
        @Nullable String comment,

        @Schema(implementation = String.class, examples = "PT30M") @Nullable
        Duration duration) {

    static VoteBody read(@Nullable InputStream stream) {
        Body body = Body.read(stream, "decision", "comment", "duration");
        String decision = body.text("decision");
        Choice choice = Arrays.stream(Choice.values())
                .filter(one -> one.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> BadCallException.invalid("decision is one of APPROVE, DENY"));
        return new VoteBody(
                choice, body.prose("comment"), body.duration("duration").orElse(null));
    }

    Ballot ballot() {
        return new Ballot(decision, comment == null ? "" : comment, Optional.ofNullable(duration));
    }
}
