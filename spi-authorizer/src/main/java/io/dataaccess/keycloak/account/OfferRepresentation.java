/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import io.dataaccess.keycloak.classification.Sensitivity;
import io.dataaccess.keycloak.web.CategoryRepresentation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be asked for.
 *
 * @param clientName how the application is called
 * @param clientUrl where the application is, by its home URL; null when it has none that a browser can open
 * @param ticketHint what ticket is wanted, in words; may be blank
 * @param pendingRequestId the caller's own that waits for a decision, also while a grant is active; null when none does
 * @param until when the grant ends or the pending request expires; null when there is neither
 */
@Schema(name = "Offer")
public record OfferRepresentation(
        String clientId,
        String clientName,
        @Nullable String clientUrl,
        String scope,
        List<CategoryRepresentation> categories,
        @Schema(implementation = Sensitivity.class) String sensitivity,
        List<String> purposes,
        String maxDuration,
        String defaultDuration,
        boolean ticketRequired,
        String ticketHint,
        String contact,
        State state,
        @Nullable String pendingRequestId,
        @Nullable String until) {

    /** Where the caller stands with it. */
    public enum State {
        REQUESTABLE,
        PENDING,
        GRANTED
    }
}
