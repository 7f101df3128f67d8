/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.web;

import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An access grant.
 *
 * @param clientName what the application is called now; null where it has no name, or is gone
 * @param endedAt when it was ended before its time; null when it was not
 * @param active whether its own time runs
 * @param usable whether a token would be issued for it now: its subject may be barred, its scope reclassified
 * @param usableUntil when it stops being usable by what the policies say now; null when it is not usable
 * @param maxTokenLifespan ISO-8601: for how long a token that was issued for it may go on once it has ended; null when no
 *     policy says
 * @param revocable whether the caller could end it now, given a good login
 * @param login what ending it needs of the caller; null when they may not, or any login will do
 */
@Schema(name = "Grant")
public record GrantRepresentation(
        String id,
        String requestId,
        PersonRepresentation subject,
        String clientId,
        @Nullable String clientName,
        String scope,
        List<CategoryRepresentation> categories,
        String purpose,
        String approvedAt,
        String approvedUntil,
        @Nullable String endedAt,
        @Nullable PersonRepresentation endedBy,
        @Nullable String endReason,
        boolean active,
        boolean usable,
        @Nullable String usableUntil,
        @Nullable String maxTokenLifespan,
        boolean revocable,
        @Nullable NeededLoginRepresentation login) {

    /** What holds when somebody asks for it. */
    record Asked(Instant at, Optional<String> clientName, Optional<Duration> maxTokenLifespan) {}

    static GrantRepresentation of(
            AccessGrant grant,
            Asked asked,
            Optional<Instant> usableUntil,
            boolean revocable,
            Optional<NeededLoginRepresentation> login) {
        Instant now = asked.at();
        Optional<Ending> ending = grant.term().ending();
        return new GrantRepresentation(
                grant.id(),
                grant.approval().requestId(),
                PersonRepresentation.of(grant.access().subject()),
                grant.access().client().clientId(),
                asked.clientName().orElse(null),
                grant.access().scope().name(),
                grant.approval().categories().stream()
                        .map(CategoryRepresentation::of)
                        .toList(),
                grant.approval().purpose(),
                grant.term().from().toString(),
                grant.term().until().toString(),
                ending.map(end -> end.at().toString()).orElse(null),
                ending.flatMap(Ending::by).map(PersonRepresentation::of).orElse(null),
                ending.map(Ending::reason).orElse(null),
                grant.isActiveAt(now),
                usableUntil.isPresent(),
                usableUntil.map(Instant::toString).orElse(null),
                asked.maxTokenLifespan().map(Duration::toString).orElse(null),
                revocable,
                login.orElse(null));
    }
}
