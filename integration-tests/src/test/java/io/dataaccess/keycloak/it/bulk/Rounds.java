/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.it.bulk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Many cases of one kind. Always the same ones unless told otherwise: {@code -Dbulk.seed=…} for others,
 * {@code -Dbulk.times=…} for that many times more.
 */
final class Rounds {

    private static final Logger LOG = System.getLogger(Rounds.class.getName());
    private static final long SEED = Long.getLong("bulk.seed", 20261122L);
    private static final int TIMES = Integer.getInteger("bulk.times", 1);
    private static final int MOST_FAILURES = 10;
    private static final int SIZE = 1000;

    private Rounds() {}

    /** Checks so many cases, all of them although some fail; the failure names the seed and those cases. */
    static <T> void play(String what, int cases, Arbitrary<T> kind, Consumer<T> check) {
        List<AssertionError> failures = new ArrayList<>();
        JqwikSession.run(() -> {
            Random random = new Random(SEED);
            RandomGenerator<T> generator = kind.generator(SIZE, true);
            for (int i = 0; i < cases * TIMES && failures.size() < MOST_FAILURES; i++) {
                T next = generator.next(random).value();
                try {
                    check.accept(next);
                } catch (AssertionError e) {
                    failures.add(new AssertionError("case " + i + ": " + next + "\n" + e.getMessage(), e));
                }
            }
        });
        LOG.log(Level.INFO, "{0}: {1} cases, seed {2}", what, cases * TIMES, String.valueOf(SEED));
        if (!failures.isEmpty()) {
            AssertionError all = new AssertionError(
                    "seed " + SEED + ", " + failures.size() + " failures, the first: "
                            + failures.get(0).getMessage(),
                    failures.get(0));
            failures.stream().skip(1).forEach(all::addSuppressed);
            throw all;
        }
    }
}
