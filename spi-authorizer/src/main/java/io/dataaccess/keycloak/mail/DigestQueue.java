/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.notify.MailOutbox;
import io.dataaccess.keycloak.notify.OutboxMail;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.session.DataAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Where mails about waiting requests lie when their recipient had enough of them: one mail lists them later. */
final class DigestQueue {

    private static final int MOST = 500;

    private final OutboxStore outbox;
    private final DataAccess access;
    private final MailRecipients recipients;

    DigestQueue(KeycloakSession session, DataAccess access, MailRecipients recipients) {
        this.outbox = new OutboxStore(session);
        this.access = access;
        this.recipients = recipients;
    }

    /** Whether the limit is for this mail: what is urgent goes out at once, its reminders do not, nor too much of it. */
    boolean takes(OutboxMail mail) {
        return mail.kind() == Kind.REMINDER || (mail.kind() == Kind.WAITS && !goesAtOnce(mail));
    }

    /** When the recipient of this mail may have another mail about its requester; empty when they may now. */
    Optional<Instant> fullUntil(OutboxMail mail) {
        return access.mailTimes()
                .fullUntil(
                        mail.recipient().orElseThrow(),
                        access.requests().find(mail.about()).orElseThrow());
    }

    /** What lies here for the recipient of this entry, and still concerns them. */
    List<OutboxEntryEntity> heldBesides(OutboxEntryEntity entry) {
        return outbox.lockPendingForOwner(MailOutbox.ENTRIES, entry.getOwnerId(), MOST).stream()
                .filter(other -> MailDelivery.HELD.equals(other.getMetadata()))
                .filter(other -> !other.getId().equals(entry.getId()))
                .filter(other -> recipients.concerns(OutboxMail.of(other)))
                .toList();
    }

    /** These stood in a digest. */
    void clear(List<OutboxEntryEntity> listed) {
        listed.forEach(entry -> {
            entry.setMetadata(MailOutbox.LISTED);
            outbox.markDelivered(entry);
        });
    }

    private boolean goesAtOnce(OutboxMail mail) {
        return access.requests()
                .find(mail.about())
                .filter(new UrgentMailLimit(access.requests())::covers)
                .isPresent();
    }
}
