/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.failure;

import io.dataaccess.keycloak.testing.Answer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many ballots cast at once, until there are no more or the node is gone. */
final class Rush {

    static final int VOTERS = 6;

    private final Map<Ballot, Answer> answered = new ConcurrentHashMap<>();
    private final Set<Ballot> sent = ConcurrentHashMap.newKeySet();
    private final Semaphore answers = new Semaphore(0);
    private final Node node;
    private final Map<String, String> tokens;
    private CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

    Rush(Node node, Map<String, String> tokens) {
        this.node = node;
        this.tokens = tokens;
    }

    /** Begins, on threads of its own. */
    void cast(Collection<Ballot> ballots) {
        Queue<Ballot> queue = new ConcurrentLinkedQueue<>(ballots);
        over = CompletableFuture.allOf(IntStream.range(0, VOTERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> vote(queue), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new));
    }

    /** Returns once so many are answered. */
    void awaitAnswers(int number) throws InterruptedException {
        answers.acquire(number);
    }

    /** Returns once nobody waits for an answer any more. */
    void awaitEnd() {
        over.join();
    }

    /** The answers with this status. */
    Map<Ballot, Answer> answered(int status) {
        return answered.entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that were sent, answered or not. */
    Set<Ballot> sent() {
        return Set.copyOf(sent);
    }

    Set<Ballot> unanswered() {
        Set<Ballot> left = new HashSet<>(sent);
        left.removeAll(answered.keySet());
        return left;
    }

    Stream<Integer> statuses() {
        return answered.values().stream().map(Answer::status);
    }

    private void vote(Queue<Ballot> ballots) {
        for (Ballot ballot = ballots.poll(); ballot != null; ballot = ballots.poll()) {
            sent.add(ballot);
            try {
                answered.put(ballot, node.approve(tokens.getOrDefault(ballot.approver(), ""), ballot.requestId()));
                answers.release();
            } catch (IOException e) {
                // The node is gone: this one and all that follow stay unanswered.
                return;
            }
        }
    }
}
