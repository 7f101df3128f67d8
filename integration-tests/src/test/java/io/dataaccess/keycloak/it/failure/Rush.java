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
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many ballots cast at once, until there are no more or the node is gone. */
final class Rush {

    static final int VOTERS = 6;

    private final Map<Ballot, Answer> answered = new ConcurrentHashMap<>();
    private final Set<Ballot> sent = ConcurrentHashMap.newKeySet();
    private final Queue<Ballot> ballots;
    private final CountDownLatch underWay;
    private final CompletableFuture<Void> over;

    /** Begins, on threads of its own. */
    Rush(Node node, Map<String, String> tokens, Collection<Ballot> ballots, int answersToWaitFor) {
        this.ballots = new ConcurrentLinkedQueue<>(ballots);
        this.underWay = new CountDownLatch(answersToWaitFor);
        this.over = CompletableFuture.allOf(IntStream.range(0, VOTERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> vote(node, tokens), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new));
    }

    /** Returns once so many are answered. */
    void awaitAnswers() throws InterruptedException {
        underWay.await();
    }

    /** Returns once nobody waits for an answer any more. */
    void awaitEnd() {
        over.join();
    }

    /** The answers with this status. */
    Map<Ballot, Answer> answered(int status) {
        return answered.entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

    private void vote(Node node, Map<String, String> tokens) {
        for (Ballot ballot = ballots.poll(); ballot != null; ballot = ballots.poll()) {
            sent.add(ballot);
            try {
                answered.put(ballot, node.approve(tokens.getOrDefault(ballot.approver(), ""), ballot.requestId()));
                underWay.countDown();
            } catch (IOException e) {
                // The node is gone: this one and all that follow stay unanswered.
                return;
            }
        }
    }
}
