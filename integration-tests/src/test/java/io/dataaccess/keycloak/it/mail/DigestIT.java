/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two mails about waiting requests an hour, and only erin approves what is asked for. */
final class DigestIT {

    private static final String CONTACT = "eu-contact";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(2);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** What the tests before sent is long ago. */
    @BeforeEach
    void begin() throws SQLException {
        office.outbox.letAnHourPass();
    }

    @Test
    void sendsOneDigestWhenTheHourIsOver() throws SQLException {
        filed(Map.of());
        filed(Map.of());
        assertThat(office.lines()).hasSize(2).allMatch(line -> line.startsWith("erin: Access request: newcomer"));

        filed(Map.of());
        filed(Map.of());
        String decided = filed(Map.of());
        office.outbox.awaitHeld(3);
        String urgent = filed(Map.of("urgent", true));
        assertThat(office.mails()).map(Mail::link).containsExactly(link(urgent));

        office.vote("erin", decided, Map.of("decision", "DENY", "comment", "No such case"));
        assertThat(office.mails()).map(Mail::to).doesNotContain("erin");
        office.outbox.letAnHourPass();
        office.outbox.awaitHeld(0);
        List<Mail> digest = office.mails();

        assertThat(digest).map(Mail::line).containsExactly("erin: 2 more access requests wait for your decision");
        assertThat(digest.get(0).link()).isEqualTo(queue());
        assertThat(digest.get(0).text())
                .contains(
                        "2 × Contact details of EU users (Confidential): Sample application (sample-app)\n",
                        "These are:\n",
                        "Duration: 1 hour\n",
                        queue());
        assertThat(digest.get(0).html())
                .contains("Contact details of EU users (Confidential)<br>")
                .doesNotContain(Office.JUSTIFICATION)
                .doesNotContain(Office.TICKET);
    }

    @Test
    void saysOfWhichTheRequesterReminds() throws SQLException {
        String reminding = office.newcomer();
        String request = office.file(reminding, CONTACT);
        filed(Map.of());
        office.mails();
        office.outbox.letRequestsAge(Duration.ofMinutes(15));
        office.application(reminding).post("requests/" + request + "/reminders", "");
        filed(Map.of());
        office.outbox.awaitHeld(2);
        office.outbox.letAnHourPass();
        office.outbox.awaitHeld(0);
        Mail digest = Office.to("erin", office.mails());

        assertThat(digest.page().select("td strong").eachText()).containsExactly("The requester reminds you:");
        assertThat(digest.text()).contains("The requester reminds you:\nRequester: " + reminding + ", ");
    }

    /** Ten of twelve are shown. */
    @Test
    void countsByKindAndShowsTheNewestWhenThereAreMany() throws SQLException {
        realm.changeAttribute("erin", "locale", "de");
        filed(Map.of());
        filed(Map.of());
        office.mails();
        List<String> newcomers = new ArrayList<>();
        for (int filed = 0; filed < 12; filed++) {
            newcomers.add(office.newcomer());
            office.file(newcomers.get(filed), CONTACT);
        }
        office.outbox.awaitHeld(12);
        office.outbox.letAnHourPass();
        office.outbox.awaitHeld(0);
        Mail digest = Office.to("erin", office.mails());
        realm.changeAttribute("erin", "locale", "en");

        assertThat(digest.subject()).isEqualTo("12 weitere Anträge auf Zugriff warten auf Ihre Entscheidung");
        assertThat(digest.text())
                .contains(
                        "12 × Contact details of EU users (Vertraulich): Sample application (sample-app)\n",
                        "Die 10 neuesten davon:\n",
                        newcomers.get(11) + " ",
                        newcomers.get(2) + " ")
                .doesNotContain(newcomers.get(1) + " ")
                .doesNotContain(newcomers.get(0) + " ");
        assertThat(digest.link()).isEqualTo(queue());
    }

    /** Avery and blake get two mails an hour about what waits, one of them about the same person. */
    @Test
    void holdsWhatIsUrgentWhenOnePersonAsksAgainAndAgain() throws SQLException {
        String asking = office.newcomer();
        for (int told = 0; told < 4; told++) {
            String urgent = office.file(asking, "us-contact", Map.of("urgent", true));
            assertThat(office.mails()).map(Mail::link).containsExactly(link(urgent), link(urgent));
            office.application(asking).delete("requests/" + urgent);
        }

        office.file(asking, "us-contact", Map.of("urgent", true));
        office.outbox.awaitHeld(2);
        office.file(office.newcomer(), "us-contact");

        Mail digest = Office.to("avery", office.mails());
        assertThat(digest.line()).isEqualTo("avery: 2 more access requests wait for your decision");
        assertThat(digest.link()).isEqualTo(queue());
        assertThat(digest.page().select("td strong").eachText()).containsExactly("Urgent:");
        office.outbox.awaitHeld(0);
    }

    private static String filed(Map<String, Object> more) {
        return office.file(office.newcomer(), CONTACT, more);
    }

    private static String link(String request) {
        return queue() + "/" + request;
    }

    private static String queue() {
        return realm.console() + "#/" + realm.name() + "/data-access/approvals";
    }
}
