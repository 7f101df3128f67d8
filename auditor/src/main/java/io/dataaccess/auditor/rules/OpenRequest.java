/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.rules;

import io.dataaccess.auditor.entry.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log has said so far of a request that has not ended. */
final class OpenRequest {

    private final Entry filed;
    private final List<Entry> votes = new ArrayList<>();
    private @Nullable Entry decided;
    private @Nullable Entry grant;

    OpenRequest(Entry filed) {
        this.filed = filed;
    }

    Entry filed() {
        return filed;
    }

    List<Entry> votes() {
        return List.copyOf(votes);
    }

    Optional<Entry> decided() {
        return Optional.ofNullable(decided);
    }

    Optional<Entry> grant() {
        return Optional.ofNullable(grant);
    }

    boolean concerns(String person) {
        return person.equals(filed.text("actor")) || person.equals(filed.text("subject"));
    }

    void vote(Entry vote) {
        votes.add(vote);
    }

    void decide(Entry decision) {
        decided = decision;
    }

    void grant(Entry given) {
        grant = given;
    }
}
