/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
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
        String server =
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri().toString();
        String name = URLEncoder.encode(realm.getName(), UTF_8).replace("+", "%20");
        // The names of keys have no blanks and no plus (C2SP signed-note).
        return server.replaceFirst("^[a-z]+://", "").replaceFirst("/*$", "").replace("+", "%2B") + "/realms/" + name
                + PATH;
    }
}
