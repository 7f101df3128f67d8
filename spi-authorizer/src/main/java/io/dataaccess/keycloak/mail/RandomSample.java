/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Some of many, drawn by lot: each as likely as every other.
 *
 * @param drawn all, where there are no more than were to be drawn
 * @param of how many there are
 */
record RandomSample<T>(List<T> drawn, long of) {

    RandomSample {
        drawn = List.copyOf(drawn);
    }

    /** Draws at most so many, and keeps no more than these in memory (Vitter's algorithm R). */
    static <T> RandomSample<T> of(Stream<T> all, int most, RandomGenerator lot) {
        List<T> drawn = new ArrayList<>();
        long[] seen = {0};
        all.forEachOrdered(one -> {
            long place = seen[0] < most ? seen[0] : lot.nextLong(seen[0] + 1);
            seen[0]++;
            if (drawn.size() < most) {
                drawn.add(one);
            } else if (place < most) {
                drawn.set((int) place, one);
            }
        });
        return new RandomSample<>(drawn, seen[0]);
    }
}
