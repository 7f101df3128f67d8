/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Mail;
import io.dataaccess.keycloak.testing.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A host in FIPS mode has no MD5. */
@ResourceLock(Node.INSTALLATION)
final class WithoutMd5IT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GUARDED = "openid " + Workforce.CONTACT;
    private static final String DATA = "Contact details of US users";
    private static final String ASKED = "lin, CN, Clips Singapore: " + DATA + " (Confidential) – Lin Zhou";
    private static final String WHAT = DATA + ", Sample application";

    @TempDir
    static Path data;

    @Test
    void tellsTheWholeStoryWhenThereIsNoMd5() throws IOException, InterruptedException, SQLException {
        String[] machine = NoMd5.options(Files.createDirectory(data.resolve("machine")));
        assertHasNoMd5(machine);
        try (MailServer mail = new MailServer();
                Postgres postgres = new Postgres(data.resolve("postgres"));
                Node node = Node.start("without-md5", postgres, List.of(machine))) {
            mail.start();
            Workforce.create(node, 0, mail.settings());

            String request = Workforce.file(node, "lin", Workforce.CONTACT);
            assertArrive(postgres, mail, "avery: Access request: " + ASKED, "blake: Access request: " + ASKED);
            String approver = node.approver("avery");
            String grant = node.approve(approver, request)
                    .body()
                    .path("grant")
                    .path("id")
                    .asText();
            assertArrive(postgres, mail, "blake: Approved: " + ASKED, "lin: Your access request was approved: " + WHAT);
            assertThat(node.password(Client.SAMPLE_APP, "lin", GUARDED).status())
                    .isEqualTo(200);
            Answer revoked = node.revoke(approver, grant);
            assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(204);
            assertArrive(postgres, mail, "lin: Your access was revoked: " + WHAT);
            assertThat(node.password(Client.SAMPLE_APP, "lin", GUARDED).reason())
                    .isEqualTo("approval_required");
        }
    }

    private static void assertHasNoMd5(String... machine) throws IOException, InterruptedException {
        Path program = Files.writeString(
                data.resolve("Md5.java"),
                "class Md5 { public static void main(String[] a) throws Exception {"
                        + " java.security.MessageDigest.getInstance(a[0]); } }");
        assertThat(exitCode(machine, program, "SHA-256")).isZero();
        assertThat(exitCode(machine, program, "MD5")).isEqualTo(1);
    }

    private static int exitCode(String[] machine, Path program, String algorithm)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(machine));
        command.addAll(List.of(program.toString(), algorithm));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void assertArrive(Postgres postgres, MailServer server, String... lines) {
        await("everything is sent")
                .atMost(PATIENCE)
                .until(() -> postgres.count("SELECT count(*) FROM outbox_entry WHERE status = 'PENDING'"
                                + " AND entry_type NOT IN ('ENDS_SOON', 'EXPIRED')")
                        == 0);
        assertThat(server.take()).map(Mail::line).containsExactlyInAnyOrder(lines);
    }
}
