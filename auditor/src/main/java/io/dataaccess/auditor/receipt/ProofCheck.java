/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.receipt;

import io.dataaccess.auditor.entry.Entry;
import io.dataaccess.auditor.entry.MalformedEntryException;
import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.LogProof;
import io.dataaccess.transparency.log.VerificationException;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.tree.Hash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies the proofs of a receipt: all are of one log that says one thing, and of each index there is one entry. */
final class ProofCheck {

    private final WitnessPolicy policy;
    private final Findings findings;
    private final Map<Long, Hash> roots = new HashMap<>();
    private final Set<Long> indexes = new HashSet<>();
    private @Nullable String origin;

    ProofCheck(WitnessPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    /** The entry, when it is proven to be in the log and can be read. */
    Optional<Entry> proven(ReceiptEntry given) {
        LogProof proof;
        try {
            proof = LogProof.parse(given.proof());
        } catch (MalformedException e) {
            findings.add(Code.PROOF_MALFORMED, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        try {
            checkLog(proof.verify(given.bytes(), policy), proof.index());
            Entry entry = Entry.parse(proof.index(), given.bytes());
            given.falseOpenings(entry)
                    .forEach(field -> findings.add(
                            Code.OPENING_DIFFERS,
                            proof.index(),
                            "The text of " + field + " is not the one that was logged"));
            if (!indexes.add(proof.index())) {
                findings.add(Code.RECORDED_TWICE, proof.index(), "The receipt has the entry twice");
                return Optional.empty();
            }
            return Optional.of(entry);
        } catch (VerificationException e) {
            findings.add(Code.of(e.reason()), proof.index(), String.valueOf(e.getMessage()));
        } catch (MalformedEntryException e) {
            findings.add(e.code(), proof.index(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** The log of the first proof that holds. */
    String origin() {
        return origin == null ? "" : origin;
    }

    private void checkLog(Checkpoint checkpoint, long index) {
        if (origin == null) {
            origin = checkpoint.origin();
        } else if (!origin.equals(checkpoint.origin())) {
            findings.add(Code.ANOTHER_LOG, index, "The entry is of another log than those before it");
            return;
        }
        Hash before = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
        if (before != null && !before.equals(checkpoint.root())) {
            findings.add(Code.FORKED, index, "The log signed two states of " + checkpoint.size() + " entries");
        }
    }
}
