/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import static java.util.Comparator.comparing;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.grant.AccessGrant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Until when people have an access, by whichever of its grants opens it longest: an extension leaves two of them, and the
 * gate takes the one that ends later, wherever both began.
 */
public final class RunningAccess {

    private final GrantUsability use;
    private final List<AccessGrant> running;
    private final Instant now;

    /**
     * A grant that opens its scope now.
     *
     * @param until when it stops, as the gate would say
     */
    public record Running(AccessGrant grant, Instant until) {}

    RunningAccess(GrantUsability use, List<AccessGrant> running, Instant now) {
        this.use = use;
        this.running = running;
        this.now = now;
    }

    /** What runs of any of these accesses; one query for all of them. */
    public static RunningAccess of(DataAccess access, Collection<Access> accesses) {
        Instant now = access.clock().instant();
        return new RunningAccess(access.grantUsability(), access.grants().runningOf(accesses, now), now);
    }

    /**
     * The grant by which this access to all of this data is open longest; empty when it is not open.
     *
     * @param known the grants that may be told of
     */
    public Optional<Running> longest(Access access, List<DataCategory> data, Predicate<AccessGrant> known) {
        return running.stream()
                .filter(grant -> grant.access().isSameAs(access))
                .filter(grant -> grant.approval().coversAll(data))
                .filter(known)
                .flatMap(this::open)
                .max(comparing(Running::until));
    }

    /**
     * Until when the access of a grant that nobody ended is open: by the grant itself, or by one that ran when its time was
     * over; empty when the access is not open, or was ended.
     *
     * @param known the other grants that may be told of
     */
    public Optional<Instant> until(AccessGrant grant, Predicate<AccessGrant> known) {
        return Optional.of(grant)
                .filter(own -> own.term().ending().isEmpty())
                .flatMap(own -> longest(
                        own.access(),
                        own.approval().categories(),
                        other -> other.id().equals(own.id())
                                || (known.test(other)
                                        && !other.term()
                                                .from()
                                                .isAfter(own.term().until()))))
                .map(Running::until);
    }

    private Stream<Running> open(AccessGrant grant) {
        return use.usableUntil(grant, now).map(until -> new Running(grant, until)).stream();
    }
}
