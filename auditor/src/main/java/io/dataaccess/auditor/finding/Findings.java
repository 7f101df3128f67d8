/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes findings as they are made. After a thousand it only counts: a log that is wrong everywhere is not printed. */
public final class Findings {

    private static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    /** Something is wrong with the entry at this index. */
    public void add(Code code, long index, String message) {
        add(new Finding(code, OptionalLong.of(index), message));
    }

    /** Something is wrong with the whole. */
    public void add(Code code, String message) {
        add(new Finding(code, OptionalLong.empty(), message));
    }

    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** How many there are, kept or not. */
    public long count() {
        return count;
    }

    private void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }
}
