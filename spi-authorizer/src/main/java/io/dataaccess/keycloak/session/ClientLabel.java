/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.session;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;

/** An application as people know it: what it is called, and where it is. */
public final class ClientLabel {

    private ClientLabel() {}

    /** Empty where nobody named it; a name may also be the key of a text that only Keycloak's themes have. */
    public static Optional<String> name(ClientModel client) {
        return name(Optional.ofNullable(client.getName()));
    }

    /** What such a name is as Keycloak keeps it, in a text without line breaks. */
    public static Optional<String> name(Optional<String> kept) {
        return kept.filter(name -> !name.isBlank() && !name.startsWith("${"));
    }

    /** The home URL; empty without one, and for one that a browser should not follow, such as {@code javascript:}. */
    public static Optional<String> url(KeycloakSession session, ClientModel client) {
        return home(client)
                .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url))
                .filter(ClientLabel::isLink);
    }

    /**
     * The home URL where nobody is calling the server.
     *
     * @param frontend address of the server for people
     * @param console address of the server for administrators
     */
    public static Optional<String> url(String frontend, String console, ClientModel client) {
        return home(client)
                .map(url -> ResolveRelative.resolveRelativeUri(frontend, console, client.getRootUrl(), url))
                .filter(ClientLabel::isLink);
    }

    private static Optional<String> home(ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl()).filter(url -> !url.isBlank());
    }

    private static boolean isLink(String url) {
        return url.matches("(?i)https?://[^\\s\\p{Cntrl}]+");
    }
}
