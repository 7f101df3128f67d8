/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.Details;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Tells whether somebody else acts in a user's session, and who. */
public final class Impersonation {

    /** A legacy token exchange without subject token leaves no note, but this method (Keycloak 26.7.3). */
    private static final String METHOD = "impersonate";

    private static final String ID = ImpersonationSessionNote.IMPERSONATOR_ID.toString();
    private static final String CLIENT = ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString();

    private Impersonation() {}

    public static boolean isIn(UserSessionModel session) {
        return isTold(session.getNotes()) || METHOD.equals(session.getAuthMethod());
    }

    /**
     * Whether it is so in a session with this id, online or offline: Keycloak gives both one id (26.7.3), and a token may
     * be of either.
     *
     * @param id what a token names, or null
     */
    public static boolean isIn(KeycloakSession session, RealmModel realm, @Nullable String id) {
        return id != null
                && Stream.of(
                                session.sessions().getUserSession(realm, id),
                                session.sessions().getOfflineUserSession(realm, id))
                        .anyMatch(found -> found != null && isIn(found));
    }

    /** Whether a login goes on from an impersonated session, or leads into one. */
    public static boolean isIn(KeycloakSession session, AuthenticationSessionModel login) {
        return isTold(login.getUserSessionNotes())
                || behind(session, login).filter(Impersonation::isIn).isPresent();
    }

    /**
     * Leaves in a login that goes on from an impersonated session whose it is: a browser may send the cookies of two
     * sessions, and Keycloak then makes a new session after a page, without these notes (26.7.3).
     */
    public static void carry(UserSessionModel from, AuthenticationSessionModel login) {
        carry(from, login::setUserSessionNote);
    }

    /**
     * Leaves in the offline session beside an impersonated one whose it is: an offline session of the same id may be older
     * than the impersonation, and Keycloak then adds the client to it without these notes. In one node's memory both may
     * share their notes, in the database they do not (26.7.3).
     */
    public static void carryOffline(KeycloakSession session, UserSessionModel from) {
        if (!isIn(from) || from.isOffline()) {
            return;
        }
        UserSessionModel offline = session.sessions().getOfflineUserSession(from.getRealm(), from.getId());
        if (offline != null) {
            carry(from, offline::setNote);
        }
    }

    private static void carry(UserSessionModel from, BiConsumer<String, String> note) {
        note.accept(ID, Optional.ofNullable(from.getNote(ID)).orElse("unknown"));
        Stream.of(ImpersonationSessionNote.values())
                .map(Object::toString)
                .filter(name -> from.getNote(name) != null)
                .forEach(name -> note.accept(name, from.getNote(name)));
    }

    /** The impersonator as details of an event: id, name, client and realm, as far as they are known. */
    public static Map<String, String> by(KeycloakSession session, AuthenticationSessionModel login) {
        return isTold(login.getUserSessionNotes())
                ? details(session, login.getRealm(), login.getUserSessionNotes())
                : behind(session, login).map(found -> by(session, found)).orElse(Map.of());
    }

    /** The impersonator as details of an event: id, name, client and realm, as far as they are known. */
    public static Map<String, String> by(KeycloakSession session, UserSessionModel userSession) {
        return details(session, userSession.getRealm(), userSession.getNotes());
    }

    private static boolean isTold(Map<String, String> notes) {
        return notes.containsKey(ID) || notes.containsKey(CLIENT);
    }

    private static Optional<UserSessionModel> behind(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId()));
    }

    private static Map<String, String> details(KeycloakSession session, RealmModel realm, Map<String, String> notes) {
        Map<String, String> details = new TreeMap<>();
        Optional.ofNullable(notes.get(ImpersonationSessionNote.IMPERSONATOR_USERNAME.toString()))
                .ifPresent(name -> details.put(Details.IMPERSONATOR, name));
        Optional.ofNullable(notes.get(CLIENT)).ifPresent(client -> details.put("impersonator_client", client));
        Optional.ofNullable(notes.get(ID)).ifPresent(id -> {
            details.put("impersonator_id", id);
            details.put(Details.IMPERSONATOR_REALM, realmOf(id, session, realm));
        });
        return details;
    }

    /** Somebody of the realm itself, or else an administrator of the server. */
    private static String realmOf(String id, KeycloakSession session, RealmModel realm) {
        return session.users().getUserById(realm, id) == null ? Config.getAdminRealm() : realm.getName();
    }
}
