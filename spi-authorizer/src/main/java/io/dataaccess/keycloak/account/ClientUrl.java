/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.account;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;

/** Where an application is, for a link. */
final class ClientUrl {

    private ClientUrl() {}

    /** The home URL; empty without one, and for one that a browser should not follow, such as {@code javascript:}. */
    static Optional<String> of(KeycloakSession session, ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl())
                .filter(url -> !url.isBlank())
                .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url))
                .filter(url -> url.matches("(?i)https?://.+"));
    }
}
