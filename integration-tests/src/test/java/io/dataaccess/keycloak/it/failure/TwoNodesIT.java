/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.MailServer;
import io.dataaccess.keycloak.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Two nodes of one cluster. What is changed through one holds on the other from the moment at which the change was
 * answered: tokens are asked of the other all the while, so that its caches are warm and are read in the moment of the
 * change too.
 */
@ResourceLock(Node.INSTALLATION)
final class TwoNodesIT {

    private static final int ROUNDS = 25;
    private static final String SCOPE = "openid " + Workforce.CONTACT;
    private static final long SEED = 20261128L;
    private static final String GRANTED = "granted";
    private static final String REFUSED = "refused";

    @TempDir
    static Path data;

    private static final MailServer mail = new MailServer();

    @SuppressWarnings("NullAway.Init")
    private static Postgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Node one;

    @SuppressWarnings("NullAway.Init")
    private static Node other;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        postgres = new Postgres(data.resolve("postgres"));
        mail.start();
        one = Node.join("node-0", postgres);
        Workforce.create(one, 8, mail.settings());
        other = Node.join("node-1", postgres);
    }

    @AfterAll
    static void stop() throws IOException {
        other.close();
        one.close();
        postgres.close();
        mail.close();
    }

    @Test
    void refusesOnTheOtherWhenThePolicyIsChanged() throws IOException, InterruptedException {
        follows("employee0", RealmPaths.component(one, "us-confidential"), policy -> {
            policy.withObjectProperty("config").putArray("eligibility").add("false");
            return policy;
        });
    }

    @Test
    void refusesOnTheOtherWhenTheCategoryIsChanged() throws IOException, InterruptedException {
        follows("employee1", RealmPaths.component(one, "us.user.contact"), category -> {
            category.withObjectProperty("config").putArray("sensitivity").add("RESTRICTED");
            return category;
        });
    }

    @Test
    void refusesOnTheOtherWhenAnAttributeIsChanged() throws IOException, InterruptedException {
        follows("employee2", RealmPaths.user(one, "employee2"), user -> {
            user.withObjectProperty("attributes").putArray("legal_entity").add("Clips Beijing");
            return user;
        });
    }

    @Test
    void refusesOnTheOtherWhenTheScopeListsMore() throws IOException, InterruptedException {
        follows("employee3", RealmPaths.scope(one, Workforce.CONTACT), scope -> {
            scope.withObjectProperty("attributes")
                    .put("data-access.categories", "us.user.contact us.user.content.private");
            return scope;
        });
    }

    @Test
    void issuesOnTheOtherWhenApprovedAndRefusesWhenRevoked() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            endsWith("employee4", grant -> one.revoke(one.approver("avery"), grant));
        }
    }

    @Test
    void refusesOnTheOtherWhenHandedBack() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            endsWith(
                    "employee5",
                    grant -> one.handBack(
                            one.password(Client.SAMPLE_APP, "employee5", Tokens.FILING)
                                    .accessToken(),
                            grant));
        }
    }

    @Test
    void countsNoVoteOnTheOtherOfWhoLeftTheGroup() throws IOException {
        String blake = RealmPaths.user(one, "blake");
        String group =
                one.read(one.administrator(), blake + "/groups").each("id").get(0);
        for (int round = 0; round < ROUNDS; round++) {
            String request = Workforce.file(one, "employee6", Workforce.CONTACT);
            String token = other.approver("blake");
            assertThat(other.request(token, request).status()).isEqualTo(200);

            assertThat(one.delete(one.administrator(), blake + "/groups/" + group)
                            .status())
                    .isEqualTo(204);
            Answer left = other.approve(token, request);
            assertThat(one.change(one.administrator(), blake + "/groups/" + group, Map.of())
                            .status())
                    .isEqualTo(204);
            Answer back = other.approve(token, request);

            assertThat(left.status()).as("%s", left.body()).isIn(403, 404);
            assertThat(back.text("status")).as("%s", back.body()).isEqualTo("APPROVED");
            Workforce.revoke(one, back);
        }
    }

    /** Three approvals by three people, through both nodes in the same moment. */
    @Test
    void countsVotesThroughBothOnceAndTellsOnce() throws IOException, SQLException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String request = Workforce.file(one, "employee7", Workforce.PRIVATE);
            List<String> approvers = new ArrayList<>(List.of("avery", "blake", "dana"));
            Collections.shuffle(approvers, random);
            List<CompletableFuture<Answer>> votes = new ArrayList<>();
            for (int i = 0; i < approvers.size(); i++) {
                Node node = i % 2 == 0 ? one : other;
                String token = node.approver(approvers.get(i));
                votes.add(CompletableFuture.supplyAsync(() -> approve(node, token, request)));
            }
            List<Answer> answers = votes.stream().map(CompletableFuture::join).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(answers.stream().filter(answer -> answer.text("status").equals("APPROVED")))
                    .hasSize(1);
            Ledger ledger = Ledger.of(postgres, Set.of(request));
            ledger.assertNoneIsHalfThere();
            ledger.assertAllApproved();
            Workforce.revoke(one, one.request(one.approver("avery"), request));
        }
        Letters.awaitDecisionsSent(postgres);
        assertThat(mail.take())
                .filteredOn(told -> told.to().equals("employee7"))
                .filteredOn(told -> told.subject().startsWith(Letters.APPROVED))
                .hasSize(ROUNDS);
    }

    /** What is asked of the other is granted before and after the change, and refused from its answer on. */
    private static void follows(String employee, String path, UnaryOperator<ObjectNode> change)
            throws IOException, InterruptedException {
        Workforce.approved(one, employee);
        Answer tokens = other.password(Client.SAMPLE_APP, employee, SCOPE);
        Load load = new Load(GRANTED);
        load.repeat("password", number -> other.password(Client.SAMPLE_APP, employee, SCOPE));
        load.repeat("refresh", number -> other.refresh(Client.SAMPLE_APP, tokens.refreshToken()));
        load.repeat("introspection", number -> other.introspect(tokens.accessToken()));
        ObjectNode before = (ObjectNode) one.read(one.administrator(), path).body();
        ObjectNode after = change.apply(before.deepCopy());
        try {
            for (int round = 0; round < ROUNDS; round++) {
                load.awaitEach(2 * (round + 1));
                load.enter("being changed");
                write(path, after);
                load.enter(REFUSED);
                load.awaitEach(2 * (round + 1));
                load.enter("being changed back");
                write(path, before);
                load.enter(GRANTED);
            }
        } finally {
            load.end();
        }

        assertThat(load.within(GRANTED)).allMatch(sample -> opens(sample.answer()));
        assertThat(load.within(REFUSED)).noneMatch(sample -> opens(sample.answer()));
    }

    private static void write(String path, ObjectNode body) throws IOException {
        Answer answer = one.change(one.administrator(), path, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
    }

    private static boolean opens(Answer answer) {
        return answer.body().path("active").asBoolean()
                || List.of(answer.text("scope").split(" ")).contains(Workforce.CONTACT);
    }

    /** Approved through one node, ended through it, and asked of the other at once after each. */
    private static void endsWith(String employee, Ending ending) throws IOException {
        String grant = Workforce.approved(one, employee);
        Answer issued = other.password(Client.SAMPLE_APP, employee, SCOPE);
        assertThat(opens(issued)).as("%s", issued.body()).isTrue();
        assertThat(opens(other.introspect(issued.accessToken()))).isTrue();

        Answer ended = ending.of(grant);
        assertThat(ended.status()).as("%s", ended.body()).isIn(200, 204);

        assertThat(opens(other.introspect(issued.accessToken()))).isFalse();
        assertThat(opens(other.refresh(Client.SAMPLE_APP, issued.refreshToken())))
                .isFalse();
        assertThat(other.password(Client.SAMPLE_APP, employee, SCOPE).reason()).isEqualTo("approval_required");
    }

    private static Answer approve(Node node, String token, String request) {
        try {
            return node.approve(token, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ends a grant. */
    private interface Ending {
        Answer of(String grant) throws IOException;
    }
}
