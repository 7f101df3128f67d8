/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import io.dataaccess.keycloak.session.Letter.Kind;
import io.dataaccess.keycloak.session.Postbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Where letters about waiting requests lie when their recipient had enough of them: one mail lists them later. */
final class DigestTray {

    private static final int MOST = 500;

    private final OutboxStore outbox;
    private final DataAccess access;
    private final Recipients recipients;

    DigestTray(KeycloakSession session, DataAccess access, Recipients recipients) {
        this.outbox = new OutboxStore(session);
        this.access = access;
        this.recipients = recipients;
    }

    /** Whether the limit is for this letter: what is urgent goes out at once, its reminders do not, nor too much of it. */
    boolean takes(Letter letter) {
        return letter.kind() == Kind.REMINDER || (letter.kind() == Kind.WAITS && !goesAtOnce(letter));
    }

    /** When the recipient of this letter may have another mail about its requester; empty when they may now. */
    Optional<Instant> fullUntil(Letter letter) {
        return access.mailTimes()
                .fullUntil(
                        letter.recipient().orElseThrow(),
                        access.requests().find(letter.about()).orElseThrow());
    }

    /** What lies here for the recipient of this entry, and still concerns them. */
    List<OutboxEntryEntity> heldBesides(OutboxEntryEntity entry) {
        return outbox.lockPendingForOwner(Postbox.ENTRIES, entry.getOwnerId(), MOST).stream()
                .filter(other -> Delivery.HELD.equals(other.getMetadata()))
                .filter(other -> !other.getId().equals(entry.getId()))
                .filter(other -> recipients.concerns(Letter.of(other)))
                .toList();
    }

    /** These stood in a digest. */
    void clear(List<OutboxEntryEntity> listed) {
        listed.forEach(entry -> {
            entry.setMetadata(Postbox.LISTED);
            outbox.markDelivered(entry);
        });
    }

    private boolean goesAtOnce(Letter letter) {
        return access.requests()
                .find(letter.about())
                .filter(new UrgentAllowance(access.requests())::covers)
                .isPresent();
    }
}
