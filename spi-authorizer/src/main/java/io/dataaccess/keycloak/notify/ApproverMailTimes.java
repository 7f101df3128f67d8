/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.notify.MailOutbox.Sent;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestApprovers;
import io.dataaccess.keycloak.request.RequestStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** When approvers get mail about what waits for them, as far as the realm's hourly limit goes. */
public final class ApproverMailTimes {

    private static final Set<Kind> WAITING = Set.of(Kind.WAITS, Kind.REMINDER);

    private final RealmModel realm;
    private final MailOutbox outbox;
    private final RequestStore requests;

    public ApproverMailTimes(RealmModel realm, MailOutbox outbox, RequestStore requests) {
        this.realm = realm;
        this.outbox = outbox;
        this.requests = requests;
    }

    /** When this user may have another mail about this request's requester; empty when they may now. */
    public Optional<Instant> fullUntil(String userId, AccessRequest request) {
        List<Sent> sent = outbox.sentAfter(Instant.now().minus(HourlyMailLimit.HOUR), userId, WAITING);
        HourlyMailLimit limit = HourlyMailLimit.of(realm);
        return Stream.of(
                        limit.fullUntil(times(sent)),
                        limit.share()
                                .fullUntil(times(ofRequester(request.content().requester(), sent))))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** How many approvers get mail about one request. */
    public int mostRecipients() {
        return RealmLimit.MAILS_PER_REQUEST.in(realm);
    }

    /** Whom a reminder of this request that goes out now reaches, and when; of more than get it, as many are looked at. */
    public Reminder reminder(AccessRequest request, RequestApprovers approvers) {
        List<String> readers = approvers
                .awaited(request)
                .limit(mostRecipients())
                .flatMap(person -> outbox.reader(person.user().id()).stream())
                .map(UserModel::getId)
                .toList();
        return new Reminder(
                readers.size(),
                readers.stream()
                        .flatMap(reader -> fullUntil(reader, request).stream())
                        .max(Comparator.naturalOrder()));
    }

    private List<Sent> ofRequester(UserRef requester, List<Sent> sent) {
        return sent.stream()
                .filter(mail -> requests.find(mail.about())
                        .filter(about -> about.content().requester().equals(requester))
                        .isPresent())
                .toList();
    }

    private static List<Instant> times(List<Sent> sent) {
        return sent.stream().map(Sent::at).toList();
    }

    /**
     * What becomes of a reminder.
     *
     * @param recipients how many approvers get it by mail; none in a realm without a mail server
     * @param heldUntil when the last of them gets it, in one mail with others; empty when all get it at once
     */
    public record Reminder(int recipients, Optional<Instant> heldUntil) {}
}
