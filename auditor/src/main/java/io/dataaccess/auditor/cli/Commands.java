/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.cli;

import io.dataaccess.auditor.check.Export;
import io.dataaccess.auditor.check.FolderCheck;
import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.mirror.LogServer;
import io.dataaccess.auditor.mirror.Mirror;
import io.dataaccess.auditor.mirror.MirrorFolder;
import io.dataaccess.auditor.receipt.ReceiptCheck;
import io.dataaccess.auditor.witness.Witness;
import io.dataaccess.auditor.witness.WitnessServer;
import io.dataaccess.auditor.witness.WitnessState;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The four commands. */
@Command(
        name = "keycloak-data-access-auditor",
        description = "Verifies what a realm's log says about who approved access to user data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:It holds.",
            "1:It does not hold: there are findings.",
            "2:Nothing can be said: usage, files, network."
        })
final class Commands {

    private final Clock clock;
    private final PrintWriter out;

    Commands(Clock clock, PrintWriter out) {
        this.clock = clock;
        this.out = out;
    }

    @Command(
            description =
                    "Verifies a receipt: its proofs, and that the right people approved what was granted. Uses no network.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "RECEIPT", description = "What GET grants/{id}/receipt answered.") Path receipt,
            @Option(
                            names = "--policy",
                            paramLabel = "FILE",
                            required = true,
                            description = "Which log and witnesses to trust (C2SP tlog-policy).")
                    Path policy,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        ReceiptCheck check = new ReceiptCheck(Arguments.policy(policy));
        return new Output(out, json).print(check.check(SafeFiles.readExisting(receipt)));
    }

    @Command(
            description = "Follows a log into a folder, and checks that it goes on from what was there before.",
            mixinStandardHelpOptions = true)
    int mirror(
            @Parameters(
                            index = "0",
                            paramLabel = "URL",
                            description = "Such as https://id.example.com/realms/workforce/data-access/log")
                    URI url,
            @Parameters(index = "1", paramLabel = "DIR", description = "Where the mirror is kept.") Path folder,
            @Option(
                            names = "--policy",
                            paramLabel = "FILE",
                            description = "Which log and witnesses to trust; kept in DIR, needed once.")
                    Optional<Path> policy,
            @Option(
                            names = "--token",
                            paramLabel = "FILE",
                            description = "An auditor's bearer token: keeps the entries as well.")
                    Optional<Path> token,
            @Option(
                            names = "--max-age",
                            paramLabel = "PT1H",
                            description =
                                    "A checkpoint that is older is a silent log: by the time of a witness, else since it was first seen.")
                    Optional<Duration> maxAge,
            @Option(names = "--all", description = "Compare everything with what is served now, not only what is new.")
                    boolean everything,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        LogServer server = new LogServer(url, token.map(Arguments::secret));
        Mirror.Run run = new Mirror.Run(policy.map(SafeFiles::readExisting), maxAge, token.isPresent(), everything);
        return new Output(out, json).print(new Mirror(server, new MirrorFolder(folder), clock).follow(run));
    }

    @Command(
            description = "Replays the entries of a mirrored log against the rules. Uses no network.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "DIR", description = "What mirror --token keeps.") Path folder,
            @Option(
                            names = "--policy",
                            paramLabel = "FILE",
                            description = "Which log and witnesses to trust, instead of what the mirror keeps.")
                    Optional<Path> policy,
            @Option(
                            names = "--export",
                            paramLabel = "FILE",
                            description =
                                    "Access grants as the server tells them, .json or .csv: finds one that is not in the log.")
                    Optional<Path> export,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        FolderCheck check = new FolderCheck(new MirrorFolder(folder));
        return new Output(out, json).print(check.check(policy.map(Arguments::policy), export.map(Export::read)));
    }

    @Command(
            description = "Cosigns the checkpoints of logs that only grow (C2SP tlog-witness), until it is stopped.",
            mixinStandardHelpOptions = true)
    int witness(
            @Option(
                            names = "--listen",
                            paramLabel = "[HOST:]PORT",
                            required = true,
                            description = "Where to listen; this machine only when no host is given.")
                    String listen,
            @Option(
                            names = "--state",
                            paramLabel = "FILE",
                            required = true,
                            description =
                                    "Key and what was cosigned. Never restore it from a backup: the witness would contradict itself.")
                    Path state,
            @Option(
                            names = "--new",
                            paramLabel = "NAME",
                            description = "Make a new witness of this name, such as witness.example.com.")
                    Optional<String> name,
            @Option(
                            names = "--policy",
                            paramLabel = "FILE",
                            required = true,
                            description = "Its log lines say which logs are witnessed (C2SP tlog-policy).")
                    Path policy)
            throws InterruptedException {
        try (WitnessState opened = WitnessState.open(state, name);
                WitnessServer server = new WitnessServer(
                        new Witness(Arguments.policy(policy).logs(), opened, clock), Arguments.address(listen))) {
            out.println("witness " + opened.key().name() + " " + opened.key() + " http://"
                    + server.address().getHostString() + ":" + server.address().getPort() + "/");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
