/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.catalog;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What is set for the realm as a whole. */
final class RealmProblems {

    private final RealmModel realm;

    RealmProblems(RealmModel realm) {
        this.realm = realm;
    }

    Stream<Problem> find() {
        return Stream.of(rotation(), registration(), pendingLimit(), mailLimit())
                .flatMap(found -> found);
    }

    private Stream<Problem> rotation() {
        return realm.isRevokeRefreshToken()
                        && new ScopeCatalog(realm).all().findAny().isPresent()
                ? Stream.of(Problem.warning(
                        "refresh_token_rotation",
                        Place.realm(realm),
                        "uses a refresh token up even when the refresh is refused, so that an ended access grant costs"
                                + " the whole login: let applications narrow the scope before the end, or switch"
                                + " 'Revoke Refresh Token' off"))
                : Stream.empty();
    }

    private Stream<Problem> registration() {
        return realm.isRegistrationAllowed()
                ? Stream.of(Problem.warning(
                        "registration_open",
                        Place.realm(realm),
                        "lets anybody make an account, so that only conditions keep strangers from asking:"
                                + " switch 'User registration' off"))
                : Stream.empty();
    }

    private Stream<Problem> pendingLimit() {
        return PendingLimit.isMisspelt(realm)
                ? Stream.of(Problem.warning(
                        "pending_limit_invalid",
                        Place.realm(realm),
                        "limits the pending requests of a requester to no number from 1 to 999, so that the usual limit"
                                + " holds: correct the attribute data-access.maxPendingRequests"))
                : Stream.empty();
    }

    private Stream<Problem> mailLimit() {
        return Optional.ofNullable(realm.getAttribute("data-access.mailsPerHour"))
                .filter(text -> !text.isBlank() && !text.strip().matches("[1-9][0-9]{0,2}"))
                .map(text -> Problem.warning(
                        "mail_limit_invalid",
                        Place.realm(realm),
                        "limits the mails an hour to an approver to no number from 1 to 999, so that the usual limit"
                                + " holds: correct the attribute data-access.mailsPerHour"))
                .stream();
    }
}
