/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.transparency.log.VerificationException.Reason;
import io.dataaccess.transparency.note.InvalidSignatureException;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which logs one trusts, and which witnesses must have seen what they say (C2SP tlog-policy). */
public final class WitnessPolicy {

    private final List<Log> logs;
    private final List<Witness> witnesses;
    private final Quorum quorum;

    /**
     * A log of a policy.
     *
     * @param key its name is the log's origin
     */
    public record Log(VerifierKey key, Optional<String> url) {}

    /**
     * A witness of a policy.
     *
     * @param name what the policy calls it
     * @param url where add-checkpoint is found
     */
    public record Witness(String name, VerifierKey key, Optional<String> url) {}

    WitnessPolicy(List<Log> logs, List<Witness> witnesses, Quorum quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
    }

    /** Reads a policy; what is wrong with it is said with the number of its line. */
    public static WitnessPolicy parse(byte[] policy) {
        return new PolicyParser().parse(policy);
    }

    public static WitnessPolicy parse(String policy) {
        return parse(policy.getBytes(UTF_8));
    }

    public List<Log> logs() {
        return logs;
    }

    public List<Witness> witnesses() {
        return witnesses;
    }

    /**
     * The checkpoint of a note that a log of this policy signed in its own name and that enough of its witnesses cosigned. A policy
     * without logs verifies none.
     *
     * @throws VerificationException when it is not so
     */
    public Checkpoint verify(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (keysThatSigned(note, logs.stream().map(Log::key).toList()).stream()
                .noneMatch(key -> key.name().equals(checkpoint.origin()))) {
            throw new VerificationException(
                    Reason.LOG_UNKNOWN, "No log of the policy signed a checkpoint of " + checkpoint.origin());
        }
        if (!hasQuorum(note)) {
            throw new VerificationException(
                    Reason.QUORUM_MISSING, "Too few witnesses of the policy cosigned the checkpoint");
        }
        return checkpoint;
    }

    /** Whether {@link #verify} would answer. */
    public boolean satisfiedBy(SignedNote note) {
        try {
            verify(note);
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    /**
     * Whether enough witnesses cosigned; the log's own signature is not looked at.
     *
     * @throws VerificationException when a witness is named on a signature that it did not make
     */
    public boolean hasQuorum(SignedNote note) {
        return quorum.isMetBy(
                keysThatSigned(note, witnesses.stream().map(Witness::key).toList()));
    }

    private static Set<VerifierKey> keysThatSigned(SignedNote note, List<VerifierKey> known) {
        try {
            return note.verify(known).keySet();
        } catch (InvalidSignatureException e) {
            throw new VerificationException(Reason.SIGNATURE_INVALID, "A signature is false: " + e.getMessage());
        }
    }
}
