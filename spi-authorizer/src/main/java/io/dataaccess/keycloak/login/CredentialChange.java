/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.login;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.Objects;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Notices when somebody's password, second factors or the like are others than when they logged in. */
public final class CredentialChange {

    private static final String FINGERPRINT = "data-access.credentials";
    private static final String IN_SESSION = "data-access.credentials-changed";

    private final AuthenticationSessionModel login;
    private final UserModel user;

    public CredentialChange(AuthenticationSessionModel login, UserModel user) {
        this.login = login;
        this.user = user;
    }

    /**
     * Notes the credentials when they are not yet, unless one of them is newer than the first that was given.
     *
     * @param began when that was, in seconds since 1970
     */
    void note(long began) {
        if (login.getAuthNote(FINGERPRINT) == null && !isAnyNewer(user, began)) {
            noteFingerprint();
        }
    }

    /** Whether there is a credential of after that second. Not one from the future: it would end every login to come. */
    static boolean isAnyNewer(UserModel user, long began) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getCreatedDate)
                .filter(Objects::nonNull)
                .mapToLong(created -> created / 1000)
                .anyMatch(created -> created > began && created <= Time.currentTimeSeconds());
    }

    /** Notes credentials that this very login has changed: only where {@link #isFound} was false before. */
    public void noteAgain() {
        noteFingerprint();
        login.setUserSessionNote(IN_SESSION, String.valueOf(Time.currentTimeSeconds()));
    }

    /** When credentials were last changed on a page in this session, in seconds since 1970; 0 when never. */
    static long inSession(UserSessionModel session) {
        return LoginStart.seconds(session.getNote(IN_SESSION)).orElse(0);
    }

    private void noteFingerprint() {
        login.setAuthNote(FINGERPRINT, fingerprint());
    }

    /** Also when none are noted. */
    public boolean isFound() {
        String noted = login.getAuthNote(FINGERPRINT);
        return noted == null || !noted.equals(fingerprint());
    }

    /** Of the secrets, not of counters that each use moves on. */
    private String fingerprint() {
        return Fingerprint.of(user.credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialChange::text)
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static String text(CredentialModel credential) {
        return String.join(
                " ",
                credential.getId(),
                credential.getType(),
                Objects.toString(credential.getCreatedDate()),
                Objects.toString(credential.getSecretData()));
    }
}
