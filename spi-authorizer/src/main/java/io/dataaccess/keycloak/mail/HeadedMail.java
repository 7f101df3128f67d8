/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's way from template to mail, with headers. */
final class HeadedMail extends FreeMarkerEmailTemplateProvider {

    private final Headers headers;

    HeadedMail(KeycloakSession session, Headers headers) {
        super(session);
        this.headers = headers;
    }

    @Override
    protected void send(
            Map<String, String> settings, String subject, String text, String html, @Nullable String address)
            throws EmailException {
        new Smtp(session, settings).send(user.getEmail(), new Smtp.Content(subject, text, html), headers);
    }
}
