/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.lint.realm;

import io.dataaccess.keycloak.catalog.ParameterizedText;
import io.dataaccess.keycloak.catalog.RealmElement;
import io.dataaccess.keycloak.catalog.RealmElement.Kind;
import io.dataaccess.keycloak.lint.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/** Traces that are not kept: who got a token on which access grant, what was refused, who changed what. */
public final class EventProblems {

    private static final Duration KEPT = Duration.ofDays(365);
    /** What the gate and the approval prompt write into: each with its error. */
    private static final List<EventType> WRITTEN = List.of(
            EventType.LOGIN,
            EventType.CODE_TO_TOKEN,
            EventType.REFRESH_TOKEN,
            EventType.CLIENT_LOGIN,
            EventType.TOKEN_EXCHANGE,
            EventType.PERMISSION_TOKEN,
            EventType.OAUTH2_DEVICE_CODE_TO_TOKEN,
            EventType.AUTHREQID_TO_TOKEN,
            EventType.JWT_AUTHORIZATION_GRANT,
            EventType.CUSTOM_REQUIRED_ACTION);

    private final RealmModel realm;
    private final RealmElement ofUsers;
    private final RealmElement ofAdmins;

    public EventProblems(RealmModel realm) {
        this.realm = realm;
        this.ofUsers = RealmElement.events(Kind.EVENTS, realm);
        this.ofAdmins = RealmElement.events(Kind.ADMIN_EVENTS, realm);
    }

    public Stream<Problem> find() {
        return Stream.concat(
                realm.isEventsEnabled()
                        ? Stream.concat(missing(), expiring())
                        : Stream.of(Problem.warning(
                                "events_off",
                                ofUsers,
                                "are not stored, so that neither refusals nor tokens leave a trace that can be"
                                        + " searched: switch on 'Save events'")),
                realm.isAdminEventsEnabled() ? adminDetails() : Stream.of(adminEventsOff()));
    }

    private Stream<Problem> missing() {
        Set<String> stored = realm.getEnabledEventTypesStream().collect(Collectors.toSet());
        Set<String> missing = WRITTEN.stream()
                .flatMap(type -> Stream.of(type, EventType.valueOf(type.name() + "_ERROR")))
                .filter(type -> stored.isEmpty() ? !type.isSaveByDefault() : !stored.contains(type.name()))
                .map(EventType::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "event_types_missing",
                        ofUsers,
                        "of these types are not stored, though tokens and refusals write them: add {types}",
                        ParameterizedText.naming("types", String.join(", ", missing))));
    }

    private Stream<Problem> adminDetails() {
        Stream<Problem> details = realm.isAdminEventsDetailsEnabled()
                ? Stream.empty()
                : Stream.of(Problem.warning(
                        "admin_events_without_details",
                        ofAdmins,
                        "say that something was changed and not what: switch on 'Include representation'"));
        return Stream.concat(details, adminEventsExpiring());
    }

    private Problem adminEventsOff() {
        return Problem.warning(
                "admin_events_off",
                ofAdmins,
                "are not stored, so that changes of policies, groups and attributes, votes and revocations leave no"
                        + " trace that can be searched: switch on 'Save events' of the admin events");
    }

    private Stream<Problem> expiring() {
        return isTooShort(realm.getEventsExpiration())
                ? Stream.of(Problem.warning(
                        "events_expire", ofUsers, "are deleted before an audit has seen them: keep them for a year"))
                : Stream.empty();
    }

    private Stream<Problem> adminEventsExpiring() {
        return isTooShort(adminExpiration())
                ? Stream.of(Problem.warning(
                        "admin_events_expire",
                        ofAdmins,
                        "are deleted before an audit has seen them: keep them for a year"))
                : Stream.empty();
    }

    /** Zero keeps them for good. */
    private static boolean isTooShort(long seconds) {
        return seconds > 0 && seconds < KEPT.toSeconds();
    }

    /** Kept as an attribute, and by nothing else. */
    private long adminExpiration() {
        return Optional.ofNullable(realm.getAttribute("adminEventsExpiration"))
                .filter(seconds -> seconds.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
