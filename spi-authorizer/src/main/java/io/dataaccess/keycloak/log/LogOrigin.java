/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * The name of a log in its checkpoints: host and path of the issuer, and what follows there. It is told once, when the log
 * begins, and stays when the server moves to another address.
 */
final class LogOrigin {

    private static final String PATH = "/data-access/log";

    private LogOrigin() {}

    static String of(KeycloakSession session, RealmModel realm) {
        String issuer = session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .path("realms")
                .path(realm.getName())
                .build()
                .toString();
        // The names of keys have no blanks and no plus (C2SP signed-note); a URI has its blanks encoded.
        return issuer.replaceFirst("^[a-z]+://", "").replace("+", "%2B") + PATH;
    }
}
