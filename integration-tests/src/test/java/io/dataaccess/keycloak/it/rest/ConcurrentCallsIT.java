/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import io.dataaccess.keycloak.testing.Realm;
import io.dataaccess.keycloak.testing.Rest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes at the same moment is put in an order, and nobody gets an internal error. */
final class ConcurrentCallsIT {

    @RegisterExtension
    static final Realm realm = new Realm();

    private static final Staff staff = new Staff(realm);

    @RepeatedTest(3)
    void keepsOneWhenDifferentRequestsComeAtOnce() {
        Rest lin = staff.self(staff.newcomer());

        List<Integer> statuses = atOnce(
                () -> lin.post("requests", Staff.asking("us-contact", "duration", "PT1H")),
                () -> lin.post("requests", Staff.asking("us-contact", "duration", "PT2H")),
                () -> lin.post("requests", Staff.asking("us-contact", "duration", "PT3H")));

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(lin.get("requests").body()).hasSize(1);
    }

    @RepeatedTest(3)
    void grantsOnceWhenTwoApproveAtOnce() {
        Rest lin = staff.self(staff.newcomer());
        String votes =
                "requests/" + lin.post("requests", Staff.asking("us-contact")).text("id") + "/votes";
        Rest avery = realm.adminRestOf("avery");
        Rest blake = realm.adminRestOf("blake");

        List<Integer> statuses = atOnce(
                () -> avery.post(votes, Map.of("decision", "APPROVE")),
                () -> blake.post(votes, Map.of("decision", "APPROVE")));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(lin.get("grants").body()).hasSize(1);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<Integer> atOnce(Supplier<Answer>... calls) {
        CountDownLatch start = new CountDownLatch(calls.length);
        List<CompletableFuture<Answer>> answers = Stream.of(calls)
                .map(call ->
                        CompletableFuture.supplyAsync(() -> together(start, call), task -> new Thread(task).start()))
                .toList();
        return answers.stream().map(answer -> answer.join().status()).toList();
    }

    private static Answer together(CountDownLatch start, Supplier<Answer> call) {
        start.countDown();
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return call.get();
    }
}
