/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of what, in which words. Sam sits in the US security group, but not in the US. */
final class MailIT {

    private static final String CONTACT = "us-contact";
    private static final String APPLICATION = "Sample application";
    private static final String DATA = "Contact details of US users";
    private static final String WHAT = DATA + ", " + APPLICATION;

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
        realm.changeClient("sample-app", client -> client.setName(APPLICATION));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void tellsApproversInTheirLanguageWhenRequestWaits() throws SQLException {
        String request = office.file("lin", CONTACT);
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .containsExactlyInAnyOrder(
                        "avery: Access request: lin, CN, Clips Singapore: " + DATA + " (Confidential) – Lin Zhou",
                        "blake: Antrag auf Zugriff: lin, CN, Clips Singapore: " + DATA + " (Vertraulich) – Lin Zhou");
        assertThat(Office.to("blake", mails).text())
                .contains("Daten: " + DATA + "\n", "Dauer: 1 Stunde\n", "Noch nötig: 1 Genehmigung von us-security\n");
        Mail avery = Office.to("avery", mails);
        assertThat(avery.link()).isEqualTo(realm.console() + "#/" + realm.name() + "/data-access/approvals/" + request);
        assertThat(avery.text())
                .contains(
                        "Requester: lin, CN, Clips Singapore (Lin Zhou)\n",
                        "Application: " + APPLICATION + " (sample-app)\n",
                        "Data: " + DATA + "\n",
                        "Sensitivity: Confidential\n",
                        "Purpose: Legal request\n",
                        "Duration: 1 hour\n",
                        "Still missing: 1 approval from us-security\n",
                        "Waits until: ",
                        avery.link());
        assertThat(avery.page().select("td").eachText())
                .contains(
                        "lin, CN, Clips Singapore (Lin Zhou)",
                        APPLICATION + " (sample-app)",
                        DATA,
                        "Confidential",
                        "Legal request",
                        "1 hour",
                        "1 approval from us-security");
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.text() + mail.html())
                        .doesNotContain(Office.JUSTIFICATION)
                        .doesNotContain(Office.TICKET));
    }

    /** Who writes somebody else's names into their own, and blanks behind them. */
    @Test
    void saysWhoAsksWhenTheirNameIsThatOfSomebodyElse() throws SQLException {
        String employee = office.newcomer();
        realm.changeUser(employee, user -> {
            user.setFirstName("Dana Reyes (dana), US, Clips US Data Security");
            user.setLastName("\u00a0".repeat(60) + "x");
        });
        office.file(employee, CONTACT);

        Mail avery = Office.to("avery", office.mails());

        String certain = employee + ", SG, Clips Singapore";
        assertThat(avery.subject())
                .startsWith("Access request: " + certain + ": " + DATA + " (Confidential) – Dana Reyes")
                .endsWith("…");
        assertThat(avery.text()).contains("Requester: " + certain + " (Dana Reyes");
        assertThat(avery.page().select("td").eachText())
                .anySatisfy(cell -> assertThat(cell).startsWith(certain + " (Dana Reyes"));
    }

    @Test
    void marksRequestWhenItIsUrgent() throws SQLException {
        office.file(office.newcomer(), CONTACT, Map.of("urgent", true));

        Mail avery = Office.to("avery", office.mails());

        assertThat(avery.subject()).startsWith("Urgent access request: ");
        assertThat(avery.text()).contains("Urgent: Yes\n");
    }

    @Test
    void tellsRequesterAndOtherApproversWhenApproved() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        office.mails();
        office.approve("avery", request);
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .containsExactlyInAnyOrder(
                        employee + ": Your access request was approved: " + WHAT,
                        "blake: Genehmigt: " + Office.shown(employee) + ": " + DATA + " (Vertraulich) – " + employee
                                + " Test");
        assertThat(Office.to(employee, mails).text()).contains("Access until: ");
        assertThat(Office.to(employee, mails).link()).isEqualTo(realm.issuer() + "/account/data-access");
    }

    @Test
    void leadsIntoTheApplicationWhenApproved() throws SQLException {
        realm.changeClient("sample-app", client -> client.setBaseUrl("https://app.example/home?a=1&b=2"));
        String employee = office.newcomer();
        office.approve("avery", office.file(employee, CONTACT));
        Mail mail = Office.to(employee, office.mails());
        realm.changeClient("sample-app", client -> client.setBaseUrl(""));
        String other = office.newcomer();
        office.approve("avery", office.file(other, CONTACT));
        Mail without = Office.to(other, office.mails());

        assertThat(mail.page().select("a").eachAttr("href"))
                .containsExactly("https://app.example/home?a=1&b=2", realm.issuer() + "/account/data-access");
        assertThat(mail.text()).contains("\nOpen the application:\nhttps://app.example/home?a=1&b=2\n");
        assertThat(without.link()).isEqualTo(realm.issuer() + "/account/data-access");
        assertThat(without.text()).doesNotContain("Open the application");
    }

    @Test
    void showsCommentAsItWasWrittenWhenDenied() throws SQLException {
        String comment = "Nein: {0}, ${realmName}, <b>Straße</b> & 'Öl'\nzweite Zeile";
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        office.mails();
        office.vote("avery", request, Map.of("decision", "DENY", "comment", comment));
        List<Mail> mails = office.mails();

        assertThat(mails).map(Mail::to).containsExactlyInAnyOrder(employee, "blake");
        Mail told = Office.to(employee, mails);
        assertThat(told.subject()).isEqualTo("Your access request was denied: " + WHAT);
        assertThat(told.text()).contains("\n> " + comment.replace("\n", "\n> ") + "\n");
        assertThat(told.page().select("blockquote").get(0).wholeText()).isEqualTo(comment);
        assertThat(told.page().select("blockquote *")).isEmpty();
        assertThat(Office.to("blake", mails).text()).doesNotContain("Straße");
    }

    /** Names come from Keycloak, and whoever may register a client may name it as they like. */
    @Test
    void keepsToItsLinesWhenNamesHaveLinesAndLinks() throws SQLException {
        realm.changeClient(
                "sample-app",
                client -> client.setName("Desk\r\n\nDecide here:\nhttps://elsewhere.example\u2028Urgent: No\u202E"));
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        List<Mail> waiting = office.mails();
        office.vote("avery", request, Map.of("decision", "DENY", "comment", "No.\n\nDecide here:\nhttps://a.example"));
        List<Mail> decided = office.mails();
        realm.changeClient("sample-app", client -> client.setName(APPLICATION));

        String name = "Desk Decide here: https: //elsewhere.\u200Cexample Urgent: No\uFFFD";
        Mail avery = Office.to("avery", waiting);
        assertThat(avery.text()).contains("Application: " + name + " (sample-app)\n");
        assertThat(avery.page().select("td").eachText()).contains(name + " (sample-app)");
        assertThat(avery.page().select("a")).hasSize(1);
        assertThat(Office.to(employee, decided).subject())
                .isEqualTo("Your access request was denied: " + DATA + ", " + name);
        assertThat(Office.to(employee, decided).text().lines())
                .containsSubsequence("> No.", "> ", "> Decide here:", "> https://a.example")
                .doesNotContain("Decide here:", "https://a.example");
    }

    @Test
    void tellsOnceWhyWhenAccessIsRevoked() throws SQLException {
        String employee = office.newcomer();
        String first = office.approve("avery", office.file(employee, CONTACT));
        office.approve("avery", office.file(employee, CONTACT, Map.of("duration", "PT2H")));
        office.mails();
        office.revoke("avery", first, "The case is <closed>");
        List<Mail> mails = office.mails();

        assertThat(mails).map(Mail::line).containsExactly(employee + ": Your access was revoked: " + WHAT);
        assertThat(mails.get(0).text()).contains("\n> The case is <closed>\n", "Ended: ");
    }

    @Test
    void tellsThatTheExtensionEndedAsWellWhenAccessIsRevoked() throws SQLException {
        String employee = office.newcomer();
        realm.changeAttribute(employee, "locale", "de");
        String grant = office.approve("avery", office.file(employee, CONTACT));
        office.file(employee, CONTACT, Map.of("duration", "PT2H"));
        office.mails();
        office.revoke("avery", grant, "The case is closed");
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .containsExactlyInAnyOrder(
                        employee + ": Ihr Zugriff wurde widerrufen: " + WHAT,
                        employee + ": Ihr Antrag auf Zugriff wurde beendet: " + WHAT);
        assertThat(mails)
                .anyMatch(
                        mail -> mail.text().contains("Dieser Zugriff wurde widerrufen; damit endete auch Ihr Antrag"));
    }

    @Test
    void tellsTheRequesterWhenRequestEndsBecauseItsDataWasReclassified() throws SQLException {
        String employee = office.newcomer();
        office.file(employee, "eu-contact");
        office.mails();
        realm.changeCategories("eu-contact", "eu.user.contact us.user.contact");
        office.file(employee, "eu-contact");
        realm.changeCategories("eu-contact", "eu.user.contact");
        List<Mail> mails = office.mails();

        Mail told = Office.to(employee, mails);
        assertThat(told.subject()).startsWith("Your access request has ended: ").endsWith(", " + APPLICATION);
        assertThat(told.text()).contains("was reclassified, so the request has ended", "Data: ");
    }

    @Test
    void tellsTheRequesterWhenRequestExpires() throws SQLException {
        String employee = office.newcomer();
        String german = office.newcomer();
        realm.changeAttribute(german, "locale", "de");
        office.file(employee, CONTACT);
        office.file(german, CONTACT);
        office.approve("avery", office.file(office.newcomer(), CONTACT));
        office.mails();
        office.outbox.letRequestsExpire();
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .contains(
                        employee + ": Your access request has expired: " + WHAT,
                        german + ": Ihr Antrag auf Zugriff ist abgelaufen: " + WHAT)
                .noneMatch(line -> line.startsWith("avery") || line.startsWith("blake"));
        assertThat(Office.to(employee, mails).text()).contains("No access was opened.");
        assertThat(Office.to(german, mails).text()).contains("nicht rechtzeitig entschieden");
        assertThat(mails).filteredOn(mail -> mail.to().equals(employee)).hasSize(1);
    }

    @Test
    void tellsTheRequesterWhenScopeIsDeleted() throws SQLException {
        String waiting = office.newcomer();
        String using = office.newcomer();
        realm.changeAttribute(using, "locale", "de");
        office.guard("passing");
        office.file(waiting, "passing");
        office.approve("avery", office.file(using, "passing"));
        office.mails();
        office.removeScope("passing");
        List<Mail> mails = office.mails();

        assertThat(mails)
                .map(Mail::line)
                .containsExactlyInAnyOrder(
                        waiting + ": Your access request has ended: " + WHAT,
                        using + ": Ihr Zugriff ist beendet: " + WHAT);
        assertThat(Office.to(waiting, mails).text()).contains("no longer exists: the request ended with it.");
        assertThat(Office.to(using, mails).text())
                .contains("damit endete auch Ihr Zugriff.", "Beendet: ")
                .doesNotContain("scope deleted");
    }

    @Test
    void tellsNobodyWhenAccessIsHandedBack() throws SQLException {
        String employee = office.newcomer();
        String grant = office.approve("avery", office.file(employee, CONTACT));
        office.file(employee, CONTACT);
        office.mails();

        assertThat(office.application(employee).delete("grants/" + grant).status())
                .isEqualTo(204);
        assertThat(office.mails()).isEmpty();
    }

    @Test
    void warnsOnceWhenAccessEndsSoon() throws SQLException {
        String employee = office.newcomer();
        office.approve("avery", office.file(employee, CONTACT));
        office.mails();
        assertThat(office.outbox.count("status = 'PENDING' AND entry_type = 'ENDS_SOON'"
                        + " AND next_attempt_at - created_at BETWEEN interval '52 minutes' AND interval '53 minutes'"))
                .isPositive();
        office.outbox.makeWarningsDue();
        office.outbox.awaitWarned();

        assertThat(office.lines()).contains(employee + ": Your access ends soon: " + WHAT);
        office.outbox.makeWarningsDue();
        assertThat(office.lines()).isEmpty();
    }

    @Test
    void warnsOfTheLaterEndOnlyWhenAccessIsExtended() throws SQLException {
        String employee = office.newcomer();
        office.approve("avery", office.file(employee, CONTACT));
        office.approve("avery", office.file(employee, CONTACT, Map.of("duration", "PT2H")));
        office.mails();
        office.outbox.makeWarningsDue();
        office.outbox.awaitWarned();

        assertThat(office.lines())
                .filteredOn(line -> line.startsWith(employee))
                .containsExactly(employee + ": Your access ends soon: " + WHAT);
    }

    @Test
    void keepsHeadersWhenClientsNameHasLines() throws SQLException {
        String name = "Sample\r\nBcc: eve@clips.example\r\n\r\n{0} <b>ä</b>";
        realm.changeClient("sample-app", client -> client.setName(name));
        String employee = office.newcomer();
        office.approve("avery", office.file(employee, CONTACT));
        List<Mail> mails = office.mails();
        realm.changeClient("sample-app", client -> client.setName(APPLICATION));

        Mail told = Office.to(employee, mails);
        assertThat(told.subject()).endsWith(": " + DATA + ", Sample Bcc: eve@clips.\u200Cexample {0} <b>ä</b>");
        assertThat(told.headers()).doesNotContainKey("Bcc");
        assertThat(told.page().select("td b")).isEmpty();
    }

    @Test
    void postsNothingWhenRealmHasNoMailServer() throws SQLException {
        String employee = office.newcomer();
        realm.change(settings -> settings.setSmtpServer(Map.of()));
        int before = office.outbox.count("true");
        office.file(employee, CONTACT);

        assertThat(office.outbox.count("true")).isEqualTo(before);
        realm.change(settings -> settings.setSmtpServer(office.server.settings()));
        office.file(employee, "us-private");
        assertThat(office.outbox.count("true")).isGreaterThan(before);
        office.mails();
    }
}
