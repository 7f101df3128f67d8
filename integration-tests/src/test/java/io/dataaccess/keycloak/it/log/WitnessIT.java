/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's own witness sees each state of the log; nothing waits for it. */
final class WitnessIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);
    private static final Pattern VKEY = Pattern.compile("witness\\.example\\.com\\+[0-9a-f]{8}\\+\\S+");

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws InterruptedException {
        realm.change(representation -> representation.getAttributes().put("data-access.log.witnesses", ""));
        for (Process process : started) {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cosignsEachStateAndCatchesUp() throws IOException, InterruptedException {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("ann")));
        int port = freePort();
        Process witness = witness(port, "--new", "witness.example.com");
        String vkey = vkey();
        realm.change(representation -> representation
                .getAttributes()
                .put(
                        "data-access.log.witnesses",
                        "witness ours " + vkey + " http://127.0.0.1:" + port + "\nquorum ours\n"));
        WitnessPolicy policy = WitnessPolicy.parse(office.keys().stream()
                        .filter(key -> !key.toString().equals(vkey))
                        .map(key -> "log " + key + "\n")
                        .collect(Collectors.joining())
                + "witness ours " + vkey + "\nquorum ours\n");

        String seen = office.grant(office.employee("ben"));
        awaitWitnessed(seen, policy);
        assertThat(policy.satisfiedBy(SignedNote.parse(office.text("checkpoint"))))
                .isTrue();
        assertThat(office.text("vkeys")).contains(vkey);

        witness.destroy();
        assertThat(witness.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String unseen = office.grant(office.employee("cat"));
        Answer receipt = office.receipt(realm.adminRestOf("olga"), unseen);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(isWitnessed(receipt, policy)).isFalse();

        witness(port);
        awaitWitnessed(unseen, policy);
    }

    /** A witness takes its time; nobody else's connection waits with it. */
    @Test
    void holdsNoTransactionWhileAWitnessThinks()
            throws IOException, InterruptedException, NoSuchAlgorithmException, SQLException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/add-checkpoint", call -> {
            asked.countDown();
            awaitQuietly(answer);
            call.sendResponseHeaders(503, -1);
            call.close();
        });
        slow.start();
        try {
            office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("dan")));
            String witness = "witness slow " + newKey() + " http://127.0.0.1:"
                    + slow.getAddress().getPort() + "\nquorum slow\n";
            realm.change(representation -> representation.getAttributes().put("data-access.log.witnesses", witness));
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

            List<String> before = transactions();

            // The server gives up on a witness after five seconds.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> transactions().stream().noneMatch(before::contains));
            assertThat(answer.getCount()).isEqualTo(1);
        } finally {
            answer.countDown();
            slow.stop(0);
        }
    }

    private static VerifierKey newKey() throws NoSuchAlgorithmException {
        return VerifierKey.of(
                "slow.example.com",
                SignatureType.COSIGNATURE_V1,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that have last looked at a log, with the time when they began. */
    private static List<String> transactions() throws SQLException {
        try (Connection connection = realm.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT pid || ' ' || xact_start FROM pg_stat_activity"
                        + " WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid()"
                        + " AND query ILIKE '%data_access_log%'")) {
            List<String> all = new ArrayList<>();
            while (found.next()) {
                all.add(found.getString(1));
            }
            return all;
        }
    }

    private static void awaitWitnessed(String grant, WitnessPolicy policy) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> isWitnessed(office.receipt(realm.adminRestOf("olga"), grant), policy));
    }

    private static boolean isWitnessed(Answer receipt, WitnessPolicy policy) {
        assertThat(receipt.body().path("entries")).isNotEmpty();
        return receipt.body().path("entries").findValuesAsText("proof").stream()
                .allMatch(proof -> policy.satisfiedBy(LogProof.parse(proof).note()));
    }

    private Process witness(int port, String... more) throws IOException {
        Path logs = Files.writeString(
                folder.resolve("logs"),
                office.keys().stream()
                                .filter(key -> !key.toString().startsWith("witness.example.com"))
                                .map(key -> "log " + key + "\n")
                                .collect(Collectors.joining())
                        + "quorum none\n");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                System.getProperty("auditor.jar"),
                "witness",
                "--listen",
                String.valueOf(port),
                "--policy",
                logs.toString(),
                "--state",
                folder.resolve("state.json").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("witness.log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private String vkey() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            Matcher found = VKEY.matcher(Files.readString(folder.resolve("witness.log")));
                            return found.find() ? found.group() : "";
                        },
                        key -> !key.isEmpty());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
