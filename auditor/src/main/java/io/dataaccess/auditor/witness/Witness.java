/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.log.AddCheckpoint;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.InvalidSignatureException;
import io.dataaccess.transparency.note.NoteSignature;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import io.dataaccess.transparency.tree.Hash;
import io.dataaccess.transparency.tree.MerkleProofs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Cosigns checkpoints that go on from the last one it cosigned (C2SP tlog-witness). One request is answered at a time, so that what is
 * compared and what is kept is one step.
 */
public final class Witness {

    private final List<WitnessPolicy.Log> logs;
    private final WitnessState state;
    private final Clock clock;

    /** A witness of these logs. */
    public Witness(List<WitnessPolicy.Log> logs, WitnessState state, Clock clock) {
        this.logs = List.copyOf(logs);
        this.state = state;
        this.clock = clock;
    }

    /** Answers add-checkpoint. */
    synchronized Answer addCheckpoint(byte[] body) {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(Strict.utf8(body));
        } catch (MalformedException e) {
            return Answer.refused(Answer.MALFORMED, String.valueOf(e.getMessage()));
        }
        Checkpoint checkpoint = Checkpoint.parse(request.checkpoint().text());
        List<VerifierKey> keys = keysOf(checkpoint.origin());
        if (keys.isEmpty()) {
            return Answer.refused(Answer.UNKNOWN, "This witness does not know the log");
        }
        List<NoteSignature> signatures;
        try {
            signatures = List.copyOf(request.checkpoint().verify(keys).values());
        } catch (InvalidSignatureException e) {
            return Answer.refused(Answer.NO_SIGNATURE, String.valueOf(e.getMessage()));
        }
        if (signatures.isEmpty()) {
            return Answer.refused(Answer.NO_SIGNATURE, "No known key of the log signed the checkpoint");
        }
        return refusal(request, checkpoint).orElseGet(() -> cosigned(checkpoint, signatures));
    }

    /** The last checkpoint of the log of which the origin has this hash, with our cosignature. */
    synchronized Optional<SignedNote> checkpoint(String originHash) {
        return logs.stream()
                .map(log -> log.key().name())
                .filter(origin -> hash(origin).equals(originHash))
                .findFirst()
                .flatMap(state::checkpoint);
    }

    /** Why the checkpoint does not go on from the last one, in the order of the specification. */
    private Optional<Answer> refusal(AddCheckpoint request, Checkpoint checkpoint) {
        if (request.oldSize() > checkpoint.size()) {
            return Optional.of(Answer.refused(Answer.MALFORMED, "The old size is more than the new one"));
        }
        Optional<Checkpoint> last = state.checkpoint(checkpoint.origin()).map(note -> Checkpoint.parse(note.text()));
        long size = last.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != size) {
            return Optional.of(Answer.conflict(size));
        }
        boolean goesOn = checkpoint.isPossible()
                && (size == 0
                        ? request.proof().isEmpty()
                        : MerkleProofs.verifyConsistency(
                                size,
                                last.orElseThrow().root(),
                                checkpoint.size(),
                                checkpoint.root(),
                                request.proof()));
        return goesOn
                ? Optional.empty()
                : Optional.of(
                        Answer.refused(Answer.INCONSISTENT, "The checkpoint is not shown to go on from the last one"));
    }

    private Answer cosigned(Checkpoint checkpoint, List<NoteSignature> signatures) {
        NoteSignature cosignature = state.signer().cosign(checkpoint.text(), clock.instant());
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(cosignature);
        state.keep(checkpoint.origin(), new SignedNote(checkpoint.text(), all));
        return Answer.ok(cosignature.line() + "\n");
    }

    private List<VerifierKey> keysOf(String origin) {
        return logs.stream()
                .map(WitnessPolicy.Log::key)
                .filter(key -> key.name().equals(origin))
                .toList();
    }

    private static String hash(String origin) {
        return HexFormat.of().formatHex(Hash.sha256(Strict.utf8(origin)).bytes());
    }
}
