/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Shown;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import io.dataaccess.keycloak.session.Letter.Kind;
import io.dataaccess.keycloak.session.Postbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.email.EmailException;
import org.keycloak.events.outbox.OutboxDeliveryHandler;
import org.keycloak.events.outbox.OutboxDeliveryResult;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Delivers one letter as things stand now: what holds no more is dropped, not sent late. */
final class Delivery implements OutboxDeliveryHandler {

    /** In an entry's metadata: it waits for its recipient's hour to be over. */
    static final String HELD = "held";

    private static final String ADDRESSED = "addressed";
    private static final String DROPPED = "dropped";
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final MailLog log;

    Delivery(MailLog log) {
        this.log = log;
    }

    @Override
    public String entryKind() {
        return Postbox.ENTRIES;
    }

    @Override
    public OutboxDeliveryResult deliver(KeycloakSession session, OutboxEntryEntity entry) {
        RealmModel realm = session.realms().getRealm(entry.getRealmId());
        if (realm == null || !Postbox.isOpen(realm)) {
            return done(entry, DROPPED);
        }
        session.getContext().setRealm(realm);
        DataAccess access = DataAccess.of(session, realm);
        Recipients recipients = new Recipients(access);
        Letter letter = Letter.of(entry);
        if (letter.recipient().isEmpty()) {
            recipients.of(letter).forEach(one -> access.post().post(one, entry));
            return done(entry, ADDRESSED);
        }
        Optional<UserModel> reader = letter.recipient().flatMap(access.post()::reader);
        if (reader.isEmpty() || !recipients.concerns(letter)) {
            return done(entry, DROPPED);
        }
        DigestTray tray = new DigestTray(session, access, recipients);
        Headers headers = new Headers(entry.getId(), recipients.requestOf(letter));
        try {
            OutboxDeliveryResult result = deliver(
                    entry,
                    tray,
                    others -> new Sending(
                            session, access, reader.get(), others.isEmpty() ? headers : headers.withoutThread()));
            if (!HELD.equals(entry.getMetadata())) {
                log.sent(realm);
            }
            return result;
        } catch (EmailException e) {
            Refusal refusal = Refusal.of(e);
            log.refused(realm, reader.get(), refusal, reason(e), entry.getAttempts() == 0);
            return refused(access, entry, refusal, reason(e));
        }
    }

    private static OutboxDeliveryResult deliver(
            OutboxEntryEntity entry, DigestTray tray, Function<List<OutboxEntryEntity>, Sending> sending)
            throws EmailException {
        Letter letter = Letter.of(entry);
        boolean limited = tray.takes(letter);
        Optional<Instant> later = limited ? tray.fullUntil(letter) : Optional.empty();
        if (later.isPresent()) {
            entry.setNextAttemptAt(later.get());
            entry.setMetadata(HELD);
            return OutboxDeliveryResult.retry(HELD);
        }
        List<OutboxEntryEntity> others = limited ? tray.heldBesides(entry) : List.of();
        sending.apply(others).send(letter, others.stream().map(Letter::of).toList());
        tray.clear(others);
        return done(entry, letter.kind() == Kind.WAITS && !limited ? Postbox.SENT_BESIDE : Postbox.SENT);
    }

    private static OutboxDeliveryResult refused(
            DataAccess access, OutboxEntryEntity entry, Refusal refusal, String reason) {
        return switch (refusal) {
            case ADDRESS -> OutboxDeliveryResult.deadLetter("The mail server refuses the address: " + reason);
            case MAIL -> OutboxDeliveryResult.retry(reason);
            case SERVER -> {
                Instant now = Instant.now();
                Instant later = now.plus(pause(Duration.between(entry.getCreatedAt(), now)));
                entry.setNextAttemptAt(later);
                entry.setLastError(reason);
                access.post().postpone(later);
                yield OutboxDeliveryResult.retry(reason);
            }
        };
    }

    /** The longer a letter has waited, the longer until its server is tried again. */
    static Duration pause(Duration waited) {
        Duration half = waited.dividedBy(2);
        if (half.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
    }

    private static OutboxDeliveryResult done(OutboxEntryEntity entry, String how) {
        entry.setMetadata(how);
        return OutboxDeliveryResult.delivered();
    }

    /** On one line, as long as the outbox keeps it: mail servers say what they like. */
    private static String reason(EmailException failure) {
        Throwable cause = failure.getCause();
        String reason = Shown.line(failure.getMessage() + (cause == null ? "" : " " + cause));
        return reason.length() > OutboxStore.MAX_LAST_ERROR_LENGTH / 2
                ? reason.substring(0, OutboxStore.MAX_LAST_ERROR_LENGTH / 2)
                : reason;
    }
}
