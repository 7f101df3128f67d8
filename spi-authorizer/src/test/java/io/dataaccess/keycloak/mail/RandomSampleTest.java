/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RandomSampleTest {

    private static final int ROUNDS = 6000;

    @Test
    void takesAllWhenThereAreNoMore() {
        RandomSample<String> sample = RandomSample.of(Stream.of("avery", "blake"), 2, new Random(1));

        assertThat(sample.drawn()).containsExactly("avery", "blake");
        assertThat(sample.of()).isEqualTo(2);
    }

    @Test
    void takesDifferentOnesWhenThereAreMore() {
        RandomSample<Integer> sample = RandomSample.of(IntStream.range(0, 5000).boxed(), 100, new Random(1));

        assertThat(sample.drawn()).hasSize(100).doesNotHaveDuplicates();
        assertThat(sample.of()).isEqualTo(5000);
    }

    /** Each of six is expected in half of the rounds: far less or more is no lot. */
    @Test
    void takesEachAsOftenWhenDrawnAgain() {
        Random lot = new Random(1);
        int[] times = new int[6];
        for (int round = 0; round < ROUNDS; round++) {
            RandomSample.of(IntStream.range(0, 6).boxed(), 3, lot).drawn().forEach(one -> times[one]++);
        }
        assertThat(times)
                .satisfies(found -> assertThat(IntStream.of(found).boxed())
                        .allSatisfy(count -> assertThat(count).isBetween(ROUNDS / 2 - 200, ROUNDS / 2 + 200)));
    }

    @Test
    void takesNobodyWhenThereIsNobody() {
        assertThat(RandomSample.of(Stream.empty(), 100, new Random(1)).drawn()).isEmpty();
    }
}
