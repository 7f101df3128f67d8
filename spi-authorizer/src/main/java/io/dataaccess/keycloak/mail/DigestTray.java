/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import io.dataaccess.keycloak.session.Letter.Kind;
import io.dataaccess.keycloak.session.Postbox;
import io.dataaccess.keycloak.session.Postbox.Sent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Whether the limit is for this letter: what is urgent goes out at once, its reminders do not, nor too much of it. */
    boolean takes(Letter letter) {
        return letter.kind() == Kind.REMINDER || (letter.kind() == Kind.WAITS && !goesAtOnce(letter));
    }

    /** When the recipient of this letter may have another mail about its requester; empty when they may now. */
    Optional<Instant> fullUntil(Letter letter) {
        Instant hourAgo = Instant.now().minus(HourlyLimit.HOUR);
        String recipient = letter.recipient().orElseThrow();
        List<Sent> sent = access.post().sentAfter(hourAgo, recipient, WAITING);
        HourlyLimit limit = HourlyLimit.of(realm);
        return Stream.of(limit.fullUntil(times(sent)), limit.share().fullUntil(times(ofSameRequester(letter, sent))))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private List<Sent> ofSameRequester(Letter letter, List<Sent> sent) {
        Optional<UserRef> requester = requester(letter.about());
        return sent.stream()
                .filter(mail -> requester(mail.about()).equals(requester))
                .toList();
    }

    private static List<Instant> times(List<Sent> sent) {
        return sent.stream().map(Sent::at).toList();
    }

    private Optional<UserRef> requester(String requestId) {
        return access.requests().find(requestId).map(request -> request.ask().requester());
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
