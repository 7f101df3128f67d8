/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens between a change and its mail: the mail server is away, people go, the change itself is taken back. */
final class OutageIT {

    private static final String CONTACT = "us-contact";
    private static final int SECURITY = 2;

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
    void comeBack() throws SQLException {
        office.server.knowEverybody();
        office.server.stop();
        office.server.start();
        backAgain();
    }

    @Test
    void sendsOnceWhenMailServerComesBack() throws SQLException {
        office.server.stop();
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);
        office.server.start();

        assertThat(backAgain()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
        assertThat(office.mails()).isEmpty();
    }

    @Test
    void saysThatApprovedAccessIsOverWhenItsMailComesLate() throws SQLException {
        office.server.stop();
        String employee = office.newcomer();
        String request = office.file(employee, CONTACT);
        // From here on all mail of the realm waits, and none is written before the revocation.
        office.outbox.awaitFailed(1);
        office.revoke("avery", office.approve("avery", request), "The case is closed");
        office.server.start();

        assertThat(backAgain().stream()
                        .filter(mail -> mail.to().equals(employee))
                        .map(mail -> mail.text().lines().findFirst().orElse("")))
                .containsExactlyInAnyOrder(
                        "Your access request was approved, and this access has ended since. Ask again if you still need it.",
                        "This access was revoked before its time. Ask again if you still need it.");
    }

    @Test
    void saysInTheLogOnceWhatToDoWhenMailServerIsAway() throws SQLException, IOException {
        int before = log("waits").size();
        office.server.stop();
        office.file(office.newcomer(), CONTACT);
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(2);
        office.server.start();
        backAgain();

        assertThat(log("waits")).hasSize(before + 1).last().asString().contains("WARN", "Realm settings > Email");
        assertThat(log("goes out again")).hasSize(before + 1);
    }

    @Test
    void blamesNoMailWhenServerIsAway() throws SQLException {
        office.server.stop();
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);
        office.outbox.tryForTheLastTime();
        office.server.start();

        assertThat(backAgain()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    @Test
    void sendsTheOthersWhenAnAddressIsRefused() throws SQLException {
        office.server.refuse("avery");
        office.file(office.newcomer(), CONTACT);

        assertThat(office.mails()).map(Mail::to).containsExactly("blake");
        assertThat(office.outbox.count("status = 'DEAD_LETTER' AND attempts = 1 AND last_error LIKE '%550 5.1.1%'"))
                .isOne();
        office.server.knowEverybody();
        office.file(office.newcomer(), CONTACT);
        assertThat(office.mails()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    /** Without hurrying them: that would change their order. */
    @Test
    void sendsWhatIsUrgentFirstWhenMailServerComesBack() throws SQLException {
        office.server.stop();
        String usual = office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);
        String urgent = office.file(office.newcomer(), CONTACT, Map.of("urgent", true));
        office.outbox.awaitFailed(2);
        office.server.start();

        assertThat(office.mails()).hasSize(2 * SECURITY);
        assertThat(office.outbox.count("container_id = '" + usual + "' AND owner_id <> realm_id AND delivered_at <"
                        + " (SELECT max(delivered_at) FROM outbox_entry WHERE container_id = '" + urgent + "')"))
                .isZero();
    }

    @Test
    void sendsNoneToApproverWhoWasDisabledMeanwhile() throws SQLException {
        String twin = office.approver();
        String disabled = office.approver();
        String absent = office.approver();

        List<Mail> mails = filedThen(() -> {
            realm.changeUser(disabled, user -> user.setEnabled(false));
            realm.user(absent)
                    .leaveGroup(realm.admin().getGroupByPath("/us-security").getId());
        });

        assertThat(mails).map(Mail::to).containsExactlyInAnyOrder("avery", "blake", twin);
        realm.changeUser(twin, user -> user.setEnabled(false));
    }

    @Test
    void sendsNoneToApproversWhenRequestIsNoLongerPending() throws SQLException {
        String employee = office.newcomer();
        office.server.stop();
        String request = office.file(employee, CONTACT);
        office.outbox.awaitFailed(1);
        office.approve("avery", request);
        office.server.start();

        assertThat(backAgain())
                .map(Mail::line)
                .containsExactly(employee
                        + ": Your access request was approved: Contact details of US users, Sample application");
    }

    @Test
    void sendsNoneWhenFilingIsRolledBack() throws SQLException {
        String unlucky = office.newcomer();
        office.outbox.run("CREATE FUNCTION refuse_unlucky() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RAISE EXCEPTION ''unlucky''; END'");
        office.outbox.run("CREATE CONSTRAINT TRIGGER refuse_unlucky AFTER INSERT ON data_access_request"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.realm_id = '"
                + realm.admin().toRepresentation().getId() + "') EXECUTE FUNCTION refuse_unlucky()");
        Answer filed = office.application(unlucky).post("requests", Office.asking(CONTACT));
        office.outbox.run("DROP TRIGGER refuse_unlucky ON data_access_request");
        office.outbox.run("DROP FUNCTION refuse_unlucky");

        assertThat(filed.status()).isGreaterThanOrEqualTo(500);
        assertThat(office.mails()).isEmpty();
        assertThat(office.application(unlucky)
                        .post("requests", Office.asking(CONTACT))
                        .status())
                .isEqualTo(201);
        assertThat(office.mails()).hasSize(SECURITY);
    }

    @Test
    void sendsNoneWhenVoteIsRefused() throws SQLException {
        String request = office.file(office.newcomer(), CONTACT);
        office.mails();

        assertThat(realm.adminRestOf("avery")
                        .post("requests/" + request + "/votes", Map.of("decision", "DENY"))
                        .status())
                .isEqualTo(400);
        assertThat(office.mails()).isEmpty();
    }

    /** What arrives after a request was filed and then something happened before any mail could be sent. */
    private static List<Mail> filedThen(Runnable meanwhile) throws SQLException {
        office.server.stop();
        office.file(office.newcomer(), CONTACT);
        office.outbox.awaitFailed(1);
        meanwhile.run();
        office.server.start();
        return backAgain();
    }

    /** What the server's log says of this realm's mail. */
    private static List<String> log(String what) throws IOException {
        Path file = Path.of(System.getProperty("server.home"), "standard", "keycloak.log");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("Mail of realm " + realm.name() + " " + what))
                    .toList();
        }
    }

    /** Without waiting as long as after failures. */
    private static List<Mail> backAgain() throws SQLException {
        office.outbox.awaitSentAtOnce();
        return office.server.take();
    }
}
