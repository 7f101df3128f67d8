/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.audit.AuditorTool;
import io.dataaccess.keycloak.testing.audit.AuditorTool.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An outsider with the jar, a policy file and a receipt: no login, no network. And one who follows the log. */
final class AuditorIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Office office = new Office(realm);

    @TempDir
    Path folder;

    @Test
    void holdsForWhatAuditorsAndRequestersAreGiven() throws IOException, InterruptedException {
        String grant = office.grant(office.employee("ann"));
        Answer auditors = office.receipt(realm.adminRestOf("olga"), grant);
        Answer requesters = office.receipt(office.self("ann"), grant);

        assertThat(verify(auditors.body().toString()).code()).isZero();
        assertThat(verify(requesters.body().toString()).code()).isZero();
    }

    @Test
    void findsAForgedReceipt() throws IOException, InterruptedException {
        String grant = office.grant(office.employee("ben"));
        String receipt = office.receipt(realm.adminRestOf("olga"), grant).body().toString();
        assertThat(verify(receipt).code()).isZero();

        Run changed = verify(receipt.replace("\\\"decision\\\":\\\"APPROVE\\\"", "\\\"decision\\\":\\\"DENY\\\""));
        Run opened = verify(receipt.replace("Seen the order", "Seen no order"));

        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.output()).containsIgnoringCase("not_included");
        assertThat(opened.code()).isEqualTo(1);
        assertThat(opened.output()).containsIgnoringCase("opening_differs");
    }

    @Test
    void followsTheLogAndReplaysIt() throws IOException, InterruptedException {
        office.receipt(realm.adminRestOf("olga"), office.grant(office.employee("cat")));
        Path token = Files.writeString(
                folder.resolve("token"),
                realm.tokens().password(Client.ADMIN_CLI, "olga", "openid").accessToken());
        Path mirror = folder.resolve("mirror");

        Run first = run(
                "mirror",
                realm.issuer() + "/data-access/log",
                mirror.toString(),
                "--policy",
                policy().toString(),
                "--token",
                token.toString());
        Run replayed = run("check", mirror.toString());

        assertThat(first.code()).as(first.output()).isZero();
        assertThat(replayed.code()).as(replayed.output()).isZero();
    }

    private Run verify(String receipt) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("receipt.json"), receipt);
        return run("verify", file.toString(), "--policy", policy().toString(), "--json");
    }

    private Path policy() throws IOException {
        return Files.writeString(
                folder.resolve("policy.txt"),
                office.keys().stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return new AuditorTool(folder).run(List.of(arguments));
    }
}
