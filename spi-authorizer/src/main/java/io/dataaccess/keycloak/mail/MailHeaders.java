/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;

/**
 * What mail programs and robots read of a mail.
 *
 * @param id of the mail, the same when it is sent again
 * @param thread id of the request that it is about, whose mails stand together; empty when it is about several
 */
record MailHeaders(String id, Optional<String> thread) {

    /** Those of a mail about several requests. */
    MailHeaders withoutThread() {
        return new MailHeaders(id, Optional.empty());
    }

    /** An empty message that has them. */
    MimeMessage message(Session session, String domain) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", reference(id, domain));
            }
        };
        // RFC 3834: nobody's absence answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (thread.isPresent()) {
            message.setHeader("In-Reply-To", reference(thread.get(), domain));
            message.setHeader("References", reference(thread.get(), domain));
        }
        return message;
    }

    private static String reference(String id, String domain) {
        return "<data-access." + id + "@" + domain + ">";
    }
}
