/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dataaccess.auditor.files.SafeFiles;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.SignedNote;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What a mirror keeps: policy, last checkpoint and since when it has been the last, tiles, entries, and proofs of misbehaviour. */
public final class MirrorFolder {

    private final Path folder;

    public MirrorFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps other mirrors away until it is closed. */
    FileChannel lock() {
        return SafeFiles.lock(folder.resolve("lock"));
    }

    public TileFolder tiles() {
        return new TileFolder(folder);
    }

    /** Where tiles wait until the checkpoint vouches for them. */
    TileFolder incoming() {
        return new TileFolder(folder.resolve("incoming"));
    }

    /** The policy by which this log is trusted: the one given, which is kept, or the one kept before. */
    public WitnessPolicy policy(Optional<byte[]> given) {
        Path file = folder.resolve("policy");
        byte[] policy = given.or(() -> SafeFiles.read(file))
                .orElseThrow(() -> new UndecidedException("No policy says which log and witnesses to trust: --policy"));
        try {
            WitnessPolicy parsed = WitnessPolicy.parse(policy);
            given.ifPresent(bytes -> SafeFiles.write(file, bytes));
            return parsed;
        } catch (MalformedException e) {
            throw new UndecidedException("The policy cannot be read", e);
        }
    }

    /** The last checkpoint that was verified. */
    public Optional<SignedNote> checkpoint() {
        try {
            return SafeFiles.read(folder.resolve("checkpoint")).map(SignedNote::parse);
        } catch (MalformedException e) {
            throw new UndecidedException("The checkpoint kept in " + folder + " cannot be read", e);
        }
    }

    /** Since when the last checkpoint has been the last. */
    Instant since() {
        try {
            return Instant.parse(new String(SafeFiles.readExisting(folder.resolve("since")), UTF_8).strip());
        } catch (DateTimeException e) {
            throw new UndecidedException("The time kept in " + folder + " cannot be read", e);
        }
    }

    void write(SignedNote checkpoint, Instant now) {
        boolean isNew =
                checkpoint().map(kept -> !kept.text().equals(checkpoint.text())).orElse(true);
        if (isNew) {
            SafeFiles.write(folder.resolve("since"), (now + "\n").getBytes(UTF_8));
        }
        SafeFiles.write(folder.resolve("checkpoint"), checkpoint.toString().getBytes(UTF_8));
    }

    /** A checkpoint that contradicts the one kept: both together prove it to anybody. */
    String keepEvidence(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        String name = checkpoint.size() + "-"
                + checkpoint.root().base64().substring(0, 8).replace('/', '_').replace('+', '-') + ".checkpoint";
        Path file = folder.resolve("evidence").resolve(name);
        SafeFiles.write(file, note.toString().getBytes(UTF_8));
        return file.toString();
    }
}
