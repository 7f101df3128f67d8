/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.util.JsonSerialization;

/**
 * A mail to be written, as it waits in Keycloak's outbox: ids only, and what it says is looked up when it is sent.
 *
 * @param thread what makes it the same mail when it is enqueued again
 * @param recipient user id; empty while nobody has looked up who is concerned
 */
public record OutboxMail(Kind kind, String thread, Content content, Optional<String> recipient) {

    /** What it tells. */
    public enum Kind {
        /** To an approver: a request waits. */
        WAITS,
        /** To an approver: the requester asks again. */
        REMINDER,
        /** To requester and subject: their request is decided. */
        DECIDED,
        /** To an approver who was told that it waits: others have decided. */
        SETTLED,
        /** To requester and subject: their request ended with the access, which was revoked. */
        CANCELLED_REVOKED,
        /** To requester and subject: another owner of the service account took their request back. */
        CANCELLED_BY_OWNER,
        /** To requester and subject: their request ended with the account, client or scope that it was for. */
        CANCELLED_DELETED,
        /** To requester and subject: their request ended because its scope opens other data now. */
        CANCELLED_RECLASSIFIED,
        /** To requester and subject: nobody decided their request in time. */
        EXPIRED,
        /** To requester and subject: their grant ends soon. */
        ENDS_SOON,
        /** To requester and subject: their grant was ended. */
        REVOKED,
        /** To requester and subject: their grant ended because the client or scope was deleted. */
        DELETED
    }

    /**
     * What stands in the outbox of it.
     *
     * @param about id of the request or grant
     * @param console address of the server for admin consoles, as whoever caused it reached it; empty when nobody knew it
     * @param frontend the same for everybody else
     */
    public record Content(String about, Optional<String> console, Optional<String> frontend) {}

    private record Stored(
            String thread,
            String about,
            @Nullable String console,
            @Nullable String frontend,
            @Nullable String recipient) {}

    /** The mail in this entry. */
    public static OutboxMail of(OutboxEntryEntity entry) {
        try {
            Stored stored = JsonSerialization.readValue(entry.getPayload(), Stored.class);
            return new OutboxMail(
                    Kind.valueOf(entry.getEntryType()),
                    stored.thread(),
                    new Content(
                            stored.about(),
                            Optional.ofNullable(stored.console()),
                            Optional.ofNullable(stored.frontend())),
                    Optional.ofNullable(stored.recipient()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String about() {
        return content.about();
    }

    /** A mail of this kind about the same record, to this user (id). */
    public OutboxMail to(Kind what, String userId) {
        return new OutboxMail(what, thread, content, Optional.of(userId));
    }

    /** Unique for each recipient. */
    public static String correlation(Kind kind, String thread) {
        return kind + ":" + thread;
    }

    /** The outbox keeps ids of up to 64 characters, and those of federated users may be longer. */
    public static String mailbox(String userId) {
        return Fingerprint.of(userId);
    }

    String payload() {
        try {
            return JsonSerialization.writeValueAsString(new Stored(
                    thread,
                    content.about(),
                    content.console().orElse(null),
                    content.frontend().orElse(null),
                    recipient.orElse(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
