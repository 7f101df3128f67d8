/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.MailServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** What is left to mail by servers that were killed while the mail server was away. */
final class Letters {

    /** What the subject of the mail about an approval begins with. */
    static final String APPROVED = "Your access request was approved";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String LEFT = " status = 'PENDING' AND entry_type <> 'ENDS_SOON'";

    private Letters() {}

    /** Of each approved request, and of nothing else, the requester is told once. */
    static void assertEachApprovalIsToldOnce(Postgres postgres, MailServer mail) throws SQLException {
        mail.start();
        postgres.execute("UPDATE outbox_entry SET next_attempt_at = created_at WHERE" + LEFT);
        awaitSent(postgres, LEFT);
        Map<String, Long> approved = postgres
                .query("SELECT requester_name, count(*) FROM data_access_request WHERE status = 'APPROVED' GROUP BY 1")
                .stream()
                .collect(toMap(row -> row.get(0), row -> Long.valueOf(row.get(1))));

        assertThat(approved).isNotEmpty();
        assertThat(mail.take())
                .allMatch(told -> told.subject().startsWith(APPROVED))
                .satisfies(told -> assertThat(told.stream().collect(groupingBy(Mail::to, counting())))
                        .isEqualTo(approved));
    }

    /** Returns once all who are to be told of a decision were sent their mail. */
    static void awaitDecisionsSent(Postgres postgres) {
        awaitSent(postgres, " status = 'PENDING' AND entry_type = 'DECIDED'");
    }

    private static void awaitSent(Postgres postgres, String left) {
        await("everything is sent")
                .atMost(PATIENCE)
                .until(() -> postgres.count("SELECT count(*) FROM outbox_entry WHERE" + left) == 0);
    }
}
