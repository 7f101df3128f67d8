/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What mail programs and servers read of a mail, and how Keycloak's settings are kept on the way there. */
final class HeadersIT {

    private static final String CONTACT = "us-contact";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void takeMailOfEverybody() {
        office.server.stop();
        office.server.start();
        realm.change(settings -> settings.setSmtpServer(office.server.settings()));
    }

    @Test
    void standsInOneThreadWhenMailsAreAboutOneRequest() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        String grant = office.approve("avery", request);
        office.revoke("blake", grant, "The case is closed");
        List<Mail> mails = office.mails();

        String thread = "<data-access." + request + "@clips.example>";
        assertThat(mails)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(mail -> assertThat(mail.headers())
                        .containsEntry("Auto-Submitted", "auto-generated")
                        .containsEntry("In-Reply-To", thread)
                        .containsEntry("References", thread));
        assertThat(mails)
                .map(mail -> mail.headers().get("Message-ID"))
                .doesNotHaveDuplicates()
                .doesNotContain(thread)
                .allMatch(id -> id.matches("<data-access\\.[0-9a-f-]{36}@clips\\.example>"));
    }

    @Test
    void keepsSenderAndReplyToWhenTheRealmNamesThem() throws SQLException {
        changeMail(Map.of(
                "fromDisplayName", "Zugriff für alle",
                "replyTo", "desk@clips.example",
                "replyToDisplayName", "Desk"));
        office.file(office.newcomer(), CONTACT);
        Map<String, String> headers = Office.to("avery", office.mails()).headers();

        assertThat(headers.get("From")).startsWith("=?").endsWith("<keycloak@clips.example>");
        assertThat(headers).containsEntry("Reply-To", "Desk <desk@clips.example>");
    }

    @Test
    void logsInWhenTheRealmHasAPassword() throws SQLException {
        office.server.ask("mailer", "secret");
        changeMail(Map.of("auth", "true", "user", "mailer", "password", "wrong"));
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);

        changeMail(Map.of("auth", "true", "user", "mailer", "password", "secret"));
        office.outbox.awaitSentAtOnce();
        assertThat(office.server.take()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    /** The test's mail server speaks no TLS: who insists on it sends nothing in the clear. */
    @Test
    void sendsNothingWhenTheServerIsNotAsSecureAsTheRealmWants() throws SQLException {
        changeMail(Map.of("ssl", "true"));
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);
        assertThat(office.server.take()).isEmpty();

        changeMail(Map.of());
        office.outbox.awaitSentAtOnce();
        assertThat(office.server.take()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    private static void changeMail(Map<String, String> more) {
        Map<String, String> mail = new HashMap<>(office.server.settings());
        mail.putAll(more);
        realm.change(settings -> settings.setSmtpServer(mail));
    }
}
