/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.AddCheckpoint;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.WitnessPolicy.Witness;
import io.dataaccess.transparency.note.InvalidSignatureException;
import io.dataaccess.transparency.note.NoteSignature;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.Hash;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ByteArrayEntity;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;

/** Asks witnesses to cosign a checkpoint (C2SP tlog-witness, add-checkpoint). */
final class WitnessCall {

    private static final int MILLISECONDS = 5000;
    private static final RequestConfig PATIENCE = RequestConfig.custom()
            .setConnectTimeout(MILLISECONDS)
            .setConnectionRequestTimeout(MILLISECONDS)
            .setSocketTimeout(MILLISECONDS)
            .setRedirectsEnabled(false)
            .build();
    private static final int LONGEST_ANSWER = 10_000;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    /** By witness and log, what it has seen; a node that does not know is told by the witness. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    /** A witness did not cosign; the message says why, for an operator. */
    static final class NotCosignedException extends Exception {

        private static final long serialVersionUID = 1L;

        NotCosignedException(Witness witness, String why) {
            super("Witness " + witness.name() + " " + why);
        }
    }

    /**
     * The signatures of a witness on this checkpoint.
     *
     * @param proof that the checkpoint goes on from a tree of so many entries, at least one
     */
    List<NoteSignature> cosign(
            KeycloakSession session, Witness witness, SignedNote note, LongFunction<List<Hash>> proof)
            throws NotCosignedException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        String key = witness.key() + " " + checkpoint.origin();
        long known = Math.min(seen.getOrDefault(key, 0L), checkpoint.size());
        try {
            Answer answer = send(session, witness, call(known, note, proof));
            if (answer.status() == CONFLICT) {
                known = size(witness, answer, checkpoint.size());
                answer = send(session, witness, call(known, note, proof));
            }
            if (answer.status() != OK) {
                throw new NotCosignedException(witness, "answers with status " + answer.status());
            }
            List<NoteSignature> signatures = cosignatures(witness, note, answer.body());
            seen.put(key, checkpoint.size());
            return signatures;
        } catch (IOException e) {
            throw new NotCosignedException(witness, "cannot be reached: " + e.getMessage());
        }
    }

    private record Answer(int status, String body) {}

    private static AddCheckpoint call(long old, SignedNote note, LongFunction<List<Hash>> proof) {
        return new AddCheckpoint(old, old == 0 ? List.of() : proof.apply(old), note);
    }

    private static Answer send(KeycloakSession session, Witness witness, AddCheckpoint call) throws IOException {
        String url = witness.url().orElseThrow().replaceFirst("/+$", "") + "/add-checkpoint";
        try (SimpleHttpResponse response = SimpleHttp.create(session)
                .withRequestConfig(PATIENCE)
                .withMaxConsumedResponseSize(LONGEST_ANSWER)
                .doPost(url)
                .entity(new ByteArrayEntity(call.toString().getBytes(UTF_8)))
                .asResponse()) {
            return new Answer(response.getStatus(), response.asString());
        }
    }

    /** How much it has seen, which it tells when we are wrong about it. */
    private static long size(Witness witness, Answer answer, long treeSize) throws NotCosignedException {
        String body = answer.body().strip();
        if (!body.matches("[0-9]{1,18}")) {
            throw new NotCosignedException(witness, "does not tell which size it has seen");
        }
        long size = Long.parseLong(body);
        if (size > treeSize) {
            throw new NotCosignedException(
                    witness, "has seen " + size + " entries, the log has " + treeSize + ": the database was set back");
        }
        return size;
    }

    private static List<NoteSignature> cosignatures(Witness witness, SignedNote note, String body)
            throws NotCosignedException {
        try {
            List<NoteSignature> signatures =
                    body.lines().map(NoteSignature::parse).toList();
            if (note.with(signatures).verify(List.of(witness.key())).isEmpty()) {
                throw new NotCosignedException(witness, "answers with signatures of others");
            }
            return signatures;
        } catch (MalformedException | InvalidSignatureException e) {
            throw new NotCosignedException(witness, "answers with what is no signature of its own");
        }
    }
}
