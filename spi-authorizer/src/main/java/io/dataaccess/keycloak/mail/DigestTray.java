/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import io.dataaccess.keycloak.session.Letter.Kind;
import io.dataaccess.keycloak.session.Postbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Where letters about waiting requests lie when their recipient had enough of them: one mail lists them later. */
final class DigestTray {

    private static final Set<Kind> WAITING = Set.of(Kind.WAITS, Kind.REMINDER);
    private static final int MOST = 500;

    private final OutboxStore outbox;
    private final RealmModel realm;
    private final DataAccess access;
    private final Recipients recipients;

    DigestTray(KeycloakSession session, RealmModel realm, DataAccess access, Recipients recipients) {
        this.outbox = new OutboxStore(session);
        this.realm = realm;
        this.access = access;
        this.recipients = recipients;
    }

    /** Whether the limit is for this letter: what is urgent goes out at once, its reminders do not. */
    boolean takes(Letter letter) {
        return letter.kind() == Kind.REMINDER || (letter.kind() == Kind.WAITS && !isUrgent(letter));
    }

    /** When the recipient may have another mail; empty when they may now. */
    Optional<Instant> fullUntil(String userId) {
        Instant hourAgo = Instant.now().minus(HourlyLimit.HOUR);
        return HourlyLimit.of(realm).fullUntil(access.post().sentAfter(hourAgo, userId, WAITING));
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

    private boolean isUrgent(Letter letter) {
        return access.requests()
                .find(letter.about())
                .filter(request -> request.ask().wish().urgent())
                .isPresent();
    }
}
