/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import io.dataaccess.keycloak.testing.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Calls of several kinds, each repeated on a thread of its own until told to end. */
final class Load {

    private final List<CompletableFuture<Void>> threads = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private volatile String phase;
    private volatile boolean over;

    Load(String phase) {
        this.phase = phase;
    }

    /** Begins; the call gets its number. */
    void repeat(String kind, Call call) {
        kinds.add(kind);
        threads.add(CompletableFuture.runAsync(() -> run(kind, call), task -> new Thread(task, kind).start()));
    }

    /** What is asked and answered from here on belongs to this phase. */
    void enter(String next) {
        phase = next;
    }

    /** Returns once every kind was asked and answered so often within the phase, or one of them failed. */
    void awaitEach(int times) throws InterruptedException {
        lock.lock();
        try {
            while (threads.stream().noneMatch(CompletableFuture::isDone) && !isEach(times)) {
                progress.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the load, and throws what a thread threw, such as a call that hangs. */
    void end() {
        over = true;
        threads.forEach(CompletableFuture::join);
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Those both asked and answered within the phase. */
    List<Sample> within(String wanted) {
        return samples.stream()
                .filter(sample ->
                        sample.asked().equals(wanted) && sample.answered().equals(wanted))
                .toList();
    }

    private boolean isEach(int times) {
        List<Sample> now = within(phase);
        return kinds.stream()
                .allMatch(kind -> now.stream()
                                .filter(sample -> sample.kind().equals(kind))
                                .count()
                        >= times);
    }

    private void run(String kind, Call call) {
        for (int number = 0; !over; number++) {
            String asked = phase;
            try {
                Answer answer = call.of(number);
                add(new Sample(kind, number, asked, phase, answer));
            } catch (IOException e) {
                throw new UncheckedIOException(kind + " got no answer, asked while " + asked, e);
            }
        }
    }

    private void add(Sample sample) {
        lock.lock();
        try {
            samples.add(sample);
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One call. */
    interface Call {
        Answer of(int number) throws IOException;
    }

    /** One call and the phases at its beginning and end. */
    record Sample(String kind, int number, String asked, String answered, Answer answer) {

        boolean isOk() {
            return answer.status() == 200;
        }

        String outcome() {
            String reason = answer.reason();
            return kind + " " + answer.status() + " " + answer.error() + (reason.isEmpty() ? "" : " (" + reason + ")");
        }
    }
}
