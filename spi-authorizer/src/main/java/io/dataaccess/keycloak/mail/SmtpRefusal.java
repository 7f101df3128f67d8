/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;

/** What it is that was not taken when a mail could not be sent. */
enum SmtpRefusal {
    /** The server takes nothing for this recipient (5xx) and will say so again, or it is no address for this server. */
    ADDRESS,
    /** The server is away, or does not let us in: no mail is to blame, and none will go. */
    SERVER,
    /** This mail, for now or for a reason that may pass. */
    MAIL;

    static SmtpRefusal of(EmailException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        if (first(causes, AddressException.class).isPresent()) {
            return ADDRESS;
        }
        Optional<SendFailedException> refused = first(causes, SendFailedException.class);
        if (refused.isEmpty()) {
            return first(causes, MessagingException.class).isPresent() ? SERVER : MAIL;
        }
        return refused.map(SendFailedException::getInvalidAddresses)
                        .filter(invalid -> invalid.length > 0)
                        .isPresent()
                ? ADDRESS
                : MAIL;
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
