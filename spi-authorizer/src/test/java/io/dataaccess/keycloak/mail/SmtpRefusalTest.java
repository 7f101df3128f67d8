/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static io.dataaccess.keycloak.mail.SmtpRefusal.ADDRESS;
import static io.dataaccess.keycloak.mail.SmtpRefusal.MAIL;
import static io.dataaccess.keycloak.mail.SmtpRefusal.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;

@DisplayName("Why a mail was not sent, and when its server is tried again")
class SmtpRefusalTest {

    private static final Address[] NOBODY = {};
    private static final Address[] AVERY = {avery()};

    private static SmtpRefusal of(Throwable cause) {
        return SmtpRefusal.of(new EmailException("Error when attempting to send", cause));
    }

    @Test
    void blamesTheAddressWhenTheServerRefusesIt() {
        assertThat(of(new SendFailedException("Invalid Addresses", null, NOBODY, NOBODY, AVERY)))
                .isEqualTo(ADDRESS);
        assertThat(of(new AddressException("jörg@clips.example"))).isEqualTo(ADDRESS);
    }

    @Test
    void blamesTheMailWhenTheServerTakesItLater() {
        assertThat(of(new SendFailedException("452 mailbox full", null, NOBODY, AVERY, NOBODY)))
                .isEqualTo(MAIL);
        assertThat(of(new SendFailedException("554 refused"))).isEqualTo(MAIL);
    }

    @Test
    void blamesTheServerWhenItDoesNotAnswer() {
        MessagingException away = new MessagingException("Could not connect", new ConnectException("refused"));

        assertThat(of(away)).isEqualTo(SERVER);
        assertThat(of(new EmailException("Non authenticated connect failed", away)))
                .isEqualTo(SERVER);
    }

    @Test
    void blamesTheMailWhenItCouldNotBeWritten() {
        assertThat(of(new IllegalStateException("template"))).isEqualTo(MAIL);
        assertThat(SmtpRefusal.of(new EmailException("Invalid sender address"))).isEqualTo(MAIL);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT20S, PT10S", "PT22S, PT11S", "PT20M, PT10M", "PT21M, PT10M"})
    void pausesLongerWhenALetterHasWaitedLonger(Duration waited, Duration pause) {
        assertThat(MailDelivery.pause(waited)).isEqualTo(pause);
    }

    private static Address avery() {
        try {
            return new InternetAddress("avery@clips.example");
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
