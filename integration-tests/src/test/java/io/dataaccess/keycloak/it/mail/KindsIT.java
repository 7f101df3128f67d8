/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of mail, in each language: its own subject, and its own first sentence. */
final class KindsIT {

    private static final Path MESSAGES = Path.of(System.getProperty("realm.file"))
            .resolveSibling("../../themes/src/main/resources/theme-resources/messages");
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

    /** avery reads English, blake German: one of them decides, and the other is told. */
    private static String other(String language) {
        return language.equals("en") ? "avery" : "blake";
    }

    private static String decider(String language) {
        return language.equals("en") ? "blake" : "avery";
    }

    private static String newcomer(String language) {
        String employee = office.newcomer();
        realm.changeAttribute(employee, "locale", language);
        return employee;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenRequestWaitsAndIsApproved(String language) throws IOException, SQLException {
        String employee = newcomer(language);
        String request = office.file(employee, CONTACT);
        assertTold(new Reader(other(language), language), "dataAccessWaits", office.mails());
        office.approve(decider(language), request);
        List<Mail> mails = office.mails();
        assertTold(new Reader(employee, language), "dataAccessApproved", mails);
        assertTold(new Reader(other(language), language), "dataAccessSettledApproved", mails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenRequestIsUrgentAndDenied(String language) throws IOException, SQLException {
        String employee = newcomer(language);
        String request = office.file(employee, CONTACT, Map.of("urgent", true));
        assertTold(new Reader(other(language), language), "dataAccessWaitsUrgent", office.mails());
        office.vote(decider(language), request, Map.of("decision", "DENY", "comment", "No such case"));
        List<Mail> mails = office.mails();
        assertTold(new Reader(employee, language), "dataAccessDenied", mails);
        assertTold(new Reader(other(language), language), "dataAccessSettledDenied", mails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenApproversAreReminded(String language) throws IOException, SQLException {
        String employee = newcomer(language);
        String request = office.file(employee, CONTACT);
        office.mails();
        office.outbox.letRequestsAge(Duration.ofMinutes(15));
        office.application(employee).post("requests/" + request + "/reminders", "");
        assertTold(new Reader(other(language), language), "dataAccessReminder", office.mails());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenAccessEnds(String language) throws IOException, SQLException {
        String employee = newcomer(language);
        String grant = office.approve(decider(language), office.file(employee, CONTACT));
        office.outbox.makeWarningsDue();
        office.outbox.awaitWarned();
        assertTold(new Reader(employee, language), "dataAccessEndsSoon", office.mails());
        office.file(employee, CONTACT, Map.of("duration", "PT2H"));
        office.revoke(decider(language), grant, "The case is closed");
        List<Mail> mails = office.mails();
        assertTold(new Reader(employee, language), "dataAccessRevoked", mails);
        assertTold(new Reader(employee, language), "dataAccessCancelledRevoked", mails);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenRequestEndsByItself(String language) throws IOException, SQLException {
        String employee = newcomer(language);
        office.file(employee, CONTACT);
        office.mails();
        office.outbox.letRequestsExpire();
        assertTold(new Reader(employee, language), "dataAccessExpired", office.mails());
        office.file(employee, "eu-contact");
        realm.changeCategories("eu-contact", "eu.user.contact us.user.contact");
        office.file(employee, "eu-contact");
        realm.changeCategories("eu-contact", "eu.user.contact");
        assertTold(new Reader(employee, language), "dataAccessCancelledReclassified", office.mails());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void saysItWhenTheScopeIsDeleted(String language) throws IOException, SQLException {
        String waiting = newcomer(language);
        String using = newcomer(language);
        office.guard("passing");
        office.file(waiting, "passing");
        office.approve(decider(language), office.file(using, "passing"));
        office.removeScope("passing");
        List<Mail> mails = office.mails();
        assertTold(new Reader(waiting, language), "dataAccessCancelledDeleted", mails);
        assertTold(new Reader(using, language), "dataAccessDeleted", mails);
    }

    private record Reader(String username, String language) {}

    private static void assertTold(Reader reader, String words, List<Mail> mails) throws IOException {
        Properties messages = new Properties();
        messages.load(
                Files.newBufferedReader(MESSAGES.resolve("messages_" + reader.language() + ".properties"), UTF_8));
        String subject = messages.getProperty(words + "Subject");
        String intro = messages.getProperty(words + "Intro");

        assertThat(mails)
                .filteredOn(mail -> mail.to().equals(reader.username()))
                .filteredOn(mail -> mail.text().startsWith(intro + "\n"))
                .as("%s to %s", words, reader)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).startsWith(subject.substring(0, subject.indexOf('{')));
                    assertThat(mail.page().select("p").get(0).text()).isEqualTo(intro);
                    assertThat(mail.page().select("html").attr("lang")).isEqualTo(reader.language());
                });
    }
}
