/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.grant;

import static io.dataaccess.keycloak.access.SettableClock.NOON;

import io.dataaccess.keycloak.access.Access;
import io.dataaccess.keycloak.access.Clients;
import io.dataaccess.keycloak.access.People;
import io.dataaccess.keycloak.access.Person;
import io.dataaccess.keycloak.access.UserRef;
import io.dataaccess.keycloak.classification.Categories;
import io.dataaccess.keycloak.classification.DataCategory;
import io.dataaccess.keycloak.classification.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants of Lin for the contact details, and how one of them becomes a little different. */
public final class Grants {

    private Grants() {}

    /** From half an hour before noon to half an hour after. */
    public static AccessGrant running() {
        return new AccessGrant(
                "grant-1",
                new Access(
                        People.lin().user(),
                        Clients.sampleApp(),
                        Scopes.usContact().ref()),
                new Approval("request-1", "legal-request", List.of(Categories.usContact())),
                new Term(NOON.minus(Duration.ofMinutes(30)), NOON.plus(Duration.ofMinutes(30)), Optional.empty()));
    }

    /** Ended by itself a moment before noon. */
    public static AccessGrant expired() {
        return lasting(running(), NOON.minus(Duration.ofHours(1)), NOON);
    }

    public static AccessGrant revoked() {
        UserRef avery = People.avery().user();
        return running().end(new Ending(NOON.minus(Duration.ofMinutes(1)), Optional.of(avery), "no longer needed"));
    }

    public static AccessGrant lasting(AccessGrant grant, Instant from, Instant until) {
        return new AccessGrant(grant.id(), grant.access(), grant.approval(), new Term(from, until, Optional.empty()));
    }

    public static AccessGrant called(String id, AccessGrant grant) {
        return new AccessGrant(id, grant.access(), grant.approval(), grant.term());
    }

    public static AccessGrant of(Access access, AccessGrant grant) {
        return new AccessGrant(grant.id(), access, grant.approval(), grant.term());
    }

    public static AccessGrant to(Person subject, AccessGrant grant) {
        Access access = grant.access();
        return of(new Access(subject.user(), access.client(), access.scope()), grant);
    }

    public static AccessGrant opening(AccessGrant grant, DataCategory... categories) {
        Approval approval = grant.approval();
        return new AccessGrant(
                grant.id(),
                grant.access(),
                new Approval(approval.requestId(), approval.purpose(), List.of(categories)),
                grant.term());
    }
}
