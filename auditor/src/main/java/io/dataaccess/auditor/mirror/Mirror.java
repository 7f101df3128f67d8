/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.auditor.mirror;

import io.dataaccess.auditor.finding.Code;
import io.dataaccess.auditor.finding.Findings;
import io.dataaccess.auditor.finding.Report;
import io.dataaccess.auditor.finding.UndecidedException;
import io.dataaccess.transparency.format.MalformedException;
import io.dataaccess.transparency.log.Checkpoint;
import io.dataaccess.transparency.log.VerificationException;
import io.dataaccess.transparency.log.WitnessPolicy;
import io.dataaccess.transparency.note.NoteSignature;
import io.dataaccess.transparency.note.SignedNote;
import io.dataaccess.transparency.tree.MissingTileException;
import io.dataaccess.transparency.tree.TilePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Follows a log: takes its checkpoint, verifies it, and that it goes on from what the log said before. */
public final class Mirror {

    private final LogServer server;
    private final MirrorFolder folder;
    private final Clock clock;
    private final Findings findings = new Findings();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * What a run shall do.
     *
     * @param policy replaces the one that was kept
     * @param maxAge a checkpoint older than this is a silent log
     * @param entries whether the entries are kept as well
     * @param everything whether all that was kept is compared with what is served now
     */
    public record Run(Optional<byte[]> policy, Optional<Duration> maxAge, boolean entries, boolean everything) {}

    public Mirror(LogServer server, MirrorFolder folder, Clock clock) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
    }

    /** Brings the mirror up to date, or says what keeps it from that; nothing that was kept before is lost. */
    public Report follow(Run run) {
        try (FileChannel lock = folder.lock()) {
            if (!lock.isOpen()) {
                throw new UndecidedException("The lock of the mirror is gone");
            }
            follow(folder.policy(run.policy()), run);
        } catch (IOException e) {
            throw new UndecidedException("Cannot close the lock of the mirror", e);
        }
        return Report.of(findings, facts);
    }

    private void follow(WitnessPolicy policy, Run run) {
        Optional<SignedNote> served = served(run.maxAge());
        if (served.isEmpty()) {
            return;
        }
        SignedNote note = served.get();
        try {
            Checkpoint checkpoint = policy.verify(note);
            facts.put("log", checkpoint.origin());
            facts.put("size", checkpoint.size());
            facts.put("root", checkpoint.root().base64());
            follow(note, checkpoint, run);
        } catch (VerificationException e) {
            findings.add(Code.of(e.reason()), String.valueOf(e.getMessage()));
        } catch (MissingTileException e) {
            missing(e.path());
        } catch (MalformedException e) {
            findings.add(Code.TILE_DIFFERS, "The log serves what cannot be read: " + e.getMessage());
        }
    }

    /** Names the first entry that is not there with it. */
    private void missing(TilePath path) {
        String message = "The log does not serve " + path + ", which its checkpoint needs";
        if (path.level() > 0) {
            findings.add(Code.TILE_MISSING, message);
        } else {
            findings.add(Code.TILE_MISSING, path.index() * TilePath.FULL, message);
        }
    }

    /** The checkpoint that is served; a log that answers nothing for too long is silent, before that nothing can be said. */
    private Optional<SignedNote> served(Optional<Duration> maxAge) {
        try {
            byte[] bytes =
                    server.checkpoint().orElseThrow(() -> new UndecidedException("The log serves no checkpoint"));
            return Optional.of(SignedNote.parse(bytes));
        } catch (MalformedException e) {
            findings.add(Code.SIGNATURE_INVALID, "The log serves a checkpoint that cannot be read: " + e.getMessage());
            return Optional.empty();
        } catch (UndecidedException e) {
            Optional<SignedNote> kept = folder.checkpoint();
            if (kept.isEmpty() || !isTooOld(kept.get(), maxAge)) {
                throw e;
            }
            findings.add(Code.SILENT, "The log has said nothing since " + age(kept.get()) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void follow(SignedNote note, Checkpoint checkpoint, Run run) {
        long before = folder.checkpoint()
                .map(kept -> Checkpoint.parse(kept.text()).size())
                .orElse(0L);
        if (!new Growth(server, folder, findings).goesOn(note, checkpoint)) {
            return;
        }
        folder.write(note, clock.instant());
        if (run.everything()) {
            Divergence.find(folder.tiles(), checkpoint.size(), server, checkpoint.size())
                    .ifPresent(found -> findings.add(found.code(), found.index(), found.message()));
        }
        new UpperTiles(server, folder, findings).compare(run.everything() ? 0 : before, checkpoint.size());
        if (run.entries()) {
            facts.put(
                    "entriesRead",
                    new MirroredEntries(server, folder, findings).keep(checkpoint.size(), run.everything()));
        }
        if (isTooOld(note, run.maxAge())) {
            findings.add(Code.SILENT, "The log has said nothing new since " + age(note));
        }
    }

    private boolean isTooOld(SignedNote note, Optional<Duration> maxAge) {
        return maxAge.map(age -> age(note).plus(age).isBefore(clock.instant())).orElse(false);
    }

    /** When a witness of the policy last saw it; without witnesses, when this mirror first did. */
    private Instant age(SignedNote note) {
        return note
                .verify(folder.policy(Optional.empty()).witnesses().stream()
                        .map(WitnessPolicy.Witness::key)
                        .toList())
                .values()
                .stream()
                .map(NoteSignature::cosignedAt)
                .max(Instant::compareTo)
                .orElseGet(folder::since);
    }
}
