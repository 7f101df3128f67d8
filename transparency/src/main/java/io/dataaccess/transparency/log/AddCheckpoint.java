/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import java.util.List;

/**
 * The body by which a log asks a witness to cosign (C2SP tlog-witness, add-checkpoint). It can be read without being right: what the
 * witness refuses then has a status of its own.
 *
 * @param oldSize size of the checkpoint that the witness cosigned last, as the log believes
 * @param proof consistency proof from there, empty from 0
 * @param checkpoint the new checkpoint
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {

    private static final String OLD = "old";

    public AddCheckpoint {
        if (oldSize < 0) {
            throw new MalformedException("The old size is not negative");
        }
        proof = List.copyOf(proof);
        Checkpoint.parse(checkpoint.text());
    }

    /** Reads a body; nothing of it is verified. */
    public static AddCheckpoint parse(String body) {
        List<String> lines = ProofLines.header(body);
        return new AddCheckpoint(
                Strict.decimal(ProofLines.value(lines.get(0), OLD)),
                ProofLines.hashes(lines.subList(1, lines.size())),
                ProofLines.checkpoint(body));
    }

    /** The body, as it is sent. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(OLD).append(' ').append(oldSize).append('\n');
        ProofLines.write(text, proof, checkpoint);
        return text.toString();
    }
}
