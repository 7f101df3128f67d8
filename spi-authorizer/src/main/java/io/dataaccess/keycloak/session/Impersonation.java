/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;

/** Tells whether somebody else acts in a user's session. */
public final class Impersonation {

    /** A legacy token exchange without subject token leaves no note, but this method (Keycloak 26.7.3). */
    private static final String METHOD = "impersonate";

    private Impersonation() {}

    public static boolean isIn(UserSessionModel session) {
        return session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
                || session.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString()) != null
                || METHOD.equals(session.getAuthMethod());
    }
}
