/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.directory;

import io.dataaccess.keycloak.classification.GuardedScope;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/** Clients that somebody else than the realm's administrators can change, their redirect addresses and name included. */
public final class SelfRegistration {

    /**
     * What Keycloak notes of a client that came of a document at its client id (feature {@code cimd}, experimental in
     * 26.7.3): when it reads that document again.
     */
    private static final String DOCUMENT_EXPIRY = "cimd.cache.expiry.time.in.sec";

    private SelfRegistration() {}

    /** Whether it was registered dynamically or has a registration access token, or a document says how it is. */
    public static boolean isOf(ClientModel client) {
        return client.getRegistrationToken() != null || isByDocument(client);
    }

    /** Whether a document at its client id says how it is: whoever writes that moves an approved client elsewhere. */
    public static boolean isByDocument(ClientModel client) {
        return client.getAttribute(DOCUMENT_EXPIRY) != null;
    }

    /** Whether it is Keycloak's account console, and not a client of others that is called so. */
    public static boolean isAccountConsole(ClientModel client) {
        return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(client.getClientId()) && !isOf(client);
    }

    /** These scopes as the client may be given them: one that a document describes is given none that is guarded. */
    public static List<GuardedScope> scopesFor(ClientModel client, List<GuardedScope> scopes) {
        return isByDocument(client)
                ? scopes.stream()
                        .map(scope -> new GuardedScope(scope.ref(), scope.keys(), false))
                        .toList()
                : scopes;
    }
}
