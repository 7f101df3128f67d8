/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.keycloak.session.Letter;
import java.net.URI;
import java.net.URLEncoder;
import org.keycloak.services.Urls;

/**
 * The pages that mails lead to.
 *
 * @param content whose addresses of the server they start from
 * @param realm its name
 */
record Addresses(Letter.Content content, String realm) {

    /** The page of this request in the admin console. */
    String approval() {
        return queue() + "/" + content.about();
    }

    /** The page of all requests that wait for the reader, in the admin console. */
    String queue() {
        String name = URLEncoder.encode(realm, UTF_8).replace("+", "%20");
        return Urls.adminConsoleRoot(URI.create(content.console()), realm) + "#/" + name + "/data-access/approvals";
    }

    /** The page of one's own requests and grants. */
    String account() {
        return Urls.realmIssuer(URI.create(content.frontend()), realm) + "/account/data-access";
    }
}
