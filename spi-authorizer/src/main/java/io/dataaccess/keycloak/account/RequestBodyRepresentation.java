/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.web.JsonBody;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param subject username of a service account; the caller when it is missing
 */
@Schema(name = "RequestBody")
public record RequestBodyRepresentation(
        String clientId,
        String scope,
        String purpose,
        String justification,
        @Nullable String ticket,

        @Schema(implementation = String.class, examples = "PT1H") @Nullable
        Duration duration,

        boolean urgent,
        @Nullable String subject) {

    static RequestBodyRepresentation read(@Nullable InputStream stream) {
        JsonBody body = JsonBody.read(
                stream, "clientId", "scope", "purpose", "justification", "ticket", "duration", "urgent", "subject");
        return new RequestBodyRepresentation(
                body.text("clientId"),
                body.text("scope"),
                body.text("purpose"),
                body.prose("justification"),
                body.optional("ticket").orElse(null),
                body.duration("duration").orElse(null),
                body.flag("urgent"),
                body.optional("subject").orElse(null));
    }
}
