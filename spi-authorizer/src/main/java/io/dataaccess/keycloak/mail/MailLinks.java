/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.notify.OutboxMail;
import io.dataaccess.keycloak.session.ClientLabel;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.services.Urls;

/**
 * The pages that mails lead to; empty when the address of the server was not known.
 *
 * @param content whose addresses of the server they start from
 * @param realm its name
 */
record MailLinks(OutboxMail.Content content, String realm) {

    /** The page of this request in the admin console. */
    Optional<String> approval() {
        return queue().map(queue -> queue + "/" + content.about());
    }

    /** The page of all requests that wait for the reader, in the admin console. */
    Optional<String> queue() {
        String name = URLEncoder.encode(realm, UTF_8).replace("+", "%20");
        return content.console()
                .map(server ->
                        Urls.adminConsoleRoot(URI.create(server), realm) + "#/" + name + "/data-access/approvals");
    }

    /** The application itself, as far as it has a page. */
    Optional<String> application(ClientModel client) {
        return content.frontend()
                .flatMap(server -> ClientLabel.url(server, content.console().orElse(server), client));
    }

    /** The page of one's own requests and grants. */
    Optional<String> account() {
        return content.frontend().map(server -> Urls.realmIssuer(URI.create(server), realm) + "/account/data-access");
    }
}
