/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.Realm;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requester reminds. Private data needs two of the US security group and a data owner. */
final class ReminderIT {

    private static final String WHAT = ": Private messages and drafts of US users, Precise location of US users ";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

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

    @Test
    void remindsThoseWhoHaveNotVotedWhenItIsTime() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-private");
        office.approve("avery", request);
        office.mails();
        office.outbox.letRequestsAge(PATIENCE);
        Answer shown = office.application(employee).get("requests/" + request);

        assertThat(Instant.parse(shown.text("remindableAt")))
                .isEqualTo(Instant.parse(shown.text("createdAt")).plus(PATIENCE));
        assertThat(remind(employee, request).status()).isEqualTo(200);
        List<Mail> mails = office.mails();
        assertThat(mails)
                .map(Mail::line)
                .containsExactlyInAnyOrder(
                        "dana: Reminder: access request: " + Office.shown(employee) + WHAT + "(Restricted) – "
                                + employee + " Test",
                        "blake: Erinnerung: Antrag auf Zugriff: " + Office.shown(employee) + WHAT
                                + "(Streng vertraulich) – " + employee + " Test");
        assertThat(Office.to("dana", mails).link()).endsWith("/data-access/approvals/" + request);
        office.outbox.letRequestsAge(PATIENCE);
        assertThat(remind(employee, request).status()).isEqualTo(200);
        assertThat(office.mails()).map(Mail::to).containsExactlyInAnyOrder("dana", "blake");
    }

    @Test
    void saysWhoGetsItAtOnceWhenTheHourHasRoom() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        office.mails();
        office.outbox.letRequestsAge(PATIENCE);
        Answer answer = remind(employee, request);

        assertThat(answer.body().path("recipients").asInt()).isEqualTo(2);
        assertThat(answer.body().path("mailBy").isNull()).isTrue();
        assertThat(office.mails()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    @Test
    void saysWhenItGoesWhenTheHourIsFull() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        office.mails();
        Instant told = Instant.now();
        office.outbox.letRequestsAge(PATIENCE);
        office.limit(1);
        Answer answer = remind(employee, request);
        office.outbox.awaitHeld(2);
        office.limit(999);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("recipients").asInt()).isEqualTo(2);
        assertThat(Instant.parse(answer.text("mailBy")))
                .isBetween(told.plus(Duration.ofMinutes(59)), told.plus(Duration.ofHours(1)));
        office.outbox.letAnHourPass();
        office.outbox.awaitHeld(0);
        assertThat(office.mails()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    @Test
    void saysThatNobodyGetsItWhenRealmHasNoMailServer() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        office.mails();
        office.outbox.letRequestsAge(PATIENCE);
        realm.change(settings -> settings.setSmtpServer(Map.of()));
        Answer answer = remind(employee, request);
        realm.change(settings -> settings.setSmtpServer(office.server.settings()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("recipients").asInt(-1)).isZero();
        assertThat(office.mails()).isEmpty();
    }

    @Test
    void remindsOnceWhenAskedTwiceAtOnce() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        office.mails();
        office.outbox.letRequestsAge(PATIENCE);
        List<CompletableFuture<Answer>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> remind(employee, request)))
                .limit(2)
                .toList();

        assertThat(answers).map(CompletableFuture::join).map(Answer::status).containsExactlyInAnyOrder(200, 429);
        assertThat(office.mails()).map(Mail::to).containsExactlyInAnyOrder("avery", "blake");
    }

    @Test
    void refusesWhenFiledOrRemindedJustNow() {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        Answer refused = remind(employee, request);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).isEqualTo("too_soon");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, PATIENCE.toSeconds());
    }

    @Test
    void refusesWhenRequestIsDecidedOrSomebodyElses() throws SQLException {
        String employee = office.newcomer();
        String request = office.file(employee, "us-contact");
        office.outbox.letRequestsAge(PATIENCE);

        assertThat(remind(office.newcomer(), request).status()).isEqualTo(404);
        office.vote("avery", request, Map.of("decision", "DENY", "comment", "No such case"));
        assertThat(remind(employee, request).error()).isEqualTo("not_pending");
        assertThat(office.application(employee)
                        .get("requests/" + request)
                        .body()
                        .path("remindableAt")
                        .isNull())
                .isTrue();
    }

    private static Answer remind(String employee, String request) {
        return office.application(employee).post("requests/" + request + "/reminders", "");
    }
}
