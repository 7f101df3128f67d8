/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.MailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A node is killed while many people vote; the other node of its cluster, which joined late, shows what is left.
 * Every other round is killed at a random moment, the rest while PostgreSQL holds the votes at a certain place. The limit
 * is that of a thousand rounds.
 */
@ResourceLock(Node.INSTALLATION)
@Timeout(value = 8, unit = TimeUnit.HOURS)
final class KilledServerIT {

    private static final List<Hold> HOLDS = List.of(Hold.values());
    private static final Logger LOG = Logger.getLogger(KilledServerIT.class.getName());
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final long SEED = Long.getLong("kill.seed", 20261122L);
    private static final int EMPLOYEES = 6;
    private static final List<String> SECURITY = List.of("avery", "blake");

    @TempDir
    static Path data;

    /** Away until all rounds are over: then it shows which letters survived. */
    private static final MailServer mail = new MailServer();

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        postgres = new Postgres(data.resolve("postgres"));
        node = Node.join("node-0", postgres);
        Workforce.create(node, EMPLOYEES + 1, mail.settings());
        Hold.install(postgres);
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        postgres.close();
        mail.close();
    }

    @Test
    void losesNoAnsweredVoteAndKeepsNoHalfWhenKilled() throws IOException, InterruptedException, SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            CompletableFuture<Node> next = startBeside(round);
            List<Ballot> ballots = filed();
            Node survivor = next.join();
            Rush rush = killed(ballots, hold(round));
            node = survivor;
            String found = check(rush, ballots);
            LOG.info("Round " + round + " of " + ROUNDS + ", "
                    + hold(round).map(Enum::name).orElse("random") + ": " + found);
        }
        Letters.assertEachApprovalIsToldOnce(postgres, mail);
    }

    private static Optional<Hold> hold(int round) {
        return round % 2 == 1 ? Optional.empty() : Optional.of(HOLDS.get(round / 2 % HOLDS.size()));
    }

    /** The killed one's name is free again once its sessions are gone. */
    private static CompletableFuture<Node> startBeside(int round) {
        return Node.beside("node-" + round % 2, postgres);
    }

    /** A request of each employee for each scope, and in any order the ballots that approve them. */
    private List<Ballot> filed() throws IOException {
        List<Ballot> ballots = new ArrayList<>();
        for (String employee : Workforce.employees(EMPLOYEES)) {
            String contact = Workforce.file(node, employee, Workforce.CONTACT);
            ballots.add(new Ballot(contact, SECURITY.get(random.nextInt(SECURITY.size()))));
            String restricted = Workforce.file(node, employee, Workforce.PRIVATE);
            SECURITY.forEach(approver -> ballots.add(new Ballot(restricted, approver)));
            ballots.add(new Ballot(restricted, "dana"));
        }
        Collections.shuffle(ballots, random);
        return ballots;
    }

    @SuppressWarnings("try")
    private Rush killed(List<Ballot> ballots, Optional<Hold> hold)
            throws IOException, InterruptedException, SQLException {
        int first = 1 + random.nextInt(ballots.size() / 2);
        Rush rush = new Rush(node, tokens());
        if (hold.isPresent()) {
            rush.cast(ballots.subList(0, first));
            rush.awaitEnd();
            try (Connection holding = hold.get().on(postgres)) {
                rush.cast(ballots.subList(first, ballots.size()));
                Hold.awaitHeld(postgres, node, Rush.VOTERS);
                node.kill();
            }
        } else {
            rush.cast(ballots);
            rush.awaitAnswers(first);
            node.kill();
        }
        rush.awaitEnd();
        Hold.awaitGone(postgres, node);
        return rush;
    }

    private static String check(Rush rush, List<Ballot> ballots) throws IOException, SQLException {
        assertThat(rush.statuses()).containsOnly(200);
        Map<Ballot, Answer> answered = rush.answered(200);
        Set<String> requests = ballots.stream().map(Ballot::requestId).collect(Collectors.toSet());
        Ledger ledger = Ledger.of(postgres, requests);

        ledger.assertNoneIsHalfThere();
        assertThat(ledger.votes()).containsAll(answered.keySet());
        assertThat(rush.sent()).containsAll(ledger.votes());
        answered.forEach((ballot, answer) -> {
            if (answer.text("status").equals("APPROVED")) {
                assertThat(ledger.status(ballot.requestId())).isEqualTo("APPROVED");
            }
        });
        goesOn(ballots, requests);
        return "%d answered, %d in flight, of these %d found"
                .formatted(
                        answered.size(),
                        rush.unanswered().size(),
                        ledger.votes().size() - answered.size());
    }

    /** The next node takes what is missing, and nothing twice; then it decides as always. */
    private static void goesOn(List<Ballot> ballots, Set<String> requests) throws IOException, SQLException {
        Rush rest = new Rush(node, tokens());
        rest.cast(ballots);
        rest.awaitEnd();

        assertThat(rest.statuses()).hasSameSizeAs(ballots).containsOnly(200, 409);
        Ledger.of(postgres, requests).assertAllApproved();
        String scope = "openid " + Workforce.PRIVATE;
        assertThat(node.password(Client.SAMPLE_APP, "employee0", scope).status())
                .isEqualTo(200);
        assertThat(node.password(Client.SAMPLE_APP, "employee" + EMPLOYEES, scope)
                        .reason())
                .isEqualTo("approval_required");
    }

    private static Map<String, String> tokens() throws IOException {
        Map<String, String> tokens = new HashMap<>();
        for (String approver : List.of("avery", "blake", "dana")) {
            tokens.put(approver, node.approver(approver));
        }
        return tokens;
    }
}
