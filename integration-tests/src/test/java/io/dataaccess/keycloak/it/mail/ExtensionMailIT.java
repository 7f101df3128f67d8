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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mails say of an access that runs already while more of it is asked for. */
final class ExtensionMailIT {

    private static final String CONTACT = "us-contact";
    private static final String WHAT = "Contact details of US users, Sample application";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
        realm.changeClient("sample-app", client -> client.setName("Sample application"));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Your request for an extension was denied|it goes on until the time below.|Access until: ",
                "de|Ihr Antrag auf Verlängerung wurde abgelehnt|Er läuft weiter bis zu der Zeit|Zugriff bis: "
            })
    void tellsThatAccessRunsOnWhenAnExtensionIsDenied(String language, String subject, String words, String end)
            throws SQLException {
        String employee = office.newcomer();
        realm.changeAttribute(employee, "locale", language);
        office.approve("avery", office.file(employee, CONTACT));
        office.mails();
        String extension = office.file(employee, CONTACT, Map.of("duration", "PT15M"));
        List<Mail> waiting = office.mails();
        office.vote("avery", extension, Map.of("decision", "DENY", "comment", "Enough"));

        assertThat(Office.to("avery", waiting).text())
                .contains("\nExtends access that runs until: ", "this request adds nothing.\n");
        assertThat(Office.to("blake", waiting).text())
                .contains("\nVerlängert den Zugriff, der läuft bis: ", "verlängert dieser Antrag nichts.\n");
        Mail told = Office.to(employee, office.mails());
        assertThat(told.subject()).isEqualTo(subject + ": " + WHAT);
        assertThat(told.text()).contains(words, "\n" + end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|A request for an extension already waits", "de|Ein Antrag auf Verlängerung wartet schon"})
    void tellsOfTheExtensionThatWaitsWhenAccessEndsSoon(String language, String words) throws SQLException {
        String employee = office.newcomer();
        realm.changeAttribute(employee, "locale", language);
        office.approve("avery", office.file(employee, CONTACT));
        office.file(employee, CONTACT, Map.of("duration", "PT2H"));
        office.mails();
        office.outbox.makeWarningsDue();
        office.outbox.awaitWarned();

        assertThat(Office.to(employee, office.mails()).text()).contains(words);
    }

    /** An application may ask for less than what is left. */
    @Test
    void tellsTheLaterEndWhenTheOlderGrantRunsLonger() throws SQLException {
        String employee = office.newcomer();
        office.approve("avery", office.file(employee, CONTACT));
        String until = line("Access until: ", Office.to(employee, office.mails()));
        office.approve("avery", office.file(employee, CONTACT, Map.of("duration", "PT15M")));
        Mail shorter = Office.to(employee, office.mails());

        assertThat(line("Access until: ", shorter)).isEqualTo(until);
        assertThat(shorter.text()).doesNotContain("Less than the duration asked for");
    }

    private static String line(String beginning, Mail mail) {
        return mail.text()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
