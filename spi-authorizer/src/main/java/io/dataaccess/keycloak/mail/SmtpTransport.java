/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;

/**
 * Sends as Keycloak's own sender does, whose methods take no headers and hand out no message (26.7.3): the settings are
 * the realm's, the connection is made by Keycloak's authenticators. Where another sender is installed, that one sends.
 */
final class SmtpTransport {

    private final KeycloakSession session;
    private final Map<String, String> settings;

    SmtpTransport(KeycloakSession session, Map<String, String> settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Whether Keycloak's own sender would send. */
    static boolean isUsed(KeycloakSession session) {
        return session.getProvider(EmailSenderProvider.class).getClass() == DefaultEmailSenderProvider.class;
    }

    void send(String recipient, Content content, MailHeaders headers) throws EmailException {
        InternetAddress to = address(recipient, null)
                .orElseThrow(() -> new EmailException("The address is none", new AddressException(recipient)));
        Session mail = Session.getInstance(new SmtpProperties(session, settings).of(setting("from")));
        try (Transport transport = mail.getTransport("smtp")) {
            MimeMessage message = message(mail, content, headers);
            message.setRecipient(MimeMessage.RecipientType.TO, to);
            message.saveChanges();
            connect(transport);
            transport.sendMessage(message, new Address[] {to});
        } catch (MessagingException e) {
            throw new EmailException("The mail could not be sent", e);
        }
    }

    /** What stands in the mail. */
    record Content(String subject, String text, String html) {}

    @SuppressWarnings("JavaUtilDate") // of Jakarta Mail
    private MimeMessage message(Session mail, Content content, MailHeaders headers)
            throws MessagingException, EmailException {
        String from = setting("from");
        InternetAddress sender = ours(from, settings.get("fromDisplayName"));
        String replyTo = settings.get("replyTo");
        MimeMessage message = headers.message(mail, from.substring(from.lastIndexOf('@') + 1));
        message.setFrom(sender);
        message.setReplyTo(new Address[] {
            replyTo == null || replyTo.isBlank() ? sender : ours(replyTo, settings.get("replyToDisplayName"))
        });
        message.setSubject(content.subject(), UTF_8.name());
        message.setContent(alternatives(content));
        message.setSentDate(new Date());
        return message;
    }

    private static Multipart alternatives(Content content) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(content.html(), "text/html; charset=UTF-8");
        return new MimeMultipart("alternative", text, html);
    }

    private void connect(Transport transport) throws EmailException {
        AuthenticatorType type = SmtpProperties.isOn(settings, "auth")
                ? AuthenticatorType.valueOf(
                        settings.getOrDefault("authType", "basic").toUpperCase(Locale.ROOT))
                : AuthenticatorType.NONE;
        DefaultEmailSenderProviderFactory sender = (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class);
        EmailAuthenticator authenticator = sender.getEmailAuthenticators().get(type);
        if (authenticator == null) {
            throw new EmailException("Keycloak knows no way to log in by " + type);
        }
        authenticator.connect(session, settings, transport);
    }

    private InternetAddress ours(String email, @Nullable String name) throws EmailException {
        return address(email, name).orElseThrow(() -> new EmailException("The realm's address is none: " + email));
    }

    private Optional<InternetAddress> address(String email, @Nullable String name) throws EmailException {
        boolean international = SmtpProperties.isOn(settings, EmailSenderProvider.CONFIG_ALLOW_UTF8);
        Optional<String> address = Optional.of(email)
                .filter(EmailValidationUtil::isValidEmail)
                .map(valid -> international ? valid : SMTPUtil.convertIDNEmailAddress(valid))
                .filter(valid -> international || valid.chars().allMatch(point -> point < 128));
        try {
            return address.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new InternetAddress(
                            address.get(), name == null || name.isBlank() ? null : name, UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new EmailException("The name cannot be written", e);
        }
    }

    private String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
