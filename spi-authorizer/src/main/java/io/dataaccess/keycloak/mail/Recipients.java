/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.Target;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.grant.AccessGrant;
import io.dataaccess.keycloak.grant.Ending;
import io.dataaccess.keycloak.request.AccessRequest;
import io.dataaccess.keycloak.request.RequestStatus;
import io.dataaccess.keycloak.request.Vote;
import io.dataaccess.keycloak.session.DataAccess;
import io.dataaccess.keycloak.session.Letter;
import io.dataaccess.keycloak.session.Letter.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a letter concerns, as people, groups and policies stand now. */
final class Recipients {

    private final DataAccess access;
    private final Instant now;

    Recipients(DataAccess access) {
        this.access = access;
        this.now = access.clock().instant();
    }

    /** The letters to write for one that has no recipient yet. */
    Stream<Letter> of(Letter letter) {
        return switch (letter.kind()) {
            case WAITS, REMINDER ->
                request(letter).stream()
                        .flatMap(access.bench()::awaited)
                        .map(person -> letter.to(letter.kind(), person.user().id()));
            case DECIDED ->
                request(letter).stream()
                        .flatMap(request -> Stream.concat(
                                parties(request).map(user -> letter.to(Kind.DECIDED, user.id())),
                                others(request)
                                        .map(person -> letter.to(
                                                Kind.SETTLED, person.user().id()))));
            case CANCELLED_REVOKED, CANCELLED_BY_OWNER, CANCELLED_DELETED, CANCELLED_RECLASSIFIED ->
                request(letter).stream().flatMap(Recipients::parties).map(user -> letter.to(letter.kind(), user.id()));
            case EXPIRED ->
                request(letter).stream()
                        .filter(this::isExpired)
                        .flatMap(Recipients::parties)
                        .map(user -> letter.to(letter.kind(), user.id()));
            case ENDS_SOON, REVOKED, DELETED ->
                grant(letter).stream()
                        .flatMap(grant -> parties(grant).filter(user -> !endedBy(grant, user)))
                        .map(user -> letter.to(letter.kind(), user.id()));
            case SETTLED -> Stream.empty();
        };
    }

    /** Whether it still says something true, and to somebody whose business it still is. */
    boolean concerns(Letter letter) {
        Optional<Person> recipient = letter.recipient().flatMap(access.people()::person);
        return recipient.filter(person -> concerns(letter, person)).isPresent();
    }

    private boolean concerns(Letter letter, Person person) {
        return switch (letter.kind()) {
            case WAITS, REMINDER ->
                request(letter)
                        .filter(request -> access.bench().isAwaited(person, request))
                        .isPresent();
            case SETTLED ->
                request(letter).filter(request -> sitsOnPanel(person, request)).isPresent()
                        && access.post().wasTold(Kind.WAITS, letter.about(), person);
            case DECIDED, CANCELLED_REVOKED, CANCELLED_BY_OWNER, CANCELLED_DELETED, CANCELLED_RECLASSIFIED ->
                request(letter).isPresent();
            case EXPIRED -> request(letter).filter(this::isExpired).isPresent();
            case ENDS_SOON -> grant(letter).filter(this::endsSoon).isPresent();
            case REVOKED, DELETED -> grant(letter).isPresent();
        };
    }

    /** The id of the request that it is about, or whose grant it is about. */
    Optional<String> requestOf(Letter letter) {
        return request(letter)
                .map(AccessRequest::id)
                .or(() -> grant(letter).map(grant -> grant.approval().requestId()));
    }

    private Optional<AccessRequest> request(Letter letter) {
        return access.requests().find(letter.about());
    }

    private Optional<AccessGrant> grant(Letter letter) {
        return access.grants().find(letter.about());
    }

    private boolean isExpired(AccessRequest request) {
        return request.statusAt(now) == RequestStatus.EXPIRED;
    }

    /** An extension lasts longer: then nothing ends yet. */
    private boolean endsSoon(AccessGrant grant) {
        return grant.isActiveAt(now)
                && access.grants().notOverAt(Target.of(grant.access()), now).stream()
                        .filter(other -> other.access().isSameAs(grant.access()))
                        .noneMatch(other ->
                                other.term().until().isAfter(grant.term().until()));
    }

    private static Stream<UserRef> parties(AccessRequest request) {
        return Stream.of(request.ask().requester(), request.access().subject()).distinct();
    }

    private Stream<UserRef> parties(AccessGrant grant) {
        return access.requests().find(grant.approval().requestId()).stream().flatMap(Recipients::parties);
    }

    /** Whoever ends an access knows. */
    private static boolean endedBy(AccessGrant grant, UserRef user) {
        return grant.term()
                .ending()
                .flatMap(Ending::by)
                .filter(by -> by.isSameAs(user))
                .isPresent();
    }

    /** Those on the panel, without the parties and whoever cast the last vote. */
    private Stream<Person> others(AccessRequest request) {
        return panel(request)
                .filter(person -> request.course().votes().stream()
                        .map(Vote::approver)
                        .reduce((earlier, later) -> later)
                        .filter(last -> last.isSameAs(person.user()))
                        .isEmpty());
    }

    private Stream<Person> panel(AccessRequest request) {
        return access.bench().panel(request).stream()
                .flatMap(panel -> panel.seats().stream()
                        .flatMap(seat -> access.people().members(seat.group()))
                        .filter(person -> !panel.groupsOf(person).isEmpty()))
                .filter(person -> !request.ask().concerns(person.user()))
                .distinct();
    }

    private boolean sitsOnPanel(Person person, AccessRequest request) {
        return access.bench()
                .panel(request)
                .filter(panel -> !panel.groupsOf(person).isEmpty())
                .isPresent();
    }
}
