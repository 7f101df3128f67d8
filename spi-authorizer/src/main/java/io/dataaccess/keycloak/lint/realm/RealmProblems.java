/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmLimit;
import io.dataaccess.keycloak.catalog.ScopeCatalog;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What is set for the realm as a whole. */
public final class RealmProblems {

    private static final String NO_NUMBER =
            " to no number from 1 to 999, so that the usual limit holds: correct the attribute {attribute}";

    private final RealmModel realm;

    public RealmProblems(RealmModel realm) {
        this.realm = realm;
    }

    public Stream<Problem> find() {
        return Stream.of(rotation(), registration(), limits()).flatMap(found -> found);
    }

    private Stream<Problem> rotation() {
        return realm.isRevokeRefreshToken()
                        && new ScopeCatalog(realm).all().findAny().isPresent()
                ? Stream.of(Problem.warning(
                        "refresh_token_rotation",
                        RealmElement.realm(realm),
                        "uses a refresh token up even when the refresh is refused, so that an ended access grant costs"
                                + " the whole login: let applications narrow the scope before the end, or switch"
                                + " 'Revoke Refresh Token' off"))
                : Stream.empty();
    }

    private Stream<Problem> registration() {
        return realm.isRegistrationAllowed()
                ? Stream.of(Problem.warning(
                        "registration_open",
                        RealmElement.realm(realm),
                        "lets anybody make an account, so that only conditions keep strangers from asking:"
                                + " switch 'User registration' off"))
                : Stream.empty();
    }

    private Stream<Problem> limits() {
        return Stream.of(
                        limit(
                                RealmLimit.PENDING_REQUESTS,
                                named -> Problem.warning(
                                        "pending_limit_invalid",
                                        RealmElement.realm(realm),
                                        "limits the pending requests of a requester" + NO_NUMBER,
                                        named)),
                        limit(
                                RealmLimit.FILINGS_PER_HOUR,
                                named -> Problem.warning(
                                        "requests_per_hour_invalid",
                                        RealmElement.realm(realm),
                                        "limits how often somebody files within an hour" + NO_NUMBER,
                                        named)),
                        limit(
                                RealmLimit.MAILS_PER_HOUR,
                                named -> Problem.warning(
                                        "mail_limit_invalid",
                                        RealmElement.realm(realm),
                                        "limits the mails an hour to an approver" + NO_NUMBER,
                                        named)),
                        limit(
                                RealmLimit.MAILS_PER_REQUEST,
                                named -> Problem.warning(
                                        "mails_per_request_invalid",
                                        RealmElement.realm(realm),
                                        "limits how many approvers get mail about one request" + NO_NUMBER,
                                        named)),
                        limit(
                                RealmLimit.CHANGE_APPROVALS,
                                named -> Problem.warning(
                                        "change_approvals_invalid",
                                        RealmElement.realm(realm),
                                        "sets how many people must approve a change of the configuration" + NO_NUMBER,
                                        named)))
                .flatMap(found -> found);
    }

    private Stream<Problem> limit(RealmLimit limit, Function<Map<String, String>, Problem> problem) {
        return limit.isMisspeltIn(realm)
                ? Stream.of(problem.apply(ParameterizedText.naming("attribute", limit.attribute())))
                : Stream.empty();
    }
}
