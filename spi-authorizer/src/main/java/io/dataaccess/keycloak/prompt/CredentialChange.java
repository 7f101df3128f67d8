/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.prompt;

import io.dataaccess.keycloak.access.Fingerprint;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Notices when somebody's password, second factors or the like are others than when they logged in. */
final class CredentialChange {

    private static final String PASSWORD = UserModel.RequiredAction.UPDATE_PASSWORD.name();
    private static final String FINGERPRINT = "data-access.credentials";

    private final RequiredActionContext context;
    private final AuthenticationSessionModel session;
    private final Memory accepted;

    CredentialChange(RequiredActionContext context) {
        this.context = context;
        this.session = context.getAuthenticationSession();
        this.accepted = Memory.credentialActions(session);
    }

    /** Notes the credentials when they are not yet; a change that a page of this very login has made is noted as well. */
    void note() {
        String last = session.getAuthNote(AuthenticationProcessor.LAST_PROCESSED_EXECUTION);
        if (session.getAuthNote(FINGERPRINT) == null) {
            session.setAuthNote(FINGERPRINT, fingerprint());
        } else if (last != null && isFound() && isAboutCredentials(last) && accepted.add(List.of(last))) {
            session.setAuthNote(FINGERPRINT, fingerprint());
        }
    }

    boolean isFound() {
        return !fingerprint().equals(session.getAuthNote(FINGERPRINT));
    }

    private boolean isAboutCredentials(String action) {
        return PASSWORD.equals(action)
                || context.getSession().getProvider(RequiredActionProvider.class, action) instanceof CredentialAction;
    }

    /** Of the secrets, not of counters that each use moves on. */
    private String fingerprint() {
        return Fingerprint.of(context.getUser()
                .credentialManager()
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
