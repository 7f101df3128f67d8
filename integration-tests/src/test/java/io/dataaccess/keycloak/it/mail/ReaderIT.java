/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** What a mail says in the language, the time zone and the names of whoever reads it. */
final class ReaderIT {

    private static final String CONTACT = "us-contact";

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
        realm.change(settings -> settings.setSupportedLocales(Set.of("en", "de", "de-CH", "fr")));
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
        realm.admin().users().userProfile().update(profile);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void tellsTimesInTheReadersZoneWhenItIsKnown() throws SQLException {
        realm.changeAttribute("avery", "zoneinfo", "Asia/Singapore");
        realm.changeAttribute("blake", "zoneinfo", "Nowhere/Land");
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        List<Mail> mails = office.mails();
        Instant expires = Instant.parse(
                office.application(employee).get("requests/" + request).text("expiresAt"));

        assertThat(Office.to("avery", mails).text())
                .contains("Waits until: " + time(expires, Locale.ENGLISH, ZoneId.of("Asia/Singapore"))
                        + " (Asia/Singapore)\n");
        ZoneId server = ZoneId.systemDefault();
        assertThat(Office.to("blake", mails).text())
                .contains("Wartet bis: " + time(expires, Locale.GERMAN, server) + " ("
                        + (server.normalized().equals(ZoneOffset.UTC) ? "UTC" : server.getId()) + ")\n");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Access request: , An access request waits for your decision.",
        "de-CH, Antrag auf Zugriff: , Ein Antrag auf Zugriff wartet auf Ihre Entscheidung."
    })
    void speaksTheNearestLanguageWhenThereAreNoWordsInTheReaders(String locale, String subject, String intro)
            throws SQLException {
        realm.changeAttribute("avery", "locale", locale);
        office.file(office.newcomer(), CONTACT);
        Mail mail = Office.to("avery", office.mails());
        realm.changeAttribute("avery", "locale", "en");

        assertThat(mail.subject()).startsWith(subject.strip());
        assertThat(mail.text()).startsWith(intro);
        assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("dataAccess");
    }

    @Test
    void isolatesNamesWhenTheyAreReadFromRightToLeft() throws SQLException {
        String employee = office.newcomer();
        realm.changeUser(employee, user -> {
            user.setFirstName("דנה");
            user.setLastName("כהן");
        });
        office.file(employee, CONTACT);
        Mail mail = Office.to("avery", office.mails());

        String certain = employee + ", SG, Clips Singapore";
        String shown = certain + " (\u2068דנה כהן\u2069)";
        assertThat(mail.subject())
                .startsWith("Access request: " + certain + ": ")
                .endsWith(" – \u2068דנה כהן\u2069");
        assertThat(mail.text()).contains("Requester: " + shown + "\n");
        assertThat(mail.page().select("td").eachText()).contains(shown);
    }

    @Test
    void callsGroupsByTheirDescriptionWhenTheyHaveOne() throws SQLException {
        GroupResource group = realm.admin()
                .groups()
                .group(realm.admin().getGroupByPath("/us-security").getId());
        GroupRepresentation described = group.toRepresentation();
        described.setDescription("US data security");
        group.update(described);
        office.file(office.newcomer(), "us-private");
        Mail mail = Office.to("avery", office.mails());
        described.setDescription("");
        group.update(described);

        assertThat(mail.text())
                .contains("Still missing: 1 approval from data-owners; 2 approvals from US data security\n")
                .doesNotContain("/us-security");
        assertThat(mail.page().select("td").eachText())
                .contains("1 approval from data-owners 2 approvals from US data security");
    }

    private static String time(Instant time, Locale locale, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }
}
