/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's way from template to mail, with headers. */
final class TemplateMail extends FreeMarkerEmailTemplateProvider {

    private final MailHeaders headers;

    TemplateMail(KeycloakSession session, MailHeaders headers) {
        super(session);
        this.headers = headers;
    }

    @Override
    protected void send(
            Map<String, String> settings, String subject, String text, String html, @Nullable String address)
            throws EmailException {
        new SmtpTransport(session, settings)
                .send(user.getEmail(), new SmtpTransport.Content(subject, text, html), headers);
    }
}
