/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.votes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataaccess.keycloak.testing.Answer;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls that start at the same moment, each in a thread of its own. */
final class Race {

    private static final Executor THREADS = task -> new Thread(task).start();

    private Race() {}

    /** The status of each, in the order of the calls. Nobody ever gets an internal error. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static List<Integer> run(Supplier<Integer>... calls) {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        List<CompletableFuture<Integer>> statuses = Stream.of(calls)
                .map(call -> CompletableFuture.supplyAsync(() -> together(start, call), THREADS))
                .toList();
        List<Integer> answered = statuses.stream().map(CompletableFuture::join).toList();
        assertThat(answered).allMatch(status -> status < 500);
        return answered;
    }

    static Supplier<Integer> call(Supplier<Answer> rest) {
        return () -> {
            Answer answer = rest.get();
            assertThat(answer.status()).as("%s", answer.body()).isLessThan(500);
            return answer.status();
        };
    }

    /** Something done with Keycloak's admin client, which tells of failures only: 204 stands for success. */
    static Supplier<Integer> admin(Runnable work) {
        return () -> {
            try {
                work.run();
                return 204;
            } catch (WebApplicationException e) {
                return e.getResponse().getStatus();
            }
        };
    }

    private static Integer together(CyclicBarrier start, Supplier<Integer> call) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return call.get();
    }
}
