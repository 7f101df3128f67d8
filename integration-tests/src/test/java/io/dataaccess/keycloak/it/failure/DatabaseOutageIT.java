/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataaccess.keycloak.it.failure.Load.Sample;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** PostgreSQL is stopped and started again while people log in, vote and read; Keycloak stays up. */
@ResourceLock(Node.INSTALLATION)
final class DatabaseOutageIT {

    private static final Logger LOG = Logger.getLogger(DatabaseOutageIT.class.getName());
    private static final String THERE = "there";
    private static final String AWAY = "away";
    private static final String BACK = "back";
    private static final String GUARDED = "openid " + Workforce.CONTACT;
    private static final String APPROVED = "employee0";
    private static final String OTHER = "employee1";
    private static final int FIRST_VOTER = 2;
    private static final int EMPLOYEES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    private final Load load = new Load(THERE);
    private final List<String> pending = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        postgres = new Postgres(data.resolve("postgres"));
        node = Node.start("outage", postgres);
        Workforce.create(node, EMPLOYEES, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        postgres.close();
    }

    @Test
    void decidesNothingWhenTheDatabaseIsAway() throws IOException, InterruptedException, SQLException {
        prepare();
        putUnderLoad();
        load.awaitEach(2);

        postgres.stop();
        load.enter(AWAY);
        load.awaitEach(3);
        load.enter(BACK);
        postgres.start();
        awaitRecovery();
        load.awaitEach(2);
        load.end();

        LOG.info("Answers while away: " + outcomes(load.within(AWAY)));
        assertNothingWasDecidedWhileAway();
        assertEveryTokenRestsOnAGrant();
        assertEveryAnsweredVoteIsThere();
        assertAllIsRightAgain();
        assertThat(node.log())
                .filteredOn(line -> line.startsWith("\tat io.dataaccess.keycloak.mail"))
                .isEmpty();
    }

    /** What is left of an outage in which Keycloak's caches lead as far as the gate. */
    @Test
    void refusesWhenNeitherGrantsNorEventsCanBeReached() throws IOException, SQLException {
        node.approve(node.approver("avery"), Workforce.file(node, "lin", Workforce.CONTACT));
        Answer refused;
        postgres.execute("ALTER TABLE data_access_grant RENAME TO grants_away");
        postgres.execute("ALTER TABLE event_entity RENAME TO events_away");
        try {
            refused = node.password(Client.SAMPLE_APP, "lin", GUARDED);
        } finally {
            postgres.execute("ALTER TABLE grants_away RENAME TO data_access_grant");
            postgres.execute("ALTER TABLE events_away RENAME TO event_entity");
        }

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("temporarily_unavailable");
        assertThat(refused.reason()).isEqualTo("undecidable");
        assertThat(node.password(Client.SAMPLE_APP, "lin", GUARDED).status()).isEqualTo(200);
    }

    private void prepare() throws IOException {
        String approver = node.approver("avery");
        assertThat(node.approve(approver, Workforce.file(node, APPROVED, Workforce.CONTACT))
                        .text("status"))
                .isEqualTo("APPROVED");
        for (String employee : Workforce.employees(EMPLOYEES).subList(FIRST_VOTER, EMPLOYEES)) {
            pending.add(Workforce.file(node, employee, Workforce.CONTACT));
        }
    }

    private void putUnderLoad() throws IOException {
        String approver = node.approver("avery");
        String requester =
                node.password(Client.SAMPLE_APP, OTHER, Tokens.FILING).accessToken();
        Answer held = node.password(Client.SAMPLE_APP, APPROVED, GUARDED);
        load.repeat("guarded", number -> node.password(Client.SAMPLE_APP, APPROVED, GUARDED));
        load.repeat("not approved", number -> node.password(Client.SAMPLE_APP, OTHER, GUARDED));
        load.repeat("unguarded", number -> node.password(Client.SAMPLE_APP, OTHER, "openid"));
        load.repeat("refresh", number -> node.refresh(Client.SAMPLE_APP, held.refreshToken()));
        load.repeat("introspection", number -> node.introspect(held.accessToken()));
        load.repeat("own requests", number -> node.ownRequests(requester));
        // Over and over: one that was refused comes again, one that was taken is answered with a conflict.
        load.repeat("vote", number -> node.approve(approver, pending.get(number % pending.size())));
    }

    /** Keycloak is not restarted: its connections come back by themselves. */
    private static void awaitRecovery() {
        await("a token")
                .atMost(PATIENCE)
                .until(() -> node.password(Client.SAMPLE_APP, APPROVED, GUARDED).status() == 200);
    }

    private void assertNothingWasDecidedWhileAway() {
        List<Sample> away = load.within(AWAY);
        assertThat(away).extracting(Sample::kind).contains("guarded", "refresh", "introspection", "vote");
        assertThat(away.stream().filter(Sample::isOk).map(Sample::outcome)).isEmpty();
        assertThat(away.stream()
                        .map(sample -> sample.answer().body().toString())
                        .filter(body -> body.contains("Exception")
                                || body.contains("org.")
                                || body.contains("\"active\":true")))
                .isEmpty();
        assertThat(away.stream()
                        .filter(sample ->
                                sample.kind().equals("vote") || sample.kind().equals("own requests"))
                        .map(sample ->
                                sample.answer().status() + " " + sample.answer().error()))
                .contains("503 unavailable");
    }

    private void assertEveryTokenRestsOnAGrant() throws SQLException {
        List<Sample> tokens = load.samples().stream()
                .filter(Sample::isOk)
                .filter(sample -> !sample.answer().accessToken().isEmpty())
                .filter(sample -> sample.answer().scopes().contains(Workforce.CONTACT))
                .toList();
        Set<String> grants =
                postgres.query("SELECT id FROM data_access_grant WHERE subject_name = '" + APPROVED + "'").stream()
                        .map(row -> row.get(0))
                        .collect(Collectors.toSet());

        assertThat(tokens).extracting(Sample::kind).containsOnly("guarded", "refresh");
        assertThat(tokens)
                .allSatisfy(sample -> assertThat(sample.answer()
                                .claims()
                                .path("authorization_details")
                                .path(0)
                                .path("approval")
                                .path("id")
                                .asText())
                        .isIn(grants));
        assertThat(postgres.count(
                        "SELECT count(*) FROM event_entity WHERE coalesce(details_json_long_value, details_json)"
                                + " LIKE '%data_access_grants%'"))
                .isGreaterThanOrEqualTo(tokens.size());
    }

    private void assertEveryAnsweredVoteIsThere() throws SQLException {
        Ledger ledger = Ledger.of(postgres, pending);
        Set<Ballot> answered = load.samples().stream()
                .filter(sample -> sample.kind().equals("vote") && sample.isOk())
                .map(sample -> new Ballot(pending.get(sample.number() % pending.size()), "avery"))
                .collect(Collectors.toSet());
        ledger.assertNoneIsHalfThere();
        assertThat(answered).isNotEmpty();
        assertThat(ledger.votes()).containsAll(answered);
    }

    private void assertAllIsRightAgain() throws IOException, SQLException {
        Answer token = node.password(Client.SAMPLE_APP, APPROVED, GUARDED);
        assertThat(token.scopes()).contains(Workforce.CONTACT);
        assertThat(node.introspect(token.accessToken()).body().path("active").asBoolean())
                .isTrue();
        assertThat(node.password(Client.SAMPLE_APP, OTHER, GUARDED).reason()).isEqualTo("approval_required");
        String approver = node.approver("avery");
        assertThat(node.approve(approver, Workforce.file(node, OTHER, Workforce.CONTACT))
                        .text("status"))
                .isEqualTo("APPROVED");
        for (String request : pending) {
            assertThat(node.approve(approver, request).status()).isIn(200, 409);
        }
        Ledger.of(postgres, pending).assertAllApproved();
    }

    private static Map<String, Long> outcomes(List<Sample> samples) {
        return samples.stream().collect(groupingBy(Sample::outcome, TreeMap::new, counting()));
    }
}
