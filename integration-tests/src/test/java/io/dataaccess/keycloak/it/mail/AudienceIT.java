/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More approvers than get mail about one request: avery, blake and three others, of whom two are drawn by lot. */
final class AudienceIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @BeforeAll
    static void open() {
        office.open(999);
        office.approver();
        office.approver();
        office.approver();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void mailAll() {
        limit("");
    }

    @Test
    void mailsSomeAndSaysSoWhenThereAreTooMany() throws SQLException {
        limit("2");
        String request = office.file(office.newcomer(), "us-contact");
        List<Mail> mails = office.mails();

        assertThat(mails).map(Mail::to).hasSize(2).doesNotHaveDuplicates();
        assertThat(realm.adminRestOf("avery").get("requests/" + request).body().path("mailed"))
                .hasToString("{\"sent\":2,\"of\":5}");
    }

    @Test
    void mailsAllAndSaysNothingWhenThereAreNoMore() throws SQLException {
        limit("5");
        String request = office.file(office.newcomer(), "us-contact");

        assertThat(office.mails()).hasSize(5);
        assertThat(realm.adminRestOf("avery")
                        .get("requests/" + request)
                        .body()
                        .path("mailed")
                        .isNull())
                .isTrue();
    }

    /** Whoever was told that it waits hears that others decided, and nobody else. */
    @Test
    void saysThatItIsDecidedToThoseWhoWereTold() throws SQLException {
        limit("4");
        String request = office.file(office.newcomer(), "us-contact");
        List<String> told = office.mails().stream().map(Mail::to).toList();
        office.approve("avery", request);

        assertThat(office.mails())
                .map(Mail::to)
                .filteredOn(name -> !name.startsWith("newcomer"))
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().filter(name -> !name.equals("avery")).toList());
    }

    private static void limit(String most) {
        realm.change(settings -> settings.getAttributes().put("data-access.mailsPerRequest", most));
    }
}
