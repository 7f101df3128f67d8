/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.format.Strict;
import io.dataaccess.transparency.note.NoteSigner;
import io.dataaccess.transparency.note.SignatureType;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.note.VerifierKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The key of a witness and the last checkpoint of each log, in one file: who loses what was signed loses the key as well, and signs
 * no fork. The file is locked while this object lives, replaced at once, and must never be restored from a backup.
 */
public final class WitnessState implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final FileChannel lock;
    private final ObjectNode state;
    private final NoteSigner signer;

    private WitnessState(Path file, FileChannel lock, ObjectNode state) {
        this.file = file;
        this.lock = lock;
        this.state = state;
        this.signer = signer(state);
    }

    /**
     * Opens the state.
     *
     * @param name of a new witness, with a new key, when there is no such file; otherwise absent
     */
    public static WitnessState open(Path file, Optional<String> name) {
        FileChannel lock = SafeFiles.lock(Path.of(file + ".lock"));
        try {
            return open(file, name, lock);
        } catch (UndecidedException e) {
            release(lock);
            throw e;
        }
    }

    private static WitnessState open(Path file, Optional<String> name, FileChannel lock) {
        Optional<byte[]> there = SafeFiles.read(file);
        if (there.isPresent() && name.isPresent()) {
            throw new UndecidedException(file + " is there: a witness keeps its name");
        }
        if (there.isEmpty()) {
            ObjectNode state = newState(name.orElseThrow(
                    () -> new UndecidedException("There is no file " + file + ": --new NAME makes one")));
            WitnessState made = new WitnessState(file, lock, state);
            made.write();
            return made;
        }
        try {
            JsonNode state = JSON.readTree(Strict.utf8(there.get()));
            if (state instanceof ObjectNode object) {
                return new WitnessState(file, lock, object);
            }
        } catch (JsonProcessingException | MalformedException e) {
            throw new UndecidedException(file + " cannot be read", e);
        }
        throw new UndecidedException(file + " is no state of a witness");
    }

    NoteSigner signer() {
        return signer;
    }

    /** The public half of the key, for policies. */
    public VerifierKey key() {
        return signer.key();
    }

    /** The last checkpoint of this log that was cosigned, with the cosignature. */
    Optional<SignedNote> checkpoint(String origin) {
        JsonNode note = state.path("checkpoints").path(origin);
        return note.isTextual() ? Optional.of(SignedNote.parse(note.textValue())) : Optional.empty();
    }

    /** Keeps it before anybody sees the cosignature. */
    void keep(String origin, SignedNote cosigned) {
        state.withObject("/checkpoints").put(origin, cosigned.toString());
        write();
    }

    @Override
    public void close() {
        release(lock);
    }

    private void write() {
        SafeFiles.writeSecret(file, Strict.utf8(state.toPrettyString() + "\n"));
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UndecidedException("Cannot release the lock of the witness", e);
        }
    }

    private static ObjectNode newState(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            VerifierKey key = VerifierKey.of(name, SignatureType.COSIGNATURE_V1, pair.getPublic());
            return JSON.createObjectNode()
                    .put("key", key.toString())
                    .put(
                            "private",
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | MalformedException e) {
            throw new UndecidedException("Cannot make a key of this name", e);
        }
    }

    private static NoteSigner signer(ObjectNode state) {
        try {
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Strict.base64(state.path("private").asText()));
            return new NoteSigner(
                    VerifierKey.parse(state.path("key").asText()),
                    KeyFactory.getInstance("Ed25519").generatePrivate(encoded));
        } catch (GeneralSecurityException | MalformedException e) {
            throw new UndecidedException("The key of the witness cannot be read", e);
        }
    }
}
