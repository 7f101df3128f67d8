/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.notify;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/** The addresses of the server as far as it knows them, for links in what is read later. */
record ServerUrls(KeycloakSession session) {

    /** Empty where nobody calls, a job of the server say, and the server was not told its own address. */
    Optional<String> of(UrlType type) {
        return isCalled() || isTold()
                ? Optional.of(session.getContext().getUri(type).getBaseUri().toString())
                : Optional.empty();
    }

    private boolean isCalled() {
        return session.getContext().getConnection().getRemoteAddr() != null;
    }

    /** Whether {@code hostname} is a full URL: of any other Keycloak takes the rest from the call (26.7.3). */
    private static boolean isTold() {
        String hostname = Config.scope("hostname", "v2").get("hostname");
        return hostname != null && (hostname.startsWith("http://") || hostname.startsWith("https://"));
    }
}
