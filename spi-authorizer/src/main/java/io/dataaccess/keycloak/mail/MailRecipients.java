/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.AccessFilter;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.notify.OutboxMail;
import io.dataaccess.keycloak.notify.OutboxMail.Kind;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.session.DataAccess;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a mail concerns, as people, groups and policies stand now. */
final class MailRecipients {

    private static final SecureRandom LOT = new SecureRandom();

    private final DataAccess access;
    private final Instant now;

    MailRecipients(DataAccess access) {
        this.access = access;
        this.now = access.clock().instant();
    }

    /** The mails to write for one that has no recipient yet: to approvers, where it concerns too many, to some by lot. */
    RandomSample<OutboxMail> of(OutboxMail mail) {
        boolean limited = mail.kind() == Kind.WAITS || mail.kind() == Kind.REMINDER;
        return RandomSample.of(all(mail), limited ? access.mailTimes().mostRecipients() : Integer.MAX_VALUE, LOT);
    }

    private Stream<OutboxMail> all(OutboxMail mail) {
        return switch (mail.kind()) {
            case WAITS, REMINDER ->
                request(mail).stream()
                        .flatMap(access.requestApprovers()::awaited)
                        .map(person -> mail.to(mail.kind(), person.user().id()));
            case DECIDED ->
                request(mail).stream()
                        .flatMap(request -> Stream.concat(
                                parties(request).map(user -> mail.to(Kind.DECIDED, user.id())),
                                others(request).map(user -> mail.to(Kind.SETTLED, user))));
            case CANCELLED_REVOKED, CANCELLED_BY_OWNER, CANCELLED_DELETED, CANCELLED_RECLASSIFIED ->
                request(mail).stream().flatMap(MailRecipients::parties).map(user -> mail.to(mail.kind(), user.id()));
            case EXPIRED ->
                request(mail).stream()
                        .filter(this::isExpired)
                        .flatMap(MailRecipients::parties)
                        .map(user -> mail.to(mail.kind(), user.id()));
            case ENDS_SOON, REVOKED, DELETED ->
                grant(mail).stream()
                        .flatMap(grant -> parties(grant).filter(user -> !endedBy(grant, user)))
                        .map(user -> mail.to(mail.kind(), user.id()));
            case SETTLED -> Stream.empty();
        };
    }

    /** Whether it still says something true, and to somebody whose business it still is. */
    boolean concerns(OutboxMail mail) {
        Optional<Person> recipient = mail.recipient().flatMap(access.people()::person);
        return recipient.filter(person -> concerns(mail, person)).isPresent();
    }

    private boolean concerns(OutboxMail mail, Person person) {
        return switch (mail.kind()) {
            case WAITS, REMINDER ->
                request(mail)
                        .filter(request -> access.requestApprovers().isAwaited(person, request))
                        .isPresent();
            case SETTLED ->
                request(mail).filter(request -> isApprover(person, request)).isPresent()
                        && access.outbox().wasTold(Kind.WAITS, mail.about(), person);
            case DECIDED, CANCELLED_REVOKED, CANCELLED_BY_OWNER, CANCELLED_DELETED, CANCELLED_RECLASSIFIED ->
                request(mail).isPresent();
            case EXPIRED -> request(mail).filter(this::isExpired).isPresent();
            case ENDS_SOON -> grant(mail).filter(this::endsSoon).isPresent();
            case REVOKED, DELETED -> grant(mail).isPresent();
        };
    }

    /** The id of the request that it is about, or whose grant it is about. */
    Optional<String> requestOf(OutboxMail mail) {
        return request(mail)
                .map(AccessRequest::id)
                .or(() -> grant(mail).map(grant -> grant.approval().requestId()));
    }

    private Optional<AccessRequest> request(OutboxMail mail) {
        return access.requests().find(mail.about());
    }

    private Optional<AccessGrant> grant(OutboxMail mail) {
        return access.grants().find(mail.about());
    }

    private boolean isExpired(AccessRequest request) {
        return request.statusAt(now) == RequestStatus.EXPIRED;
    }

    /** An extension lasts longer: then nothing ends yet. */
    private boolean endsSoon(AccessGrant grant) {
        return grant.isActiveAt(now)
                && access.grants().notOverAt(AccessFilter.of(grant.access()), now).stream()
                        .filter(other -> other.access().isSameAs(grant.access()))
                        .noneMatch(other ->
                                other.term().until().isAfter(grant.term().until()));
    }

    private static Stream<UserRef> parties(AccessRequest request) {
        return Stream.of(request.content().requester(), request.access().subject())
                .distinct();
    }

    private Stream<UserRef> parties(AccessGrant grant) {
        return access.requests().find(grant.approval().requestId()).stream().flatMap(MailRecipients::parties);
    }

    /** Whoever ends an access knows. */
    private static boolean endedBy(AccessGrant grant, UserRef user) {
        return grant.term()
                .ending()
                .flatMap(Ending::by)
                .filter(by -> by.isSameAs(user))
                .isPresent();
    }

    /** Those who were told that it waits, by id, without the parties and whoever cast the last vote. */
    private Stream<String> others(AccessRequest request) {
        Optional<String> last = request.state().votes().stream()
                .map(vote -> vote.approver().id())
                .reduce((earlier, later) -> later);
        return access.outbox()
                .told(Kind.WAITS, request.id())
                .filter(user -> parties(request).noneMatch(party -> party.id().equals(user)))
                .filter(user -> last.filter(user::equals).isEmpty());
    }

    private boolean isApprover(Person person, AccessRequest request) {
        return access.requestApprovers()
                .of(request)
                .filter(set -> !set.groupsOf(person).isEmpty())
                .isPresent();
    }
}
