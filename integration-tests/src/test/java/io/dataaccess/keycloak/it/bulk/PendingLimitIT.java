/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Client;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A requester has at most so many requests pending, here two, and files so many an hour, here five. */
final class PendingLimitIT {

    private static final String WHY = "A court asks for one user";
    private static final int ROUNDS = 5;
    private static final Executor THREAD = task -> new Thread(task).start();
    private static final Map<String, String> FORM =
            Map.of("action", "file", "purpose", "legal-request", "justification", WHY, "duration", "PT1H");

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Cast cast = new Cast(realm);

    @BeforeAll
    static void limit() {
        realm.change(changed -> {
            changed.getAttributes().put("data-access.maxPendingRequests", "2");
            changed.getAttributes().put("data-access.requestsPerHour", "5");
        });
        realm.changeClient("account-console", client -> client.setDirectAccessGrantsEnabled(true));
    }

    private static Answer ask(String person, String scope) {
        return cast.inPerson(person).post("requests", Cast.asking(scope, WHY));
    }

    private static void file(String person, String scope) {
        assertThat(ask(person, scope).status()).isEqualTo(201);
    }

    private static List<String> pending(String person) {
        return cast.self(person).get("requests").body().findValuesAsText("status").stream()
                .filter("PENDING"::equals)
                .toList();
    }

    @Test
    void refusesWhenAsManyArePending() {
        String person = cast.newcomer("full");
        file(person, "us-contact");
        String second = ask(person, "us-private").text("id");

        Answer third = ask(person, "eu-contact");

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.error()).isEqualTo("too_many_pending");
        assertThat(third.text("errorMessage"))
                .isEqualTo("You may have 2 requests pending: take one back, or wait for a decision");
        assertThat(pending(person)).hasSize(2);
        assertThat(ask(person, "us-contact").status()).isEqualTo(200);
        assertThat(cast.self(person).delete("requests/" + second).status()).isEqualTo(204);
        assertThat(ask(person, "eu-contact").status()).isEqualTo(201);
    }

    @Test
    void filesWhenOneFewerIsPending() {
        String person = cast.newcomer("roomy");
        file(person, "us-contact");

        assertThat(ask(person, "eu-contact").status()).isEqualTo(201);
    }

    @Test
    void saysSoOnTheFormWhenTooMany() {
        String person = cast.newcomer("fullform");
        file(person, "us-contact");

        Visitor visitor = signIn(person, "us-private eu-contact").submit("#kc-data-access-form", FORM);

        assertThat(visitor.page().select("#input-error-global").text())
                .contains(
                        "At most 2 of your requests may wait at a time",
                        "(2 in addition)",
                        "Withdraw some in your account");
        assertThat(visitor.page().select("textarea").text()).isEqualTo(WHY);
        assertThat(pending(person)).hasSize(1);
    }

    /** All are filed together, or none: waiting for decisions would not help. */
    @Test
    void saysBeforehandWhenTheLoginAsksForMoreThanMayEverWait() {
        String person = cast.newcomer("greedy");

        Visitor visitor = signIn(person, "us-contact us-private eu-contact");

        assertThat(visitor.page().select("#input-error-global").text())
                .contains("This sign-in needs 3 requests at once", "at most 2 of yours", "Sign in for less data");
        visitor.submit("#kc-data-access-form", FORM);
        assertThat(visitor.page().select("#input-error-global").text()).contains("This sign-in needs 3 requests");
        assertThat(pending(person)).isEmpty();
    }

    @Test
    void saysNothingBeforehandWhenAllMayWait() {
        Visitor visitor = signIn(cast.newcomer("modest"), "us-contact us-private");

        assertThat(visitor.page().select("#input-error-global")).isEmpty();
    }

    @Test
    void filesFromTheFormWhenThereIsRoom() {
        String person = cast.newcomer("roomyform");
        file(person, "us-contact");

        Visitor visitor = signIn(person, "eu-contact").submit("#kc-data-access-form", FORM);

        assertThat(visitor.page().select("#input-error-global")).isEmpty();
        assertThat(pending(person)).hasSize(2);
    }

    @Test
    void filesOnlyOneWhenTwoComeAtOnceAndThereIsRoomForOne() {
        for (int round = 0; round < ROUNDS; round++) {
            String person = cast.newcomer("racing" + round);
            file(person, "us-contact");

            assertThat(atOnce(person, "us-private", "eu-contact")).containsExactlyInAnyOrder(201, 409);
            assertThat(pending(person)).hasSize(2);
        }
    }

    /** There is no record of theirs yet whose lock they could wait for. */
    @Test
    void filesOnlyTwoWhenTheFirstThreeComeAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String person = cast.newcomer("first" + round);

            assertThat(atOnce(person, "us-contact", "us-private", "eu-contact"))
                    .containsExactlyInAnyOrder(201, 201, 409);
            assertThat(pending(person)).hasSize(2);
        }
    }

    @Test
    void refusesWhenFiledAndTakenBackAgainAndAgain() {
        String person = cast.newcomer("spinning");
        fileAndTakeBack(person, 5);

        Answer refused = ask(person, "us-contact");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).isEqualTo("too_soon");
        assertThat(refused.text("errorMessage"))
                .isEqualTo("You may file 5 requests an hour, and have: file further ones later");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(pending(person)).isEmpty();

        Visitor visitor = signIn(person, "us-contact").submit("#kc-data-access-form", FORM);

        assertThat(visitor.page().select("#input-error-global").text())
                .contains("You have asked as often within an hour as is allowed.");
        assertThat(visitor.page().select("textarea").text()).isEqualTo(WHY);
        assertThat(pending(person)).isEmpty();
    }

    @Test
    void filesOnlyOneWhenOneMoreIsAllowedThisHourAndTwoComeAtOnce() {
        String person = cast.newcomer("spinningon");
        fileAndTakeBack(person, 4);

        assertThat(atOnce(person, "us-contact", "eu-contact")).containsExactlyInAnyOrder(201, 429);
        assertThat(pending(person)).hasSize(1);
    }

    /** One login is one filing, however many scopes it asks for. */
    @Test
    void filesFromTheFormWhenOneMoreIsAllowedThisHourAndTheLoginAsksForTwo() {
        String person = cast.newcomer("spinningform");
        fileAndTakeBack(person, 4);

        Visitor visitor = signIn(person, "us-contact eu-contact").submit("#kc-data-access-form", FORM);

        assertThat(visitor.page().select("#input-error-global")).isEmpty();
        assertThat(pending(person)).hasSize(2);
    }

    /** An application that asks for its user again and again keeps them from nothing. */
    @Test
    void filesInPersonWhenAnApplicationHasFiledAsOftenAsItMay() {
        String person = cast.newcomer("locked");
        for (int time = 0; time < 5; time++) {
            String request = cast.file(person, "us-contact", WHY);
            assertThat(cast.self(person).delete("requests/" + request).status()).isEqualTo(204);
        }
        Answer refused = cast.self(person).post("requests", Cast.asking("us-contact", WHY));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("errorMessage"))
                .isEqualTo(
                        "One application may file 5 requests an hour in your name, and has: file further ones later");

        file(person, "eu-contact");
        Visitor visitor = signIn(person, "us-contact").submit("#kc-data-access-form", FORM);

        assertThat(visitor.page().select("#input-error-global")).isEmpty();
        assertThat(pending(person)).hasSize(2);
    }

    @Test
    void filesInPersonWhenAsManyOfAnApplicationArePendingAsMayBe() {
        String person = cast.newcomer("crowded");
        cast.file(person, "us-contact", WHY);
        cast.file(person, "us-private", WHY);
        Answer refused = cast.self(person).post("requests", Cast.asking("eu-contact", WHY));
        assertThat(refused.error()).isEqualTo("too_many_pending");
        assertThat(refused.text("errorMessage"))
                .isEqualTo("One application may have 2 of your requests pending: take one back, or wait for a"
                        + " decision");

        file(person, "eu-contact");

        assertThat(pending(person)).hasSize(3);
    }

    private static void fileAndTakeBack(String person, int times) {
        for (int time = 0; time < times; time++) {
            String request = ask(person, "us-contact").text("id");
            assertThat(cast.self(person).delete("requests/" + request).status()).isEqualTo(204);
        }
    }

    /** The statuses of asking for each, from threads of their own that start together. */
    private static List<Integer> atOnce(String person, String... scopes) {
        cast.inPerson(person);
        CyclicBarrier start = new CyclicBarrier(scopes.length);
        List<CompletableFuture<Answer>> answers = Stream.of(scopes)
                .map(scope -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return ask(person, scope);
                        },
                        THREAD))
                .toList();
        return answers.stream().map(CompletableFuture::join).map(Answer::status).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor signIn(String person, String scopes) {
        return new Visitor()
                .open(realm.tokens().loginUrl(Client.SAMPLE_APP, "openid " + scopes))
                .signIn(person);
    }
}
