/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * The name of a log in its checkpoints: host and path of the issuer, and what follows there. It is told once, when the log
 * begins, and stays when the server moves to another address. Where nobody calls and the server was not told its address, the
 * realm's id stands for the host: an import when the server starts may begin a log.
 */
final class LogOrigin {

    private static final String PATH = "/data-access/log";

    private LogOrigin() {}

    static String of(KeycloakSession session, RealmModel realm) {
        String server = isCalled(session) || isTold()
                ? session.getContext().getUri(UrlType.FRONTEND).getBaseUri().toString()
                : realm.getId();
        String name = URLEncoder.encode(realm.getName(), UTF_8).replace("+", "%20");
        // The names of keys have no blanks and no plus (C2SP signed-note).
        return server.replaceFirst("^[a-z]+://", "").replaceFirst("/*$", "").replace("+", "%2B") + "/realms/" + name
                + PATH;
    }

    private static boolean isCalled(KeycloakSession session) {
        return session.getContext().getConnection().getRemoteAddr() != null;
    }

    /** Whether {@code hostname} is a full URL: of any other Keycloak takes the rest from the call (26.7.3). */
    private static boolean isTold() {
        String hostname = Config.scope("hostname", "v2").get("hostname");
        return hostname != null && (hostname.startsWith("http://") || hostname.startsWith("https://"));
    }
}
