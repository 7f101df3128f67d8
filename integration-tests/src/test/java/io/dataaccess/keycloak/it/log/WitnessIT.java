/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.SignedNote;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
