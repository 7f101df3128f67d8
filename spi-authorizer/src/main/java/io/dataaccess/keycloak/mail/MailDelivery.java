/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.VisibleText;
import io.dataaccess.keycloak.notify.MailOutbox;
import io.dataaccess.keycloak.notify.Mailed;
import io.dataaccess.keycloak.notify.OutboxMail;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.session.DataAccess;
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

/** Delivers one mail as things stand now: what holds no more is dropped, not sent late. */
final class MailDelivery implements OutboxDeliveryHandler {

    /** In an entry's metadata: it waits for its recipient's hour to be over. */
    static final String HELD = "held";

    private static final String ADDRESSED = "addressed";
    private static final String DROPPED = "dropped";
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final MailLog log;

    MailDelivery(MailLog log) {
        this.log = log;
    }

    @Override
    public String entryKind() {
        return MailOutbox.ENTRIES;
    }

    @Override
    public OutboxDeliveryResult deliver(KeycloakSession session, OutboxEntryEntity entry) {
        RealmModel realm = session.realms().getRealm(entry.getRealmId());
        if (realm == null || !MailOutbox.isOpen(realm)) {
            return done(entry, DROPPED);
        }
        session.getContext().setRealm(realm);
        DataAccess access = DataAccess.of(session, realm);
        MailRecipients recipients = new MailRecipients(access);
        OutboxMail mail = OutboxMail.of(entry);
        if (mail.recipient().isEmpty()) {
            RandomSample<OutboxMail> some = recipients.of(mail);
            some.drawn().forEach(one -> access.outbox().enqueue(one, entry));
            int sent = some.drawn().size();
            return done(entry, sent < some.of() ? new Mailed(sent, (int) some.of()).note() : ADDRESSED);
        }
        Optional<UserModel> reader = mail.recipient().flatMap(access.outbox()::reader);
        if (reader.isEmpty() || !recipients.concerns(mail)) {
            return done(entry, DROPPED);
        }
        DigestQueue digestQueue = new DigestQueue(session, access, recipients);
        MailHeaders headers = new MailHeaders(entry.getId(), recipients.requestOf(mail));
        try {
            OutboxDeliveryResult result = deliver(
                    entry,
                    digestQueue,
                    others -> new MailComposer(
                            session, access, reader.get(), others.isEmpty() ? headers : headers.withoutThread()));
            if (!HELD.equals(entry.getMetadata())) {
                log.sent(realm);
            }
            return result;
        } catch (EmailException e) {
            SmtpRefusal refusal = SmtpRefusal.of(e);
            log.refused(realm, reader.get(), refusal, reason(e), entry.getAttempts() == 0);
            return refused(access, entry, refusal, reason(e));
        }
    }

    private static OutboxDeliveryResult deliver(
            OutboxEntryEntity entry, DigestQueue digestQueue, Function<List<OutboxEntryEntity>, MailComposer> sending)
            throws EmailException {
        OutboxMail mail = OutboxMail.of(entry);
        boolean limited = digestQueue.takes(mail);
        Optional<Instant> later = limited ? digestQueue.fullUntil(mail) : Optional.empty();
        if (later.isPresent()) {
            entry.setNextAttemptAt(later.get());
            entry.setMetadata(HELD);
            return OutboxDeliveryResult.retry(HELD);
        }
        List<OutboxEntryEntity> others = limited ? digestQueue.heldBesides(entry) : List.of();
        sending.apply(others).send(mail, others.stream().map(OutboxMail::of).toList());
        digestQueue.clear(others);
        return done(entry, mail.kind() == Kind.WAITS && !limited ? MailOutbox.SENT_BESIDE : MailOutbox.SENT);
    }

    private static OutboxDeliveryResult refused(
            DataAccess access, OutboxEntryEntity entry, SmtpRefusal refusal, String reason) {
        return switch (refusal) {
            case ADDRESS -> OutboxDeliveryResult.deadLetter("The mail server refuses the address: " + reason);
            case MAIL -> OutboxDeliveryResult.retry(reason);
            case SERVER -> {
                Instant now = Instant.now();
                Instant later = now.plus(pause(Duration.between(entry.getCreatedAt(), now)));
                entry.setNextAttemptAt(later);
                entry.setLastError(reason);
                access.outbox().postpone(later);
                yield OutboxDeliveryResult.retry(reason);
            }
        };
    }

    /** The longer a mail has waited, the longer until its server is tried again. */
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
        String reason = VisibleText.line(failure.getMessage() + (cause == null ? "" : " " + cause));
        return reason.length() > OutboxStore.MAX_LAST_ERROR_LENGTH / 2
                ? reason.substring(0, OutboxStore.MAX_LAST_ERROR_LENGTH / 2)
                : reason;
    }
}
