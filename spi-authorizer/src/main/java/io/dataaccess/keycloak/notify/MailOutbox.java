/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.notify.OutboxMail.Content;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.persistence.DatabaseResult;
import io.dataaccess.keycloak.persistence.outbox.OutboxEntries;
import io.dataaccess.keycloak.persistence.outbox.OutboxEntries.Containers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;
import org.keycloak.urls.UrlType;

/** Keycloak's outbox, for a realm's mails: what is enqueued stays if the transaction does, and is enqueued once. */
public final class MailOutbox {

    /** The kind of our entries among those of others. */
    public static final String ENTRIES = "data-access-mail";

    /** In the metadata of an entry: a mail of its own was sent. */
    public static final String SENT = "sent";

    /** In the metadata of an entry: a mail of its own was sent, beside what the recipient's hour allows. */
    public static final String SENT_BESIDE = "sent-beside";

    /** In the metadata of an entry: it stood in a digest that was sent for another. */
    public static final String LISTED = "listed";

    /** In the metadata of an entry that has not been tried: it goes before the others. */
    private static final String URGENT = "urgent";

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Set<String> TOLD = Set.of(SENT, SENT_BESIDE, LISTED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OutboxStore outbox;

    public MailOutbox(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.outbox = new OutboxStore(session);
    }

    /** Whether the realm has a mail server: without one nothing is enqueued. */
    public static boolean isOpen(RealmModel realm) {
        Map<String, String> server = realm.getSmtpConfig();
        String from = server == null ? null : server.get("from");
        return from != null && !from.isBlank();
    }

    /** Enqueues a mail to whom it concerns; who that is will be looked up when it is sent. */
    void enqueue(Kind kind, String about, String thread) {
        enqueueMarked(kind, about, thread, null);
    }

    /** Enqueues a mail to whom it concerns, to be sent before everything that became due within the last day. */
    void enqueueUrgent(Kind kind, String about, String thread) {
        enqueueMarked(kind, about, thread, URGENT)
                .ifPresent(entry -> entry.setNextAttemptAt(entry.getCreatedAt().minus(AHEAD)));
    }

    /** Enqueues a mail to whom it concerns, to be sent at this time. */
    void enqueue(Kind kind, String about, String thread, Instant due) {
        enqueueMarked(kind, about, thread, null).ifPresent(entry -> entry.setNextAttemptAt(due));
    }

    /** Enqueues a mail to one recipient, as due and as urgent as the one that it was made from. */
    public void enqueue(OutboxMail mail, OutboxEntryEntity from) {
        String owner = OutboxMail.mailbox(mail.recipient().orElseThrow());
        outbox.findById(enqueue(mail, owner, from.getMetadata())).setNextAttemptAt(from.getNextAttemptAt());
    }

    /** Lets all of the realm's mails wait until this time: its mail server takes none. */
    public void postpone(Instant until) {
        OutboxEntries.postpone(session, ENTRIES, realm, URGENT, until);
    }

    /** The user, if mail can reach them: who is gone, disabled or has no address gets none, nor does a realm without mail. */
    public Optional<UserModel> reader(String userId) {
        return Optional.of(userId)
                .filter(id -> isOpen(realm))
                .map(id -> session.users().getUserById(realm, id))
                .filter(UserModel::isEnabled)
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank());
    }

    /** Whether a mail of this kind and thread has been sent to this person. */
    public boolean wasTold(Kind kind, String thread, Person person) {
        OutboxEntryEntity entry = outbox.findByOwnerAndCorrelationId(
                ENTRIES, OutboxMail.mailbox(person.user().id()), OutboxMail.correlation(kind, thread));
        return entry != null && isTold(entry);
    }

    /**
     * A mail that was sent.
     *
     * @param about id of the request it was about; of a digest, the first
     */
    public record Sent(Instant at, String about) {}

    /**
     * Mails of these kinds that were sent to this user after this time, earliest first; a digest is one, and what went
     * out beside the recipient's hour is none.
     */
    public List<Sent> sentAfter(Instant time, String userId, Set<Kind> kinds) {
        return OutboxEntries.deliveredAfter(session, ENTRIES, OutboxMail.mailbox(userId), time).stream()
                .filter(entry -> kinds.contains(Kind.valueOf(entry.getEntryType())))
                .filter(entry -> SENT.equals(entry.getMetadata()))
                .map(entry -> new Sent(entry.getDeliveredAt(), entry.getContainerId()))
                .toList();
    }

    /** The ids of those to whom a mail of this kind and thread was sent. */
    public Stream<String> told(Kind kind, String thread) {
        return OutboxEntries.delivered(session, ENTRIES, realm, OutboxMail.correlation(kind, thread)).stream()
                .filter(MailOutbox::isTold)
                .flatMap(entry -> OutboxMail.of(entry).recipient().stream());
    }

    /** Of these requests, those about whose waiting not all approvers got mail, by id. */
    public Map<String, Mailed> mailed(Set<String> requestIds) {
        Map<String, Mailed> found = new HashMap<>();
        OutboxEntries.notes(session, ENTRIES, realm, new Containers(Kind.WAITS.name(), requestIds))
                .forEach((request, metadata) -> Mailed.of(metadata).ifPresent(mailed -> found.put(request, mailed)));
        return found;
    }

    private static boolean isTold(OutboxEntryEntity entry) {
        return entry.getStatus() == OutboxEntryStatus.DELIVERED
                && entry.getMetadata() != null
                && TOLD.contains(entry.getMetadata());
    }

    /** Deletes what waits for a realm that is being removed. */
    public static void empty(KeycloakSession session, RealmModel realm) {
        new OutboxStore(session).deleteByRealm(ENTRIES, realm.getId());
    }

    private Optional<OutboxEntryEntity> enqueueMarked(
            Kind kind, String about, String thread, @Nullable String metadata) {
        if (!isOpen(realm)) {
            return Optional.empty();
        }
        // Whoever sends it later has no call to tell the address from.
        ServerUrls urls = new ServerUrls(session);
        Content content = new Content(about, urls.of(UrlType.ADMIN), urls.of(UrlType.FRONTEND));
        OutboxMail mail = new OutboxMail(kind, thread, content, Optional.empty());
        return Optional.of(DatabaseResult.of(() -> outbox.findById(enqueue(mail, realm.getId(), metadata))));
    }

    private String enqueue(OutboxMail mail, String owner, @Nullable String metadata) {
        return outbox.enqueuePending(
                ENTRIES,
                realm.getId(),
                owner,
                mail.about(),
                OutboxMail.correlation(mail.kind(), mail.thread()),
                mail.kind().name(),
                mail.payload(),
                metadata);
    }
}
