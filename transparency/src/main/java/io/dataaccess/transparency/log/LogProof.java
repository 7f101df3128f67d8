/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.log.VerificationException.Reason;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MerkleProofs;
import java.util.List;

/**
 * The proof that an entry is in a log, which verifies without a network (C2SP tlog-proof). We write no extra data; whoever reads a
 * proof that has some leaves it out, for nothing vouches for it.
 *
 * @param index of the entry, from 0
 * @param inclusion the inclusion proof, from the leaf's sibling to the root's child
 * @param note the checkpoint, with the signatures of its log and of witnesses
 */
public record LogProof(long index, List<Hash> inclusion, SignedNote note) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra";
    private static final String INDEX = "index";

    public LogProof {
        if (index < 0) {
            throw new MalformedException("The index of an entry is not negative");
        }
        inclusion = List.copyOf(inclusion);
        Checkpoint.parse(note.text());
    }

    /** Reads a proof; nothing of it is verified. */
    public static LogProof parse(String text) {
        List<String> lines = ProofLines.header(text);
        if (!lines.get(0).equals(FIRST_LINE)) {
            throw new MalformedException("A proof starts with " + FIRST_LINE);
        }
        int at = 1;
        if (at < lines.size() && lines.get(at).startsWith(EXTRA + " ")) {
            checkExtra(ProofLines.value(lines.get(at), EXTRA));
            at++;
        }
        if (at == lines.size()) {
            throw new MalformedException("A proof has an index");
        }
        return new LogProof(
                Strict.decimal(ProofLines.value(lines.get(at), INDEX)),
                ProofLines.hashes(lines.subList(at + 1, lines.size())),
                ProofLines.checkpoint(text));
    }

    /**
     * Verifies that this entry is in a log of the policy, seen by its witnesses.
     *
     * @return the checkpoint that shows it
     * @throws VerificationException when it is not shown
     */
    public Checkpoint verify(byte[] entry, WitnessPolicy policy) {
        Checkpoint checkpoint = policy.verify(note);
        if (!MerkleProofs.verifyInclusion(Hash.leaf(entry), index, checkpoint.size(), inclusion, checkpoint.root())) {
            throw new VerificationException(Reason.NOT_INCLUDED, "The entry is not in the log at index " + index);
        }
        return checkpoint;
    }

    /** The checkpoint, which nothing has verified. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** The text of the proof. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE)
                .append('\n')
                .append(INDEX)
                .append(' ')
                .append(index)
                .append('\n');
        ProofLines.write(text, inclusion, note);
        return text.toString();
    }

    private static void checkExtra(String extra) {
        if (Strict.base64(extra).length == 0) {
            throw new MalformedException("A proof without extra data has no line for it");
        }
    }
}
