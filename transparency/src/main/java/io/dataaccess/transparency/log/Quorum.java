/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import io.dataaccess.transparency.note.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A witness, or a group of which so many must have cosigned (C2SP tlog-policy).
 *
 * @param witness the key of a witness; a group has none
 */
record Quorum(Optional<VerifierKey> witness, long threshold, List<Quorum> members) {

    /** Needs nobody. */
    static final Quorum NONE = new Quorum(Optional.empty(), 0, List.of());

    static Quorum of(VerifierKey witness) {
        return new Quorum(Optional.of(witness), 1, List.of());
    }

    static Quorum of(long threshold, List<Quorum> members) {
        return new Quorum(Optional.empty(), threshold, List.copyOf(members));
    }

    boolean isMetBy(Set<VerifierKey> cosigners) {
        return witness.map(cosigners::contains)
                .orElseGet(() -> members.stream()
                                .filter(member -> member.isMetBy(cosigners))
                                .count()
                        >= threshold);
    }
}
