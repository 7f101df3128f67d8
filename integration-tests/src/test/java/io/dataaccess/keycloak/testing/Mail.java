/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.testing;

import static java.util.stream.Collectors.toMap;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A mail as it arrived.
 *
 * @param to the part of the address before the at sign: a username
 * @param headers by name
 */
public record Mail(String to, String subject, Map<String, String> headers, String text, String html) {

    static Mail of(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Mail(
                    message.getRecipients(Message.RecipientType.TO)[0]
                            .toString()
                            .replaceFirst("@.*", ""),
                    message.getSubject(),
                    Collections.list(message.getAllHeaders()).stream()
                            .collect(toMap(Header::getName, Header::getValue, (first, again) -> first)),
                    content(parts.getBodyPart(0), "text/plain"),
                    content(parts.getBodyPart(1), "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To whom, about what. */
    public String line() {
        return to + ": " + subject;
    }

    public Document page() {
        return Jsoup.parse(html);
    }

    /** Where its one link leads. */
    public String link() {
        List<String> links = page().select("a").eachAttr("href");
        if (links.size() != 1) {
            throw new AssertionError("Not one link: " + links);
        }
        return links.get(0);
    }

    private static String content(BodyPart part, String type) throws MessagingException, IOException {
        if (!part.isMimeType(type)) {
            throw new AssertionError(part.getContentType());
        }
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
